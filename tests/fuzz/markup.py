"""The HTML of a page: nothing that runs, and no element or attribute that the program never writes."""

import re
from collections.abc import Iterator

from lxml import html as reader

_ELEMENTS = frozenset(
    """a abbr aside b blockquote br button caption code col colgroup cite dd del details dfn div dl dt em fieldset
    figcaption figure footer form g h1 h2 h3 h4 h5 h6 header hr i img input ins label legend li line main mark meter nav
    ol option output p path pre progress q rect s section select small span strong sub summary sup svg table tbody td
    text tfoot th thead time title tr tspan u ul use defs circle ellipse polygon polyline desc search""".split()
)
_ATTRIBUTES = frozenset(
    """abbr align alt autocapitalize autocomplete autocorrect class colspan cols d datetime dir disabled enterkeyhint
    fill for focusable headers height hidden href id inputmode lang list loading max maxlength min name open
    placeholder points preserveaspectratio r rel reversed role rows rowspan rx ry scope selected size span
    spellcheck src start stroke stroke-width tabindex text-anchor title transform type value viewbox width x x1 x2
    xmlns y y1 y2 cx cy vector-effect stroke-linecap stroke-linejoin marker-end dy dx download popover popovertarget
    action method checked hreflang itemprop""".split()
)
_OPEN = ("aria-", "data-")
_ADDRESSES = ("href", "src", "action", "formaction", "data")
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_DROPPED = re.compile(r"[\x00-\x20\x7f-\xa0\u2028\u2029\u200b-\u200f\ufeff]")
"""What browsers drop from an address before they read it."""
_SAFE = ("http", "https", "mailto")
_ALIGNED = re.compile(r"text-align: (left|right|center);")
_LEFT_BEHIND = re.compile("[\ue000-\ue2ff\uf000\uf001\x02\x03]")
"""Marks that stand for something while a page is made."""


def misplaced(html: str) -> list[str]:
    """Return what of a page must not be there."""
    if not html.strip():
        return []
    return [
        *_marks(html),
        *(found for element in reader.fragment_fromstring(html, "div").iter() for found in _of(element)),
    ]


def _marks(html: str) -> Iterator[str]:
    if found := _LEFT_BEHIND.search(html):
        yield f"a mark {found[0]!r} in {html[max(0, found.start() - 40) : found.end() + 40]!r}"


def _of(element: reader.HtmlElement) -> Iterator[str]:
    if not isinstance(element.tag, str):
        yield f"a comment or an instruction: {reader.tostring(element)[:80]!r}"
        return
    if element.tag not in _ELEMENTS:
        yield f"an element {element.tag!r}: {reader.tostring(element)[:120]!r}"
    for name, value in element.attrib.items():
        if name in _ADDRESSES:
            scheme = _SCHEME.match(_DROPPED.sub("", value))
            if scheme and scheme[1].lower() not in _SAFE:
                yield f"an address {value[:80]!r}"
        if name == "style" and _ALIGNED.fullmatch(value):
            continue
        if name not in _ATTRIBUTES and not name.startswith(_OPEN):
            yield f"an attribute {name!r} of {element.tag!r}: {value[:80]!r}"
