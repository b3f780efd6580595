"""HTML that could act in a reader's browser: run, load from another place, or lead astray.

Content is Markdown, and what is checked is what its parser makes of it: two parsers may read one text in two ways.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from html import unescape
from html.parser import HTMLParser
from typing import Literal

Kind = Literal["tag", "attribute", "id", "link", "image"]
_FORBIDDEN = frozenset(
    "script iframe frame frameset object embed applet base meta link style portal template noscript xmp plaintext "
    "foreignobject animate animatemotion animatetransform set math".split()
)
"""Elements that no page may have between its header and its foot."""
_MARKDOWN = frozenset(
    "a blockquote br code dd del div dl dt em h1 h2 h3 h4 h5 h6 hr img li ol p pre span strong table tbody td th thead "
    "tr ul".split()
)
"""Elements that Markdown makes."""
_PLAIN = frozenset(["alt", "class", "id", "colspan", "rowspan", "start", "title"])
_ALIGNMENT = re.compile(r"text-align: (left|right|center);")
_ID = re.compile(r"(?!hb-)[^\W_][\w-]*")
"""Ids that begin with _ or hb- belong to the theme, which finds its own parts by them."""
_DROPPED = re.compile(r"[\x00-\x20\x7f-\xa0\u2028\u2029]")
"""What browsers drop from an address before they read it."""
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_LEADS = ("http", "https", "mailto")
_ADDRESSES = frozenset(["href", "src", "action", "formaction", "data", "poster", "background", "xlink:href", "srcset"])
_TAG = re.compile(r"<([a-z]+)")
_HANDLER = re.compile(r"on[a-z]+\s*=|srcdoc")
_VALUE = re.compile(r"=\s*(?:\"([^\"]*)|'([^']*)|([^\s\"'>]+))")
_ENDS = frozenset(name[-3:] for name in _ADDRESSES)
_INSIDE = frozenset("abcdefghijklmnopqrstuvwxyz-")
"""Signs before which "on" is no name of its own, as in content."""



@dataclass(frozen=True)
class Act:
    """One part of a page that could act: a tag, an attribute, an id, an address of a link or image; `sign` names it."""

    kind: Kind
    sign: str


def acts_in_page(html: str) -> Iterator[Act]:
    """Yield what must not stand in the text of any page, whatever made it."""
    if _is_worth_reading(html.lower()):
        yield from _read(html, _Page())


def _is_worth_reading(html: str) -> bool:
    """Tell whether anything in a page, in small letters, may act: most pages need no closer look, which is slow."""
    return (
        not _FORBIDDEN.isdisjoint(_TAG.findall(html))
        or any(html[found.start() - 1] not in _INSIDE for found in _HANDLER.finditer(html))
        or not all(map(_is_usual, _addresses(html)))
    )


def _addresses(html: str) -> set[str]:
    """Return the values of attributes whose names end as those of addresses do, or stand apart from their value."""
    return {
        "".join(filter(None, found.groups()))
        for found in _VALUE.finditer(html)
        if (before := html[found.start() - 3 : found.start()]) in _ENDS or before[-1:].isspace()
    }


def acts_in_markdown(html: str) -> Iterator[Act]:
    """Yield what Markdown alone could not have made, or must not make."""
    yield from _read(html, _Markdown())


@lru_cache(maxsize=65536)
def _is_usual(address: str) -> bool:
    return is_safe_link(unescape(address))


def is_safe_link(address: str) -> bool:
    """Tell whether an address leads to a page of this site, to the web or to a mailbox."""
    bare = _DROPPED.sub("", address).replace("\\", "/")
    scheme = _SCHEME.match(bare)
    return scheme[1].lower() in _LEADS if scheme else not bare.startswith("//")


def is_own_file(address: str) -> bool:
    """Tell whether an address names a file of this site."""
    bare = _DROPPED.sub("", address).replace("\\", "/")
    return not _SCHEME.match(bare) and not bare.startswith("//")


def _read(html: str, reader: "_Page") -> Iterator[Act]:
    reader.feed(html)
    reader.close()
    yield from dict.fromkeys(reader.acts)


class _Page(HTMLParser):
    """Reads the text of a page and notes what could act."""

    def __init__(self) -> None:
        super().__init__()
        self.acts: list[Act] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._is_foreign(tag):
            self.acts.append(Act("tag", tag))
        for name, value in attrs:
            self.acts += self._attribute(tag, name, value or "")

    def _is_foreign(self, tag: str) -> bool:
        return tag in _FORBIDDEN

    def _attribute(self, tag: str, name: str, value: str) -> Iterator[Act]:
        if name.startswith("on") or name == "srcdoc":
            yield Act("attribute", name)
        elif name in _ADDRESSES and not (is_safe_link(value) if tag == "a" else is_own_file(value)):
            yield Act("link" if tag == "a" else "image", value)


class _Markdown(_Page):
    """Reads what Markdown made of a text without macros."""

    def _is_foreign(self, tag: str) -> bool:
        return tag not in _MARKDOWN

    def _attribute(self, tag: str, name: str, value: str) -> Iterator[Act]:
        if name in ("href", "src"):
            yield from super()._attribute(tag, name, value)
        elif name == "id" and not _ID.fullmatch(value):
            yield Act("id", value)
        elif not _is_plain(tag, name, value):
            yield Act("attribute", name)

    def handle_comment(self, data: str) -> None:
        self.acts.append(Act("tag", "!--"))

    def handle_decl(self, decl: str) -> None:
        self.acts.append(Act("tag", f"!{decl[:20]}"))

    def unknown_decl(self, data: str) -> None:
        self.acts.append(Act("tag", f"![{data[:20]}"))

    def handle_pi(self, data: str) -> None:
        self.acts.append(Act("tag", f"?{data[:20]}"))


def _is_plain(tag: str, name: str, value: str) -> bool:
    if name == "style":
        return tag in ("td", "th") and bool(_ALIGNMENT.fullmatch(value))
    return name in _PLAIN

