"""The sentences of a Markdown text, with the citations and claims that stand in each."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from macros.citations.scan import Span, spans


@dataclass(frozen=True)
class Sentence:
    """A sentence with its offset in the text; marks, code and link targets are blanked in `text`."""

    text: str
    offset: int
    marks: tuple[Span, ...]
    introduces: bool = False
    """Whether the next sentence of its paragraph names a source."""

    @property
    def claims(self) -> tuple[str, ...]:
        """The ids of the claims that the sentence points at."""
        return tuple(mark.raw[2:-1].partition(":")[0] for mark in self.marks if mark.kind == "claim")

    @property
    def asks(self) -> bool:
        """Whether the sentence is a question."""
        return self.text.rstrip(" \n\"'”’)*_.").endswith("?")


_END = re.compile(
    r"""
    [.!?\n](?:  # one set of signs to begin with: a search for it passes over words four times as fast
      (?<=[.!?])["'”’)\]*_]{0,4}\s+(?=["'“‘(*_\[]{0,4}[A-Z0-9@])  # the end of one, and the capital of the next
    | (?<=\n)[ \t]*\n
    | (?<=\n)[ \t]*(?:[-*+]|\d+\.)[ \t]+
    )
    """,
    re.VERBOSE,
)
_MARKUP = re.compile(r"`[^`\n]*`|\]\([^()\n]*+(?:\([^()\n]*+\)[^()\n]*+)*+\)")
_LONGEST = 800
"""Characters of a sentence that are judged at once."""
_ABBREVIATED = re.compile(r"\b(?:Ms|Mr|Mrs|Dr|No|vs|pp?|St|al)\.$")


def sentences(text: str) -> Iterator[Sentence]:
    """Yield the sentences of a Markdown text; one that never ends is cut, so that no pattern takes long over it."""
    marks = spans(text)
    shown = _blanked(text, marks)
    starts = [mark.start for mark in marks]
    ends = [*_ends(shown), len(text)]
    for number, (start, end) in enumerate(pairwise([0, *ends])):
        first, last = bisect_left(starts, start), bisect_left(starts, end)
        after = ends[number + 1] if number + 1 < len(ends) and "\n\n" not in shown[start:end] else end
        introduces = bisect_left(starts, after) > last
        if last > first or not shown[start:end].isspace():
            for at in range(start, end, _LONGEST):
                yield Sentence(shown[at : min(end, at + _LONGEST)], at, marks[first:last], introduces)


def _blanked(text: str, marks: tuple[Span, ...]) -> str:
    """Return the text with marks, code and link targets as spaces, so that every offset stays."""
    bare = _MARKUP.sub(lambda match: " " * len(match.group()), text) if "`" in text or "](" in text else text
    parts, at = [], 0
    for mark in marks:
        parts += [bare[at : mark.start], " " * (mark.end - mark.start)]
        at = mark.end
    return "".join([*parts, bare[at:]])


def _ends(shown: str) -> Iterator[int]:
    for match in _END.finditer(shown):
        end = match.start() + (match[0][0] != "\n")
        if not _ABBREVIATED.search(shown, max(0, end - 5), end):
            yield match.end()
