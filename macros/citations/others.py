"""The "et al." that stands for a single author: the manuals print that author instead."""

import re
from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

from macros.citations.style import AND, Style

Authors = Mapping[str, Sequence[str]]
"""The authors' names of each work as citations print them, by citation key."""

_UNLISTED = re.compile(r",? (?:and|&amp;|\ue001|&) others\b(?!\.)")
_LAST = {"apa": f", {AND} ", "chicago": ", and ", "mla": ", and ", "harvard": " and "}


def last_names(work: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the authors of a work by the part of their names that citations print."""
    return tuple(_last_name(name) for name in work.get("author", ()))


def _last_name(name: Mapping[str, str]) -> str:
    particle = name.get("non-dropping-particle", "")
    family = name.get("family") or name.get("literal", "")
    return f"{particle} {family}".strip()


def with_last_author(printed: str, lists: Sequence[Sequence[str]], style: Style, narrative: bool = False) -> str:
    """Spell out the last author where "et al.", a plural, would stand for that author alone (APA 7, section 8.18).

    Authors that the .bib leaves unlisted ("and others") are "et al.".
    """
    for number, authors in enumerate(lists):
        joint = ", and " if narrative and number == 0 and style.id == "apa" else _LAST[style.id]
        if authors[-1:] == ("others",):
            printed = _UNLISTED.sub(", et al." if len(authors) > 2 else " et al.", printed)
        elif "et al." in printed and len(authors) > 2:
            printed = _spelled(printed, authors, joint)
    return printed


def _spelled(printed: str, authors: Sequence[str], joint: str) -> str:
    *shown, last = [escape(author, quote=False) if "<a" in printed else author for author in authors]
    for others in ("et al.", "<i>et al.</i>"):
        for comma in (", ", " "):
            printed = printed.replace(f"{', '.join(shown)}{comma}{others}", f"{', '.join(shown)}{joint}{last}")
    return printed


def with_two_bodies(printed: str, work: Mapping[str, Any], style: Style) -> str:
    """Two corporate authors are joined without a comma: the comma belongs to inverted names."""
    bodies = [escape(name.get("literal", ""), quote=False) for name in work.get("author", ())]
    if len(bodies) != 2 or not all(bodies) or style.id == "harvard":
        return printed
    with_comma = f"{bodies[0]}{_LAST[style.id]}{bodies[1]}"
    without = f"{bodies[0]}{_LAST[style.id].removeprefix(',')}{bodies[1]}"
    return without + printed.removeprefix(with_comma) if printed.startswith(with_comma) else printed
