"""Links inside a printed document, set in once it is typeset.

Where such a link leads is known only when all pages are. The typesetter would lay out every paragraph that holds one
again then, which takes a fifth of the time of the whole book. So in our templates these links lead to `inner:` and the
name of their goal (tree.typ), and here to the place itself (ISO 32000-2, 12.3.2.2): in as many bytes, so that all that
the file says of its own parts stays true.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

_LINK = re.compile(
    rb"/A<</Type/Action/S/URI/URI\(inner:(?P<name>[0-9a-f]+)\)>>(?P<between>/F 4/StructParent \d+)"
    rb"/Contents\(inner:(?P=name)\)>>"
)
_PAGES = re.compile(rb"/Type/Pages/Count \d+/Kids\[([\d R]+)\]")
_PAGE = re.compile(rb"<</Type/Page/[^\n]*?/MediaBox\[0 0 [\d.]+ ([\d.]+)\]")
_OBJECT = re.compile(rb"(\d+) 0 obj\n\Z")
_ROOM = 10
"""Points above its goal that a viewer shows too."""


@dataclass(frozen=True)
class Goal:
    """Where a link leads: a page, counted from 1, and points from its left and its upper edge."""

    page: int
    left: float
    top: float


def names_of_goals(pdf: bytes) -> list[str]:
    """Return the name of every goal that a link in a file from the typesetter asks for, each once."""
    return sorted({_name(found) for found in _LINK.finditer(pdf)})


def with_goals(pdf: bytes, goals: Mapping[str, Goal]) -> bytes:
    """Return the file with each link leading to its goal; what a screen reader says of it is the page's number.

    Raises ValueError where a link is not written as the typesetter wrote it when this was made, or has no room.
    """
    pages = _pages(pdf) if goals else []

    def led(found: re.Match[bytes]) -> bytes:
        goal = goals[_name(found)]
        number, height = pages[goal.page - 1]
        place = f"{number} 0 R/XYZ {goal.left:.2f} {height - max(goal.top - _ROOM, 0):.2f} 0"
        link = f"/Dest[{place}]".encode() + found["between"] + f"/Contents(page {goal.page})>>".encode()
        if len(link) > len(found[0]):
            raise ValueError(f"no room for a link to {_name(found)}")
        return link.ljust(len(found[0]))

    done = _LINK.sub(led, pdf)
    if b"/URI(inner:" in done:
        raise ValueError("the typesetter writes links in another way than it did")
    return done


def _name(found: re.Match[bytes]) -> str:
    """Return the name of a goal, which stands there as its bytes, each in two hexadecimal digits."""
    return bytes.fromhex(found["name"].decode()).decode()


def _pages(pdf: bytes) -> list[tuple[int, float]]:
    """Return the number of each page's object and the height of the page in points, in the order of the pages."""
    heights = dict(_page(pdf, found) for found in _PAGE.finditer(pdf))
    kids = _PAGES.search(pdf)
    numbers = [int(number) for number in kids[1].split()[::3]] if kids else []
    if not heights or heights.keys() != set(numbers):
        raise ValueError("the typesetter writes pages in another way than it did")
    return [(number, heights[number]) for number in numbers]


def _page(pdf: bytes, found: re.Match[bytes]) -> tuple[int, float]:
    """Return the number of a page's object, which stands on the line before it, and the height of the page."""
    line = pdf[pdf.rfind(b"\n", 0, found.start() - 1) + 1 : found.start()]
    number = _OBJECT.match(line)
    return int(number[1]) if number else 0, float(found[1])
