"""Reading time: how many minutes a page takes, counted from its words."""

import re
from collections.abc import Iterator
from html import unescape

from markdown.extensions.toc import slugify

from macros.model.vocabulary import Amount

WORDS_PER_MINUTE = 200
"""Our assumption, and a slow one: who reads to decide stops to think. Not taken from a study."""
_HEADING = re.compile(r"^##[^\S\n]+(\S.*)$", re.MULTILINE)
_NAMED = re.compile(r"\{\s*#([\w-]+)[^}]*\}$")
_FOLDED = re.compile(r"<details\b.*?</details>|<nav\b.*?</nav>", re.DOTALL)
_MARKS = re.compile(r"<[^<>]+>|\{\s*[#.][^}]*\}|^#+\s|&nbsp;|\u00a0", re.MULTILINE)
_BESIDE = ("used", "related", "strategies")
"""Sections that lead on to other pages and are not read as text."""


def minutes(text: str, amount: Amount = Amount.WHOLE, anchor: str = "") -> int:
    """Return the whole minutes, rounded up, for a page as Markdown and HTML, or for the section of that anchor."""
    return -(-words(text, amount, anchor) // WORDS_PER_MINUTE)


def words(text: str, amount: Amount = Amount.WHOLE, anchor: str = "") -> int:
    """Return how many words of a page are read; what is folded away does not count."""
    return len(unescape(_MARKS.sub(" ", _FOLDED.sub(" ", _part(text, amount, anchor)))).split())


def _part(text: str, amount: Amount, anchor: str) -> str:
    sections = [*_sections(text)]
    if amount is Amount.NOTHING:
        return ""
    if amount is Amount.TOP:
        return sections[0][1]
    if anchor:
        return next((part for name, part in sections if name == anchor), text)
    return "\n".join(part for name, part in sections if name not in _BESIDE)


def _sections(text: str) -> Iterator[tuple[str, str]]:
    """Yield anchor and text of each part of a page; the part above the first heading of a section has no anchor."""
    found = [*_HEADING.finditer(text)]
    starts = [0, *(match.start() for match in found)]
    names = ["", *(_name(match[1].rstrip()) for match in found)]
    for name, start, end in zip(names, starts, [*starts[1:], len(text)], strict=True):
        yield name, text[start:end]


def _name(heading: str) -> str:
    named = _NAMED.search(heading)
    return named[1] if named else slugify(heading, "-")
