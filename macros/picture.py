"""Pictures that editors add: each is what its name says, and an SVG only draws.

An SVG is a document: opened by its own address it may run scripts as the site itself. So it may hold nothing but
shapes, words and colors, and may name nothing outside itself.
"""

import re
from collections.abc import Iterator
from xml.etree import ElementTree

SIGNATURES = {
    "png": (b"\x89PNG\r\n\x1a\n",),
    "jpg": (b"\xff\xd8\xff",),
    "jpeg": (b"\xff\xd8\xff",),
    "webp": (b"RIFF",),
    "gif": (b"GIF87a", b"GIF89a"),
}
"""Ending of a picture's name -> how its file begins."""
_SHAPES = frozenset(
    "svg g defs symbol title desc path rect circle ellipse line polyline polygon text tspan textPath linearGradient "
    "radialGradient stop clipPath mask pattern marker use style".split()
)
_SVG = "{http://www.w3.org/2000/svg}"
_NAMED = ("href", "{http://www.w3.org/1999/xlink}href")
_ORDERS = re.compile(r"<!(?:DOCTYPE|ENTITY|ATTLIST|ELEMENT)|<\?(?!xml\s)", re.IGNORECASE)
_ELSEWHERE = re.compile(r"url\(\s*[\"']?\s*(?!#)[^)]|@import|image-set|expression\(|\\", re.IGNORECASE)
Finding = tuple[int, int, str, str]
RULE = "unsafe-picture"
_WHY = "a picture may only draw: save it again as plain SVG, or as PNG"


def is_what_it_says(ending: str, data: bytes) -> bool:
    """Tell whether a file begins as a picture of this ending does; an SVG is looked at as a text."""
    return data.startswith(SIGNATURES[ending])


def svg_only_draws(text: str) -> Iterator[Finding]:
    """An SVG must hold shapes and words only, and refer to nothing but its own parts."""
    orders = _ORDERS.search(text)
    if orders:
        yield orders.start(), len(orders[0]), f"{orders[0]} gives orders to a program; {_WHY}", RULE
        return
    try:
        root = ElementTree.fromstring(text)
    except (ElementTree.ParseError, RecursionError, ValueError):
        yield 0, 1, "this picture cannot be read as SVG: save it again, or save it as PNG", RULE
        return
    told: set[str] = set()
    for element in root.iter():
        for sign, message in _faults(element):
            if message not in told:
                told.add(message)
                yield *_place(text, sign), message, RULE


def _faults(element: ElementTree.Element) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with one element: the sign by which it is found in the text, and the message."""
    space, _, name = str(element.tag).rpartition("}")
    if f"{space}}}" != _SVG or name not in _SHAPES:
        yield f"<{name}", f"<{name[:30]}> is no shape; {_WHY}"
    if name == "style" and _ELSEWHERE.search(element.text or ""):
        yield "<style", f"this style names something outside the picture; {_WHY}"
    for attribute, value in element.attrib.items():
        bare = attribute.rpartition("}")[2]
        if bare.lower().startswith("on"):
            yield bare, f"{bare[:30]} runs a script; {_WHY}"
        elif attribute in _NAMED or bare in ("href", "src", "base"):
            if not value.startswith("#"):
                yield value, f"this names something outside the picture; {_WHY}"
        elif _ELSEWHERE.search(value):
            yield value, f"this names something outside the picture; {_WHY}"


def _place(text: str, sign: str) -> tuple[int, int]:
    at = text.find(sign)
    return (at, max(1, len(sign))) if at >= 0 else (0, 1)
