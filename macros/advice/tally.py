"""How easily the texts of each collection read, as a table."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from statistics import median

from macros.advice.passage import Passage
from macros.advice.reading_grade import PLAIN, grade_of

KINDS = {
    "summaries": ("summary", "definition"),
    "steps": ("do", "do_this_week", "try", "does"),
    "prompts": ("ask",),
    "other texts": (),
}
"""Columns of the table and the last names of the fields that they count."""


@dataclass(frozen=True)
class Share:
    """How many texts there are of a kind, and how many of them are of grade 9 or lower."""

    easy: int
    all: int

    @property
    def of_one(self) -> float:
        """The share of easy texts, from 0 to 1; 1 where there are none."""
        return self.easy / self.all if self.all else 1.0

    def __str__(self) -> str:
        return f"{self.of_one:.0%} of {self.all}" if self.all else "-"


def kind_of(passage: Passage) -> str:
    """Return the column in which a passage is counted."""
    last = passage.field.rpartition(".")[2]
    return next((kind for kind, fields in KINDS.items() if last in fields), "other texts")


def shares(passages: Iterable[Passage]) -> dict[str, Share]:
    """Return the share of easy texts of each kind; texts of a few words have no grade and are left out."""
    grades: dict[str, list[float]] = {kind: [] for kind in KINDS}
    for passage in passages:
        grade = grade_of(passage)
        if grade is not None:
            grades[kind_of(passage)].append(grade)
    return {kind: Share(sum(grade <= PLAIN for grade in found), len(found)) for kind, found in grades.items()}


def table(passages: Iterable[Passage]) -> str:
    """Return the table: for each collection the shares of easy texts, and the median grade."""
    by_collection: dict[str, list[Passage]] = {}
    for passage in passages:
        by_collection.setdefault(passage.collection, []).append(passage)
    rows = [["texts at grade 9 or lower", *KINDS, "median grade"], *_rows(by_collection)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "\n".join("  ".join(map(str.ljust, row, widths)).rstrip() for row in rows)


def _rows(by_collection: dict[str, list[Passage]]) -> Iterator[list[str]]:
    for collection, found in by_collection.items():
        grades = [grade for passage in found if (grade := grade_of(passage)) is not None]
        middle = f"{median(grades):.1f}" if grades else "-"
        yield [collection, *map(str, shares(found).values()), middle]
