"""Dues: which entries are due for another review, and when. What is overdue depends on the day of the reader."""

from dataclasses import dataclass
from datetime import date
from itertools import groupby

from macros.due import MONTHS, due
from macros.model.collections import COLLECTIONS
from macros.model.entry import Review
from macros.views.overview import OVERVIEWS
from macros.views.sheet import Sheet
from macros.views.words import listed


@dataclass(frozen=True)
class Due:
    """The entries whose review holds until the same day, as pairs of folder and id."""

    by: date
    entries: tuple[tuple[str, str], ...]


def dues(sheet: Sheet) -> tuple[Due, ...]:
    """Return the days by which reviews are due, the first one first."""
    entries = ((folder, entry) for folder in COLLECTIONS for entry in sheet.handbook.all(folder))
    dated = ((by, folder, entry.id) for folder, entry in entries if (by := due_of(folder, entry)))
    days = groupby(sorted(dated, key=lambda each: each[0]), key=lambda each: each[0])
    return tuple(Due(day, tuple((folder, id) for _, folder, id in some)) for day, some in days)


def due_of(folder: str, entry: object) -> date | None:
    """Return when an entry is due for another review; None where its kind has no term, or nobody reviewed it yet."""
    reviewed: Review | None = getattr(entry, "reviewed", None)
    return due(folder, reviewed.on) if reviewed else None


def periods() -> list[tuple[int, str]]:
    """Return for how many months a review holds, with the kinds of entries as a phrase, the shortest first."""
    lengths = sorted({*MONTHS.values()})
    kinds = {months: [folder for folder in COLLECTIONS if MONTHS.get(folder) == months] for months in lengths}
    return [(months, listed([_kind(folder) for folder in folders])) for months, folders in kinds.items()]


def _kind(folder: str) -> str:
    title = OVERVIEWS[folder].title
    return {"legs": "legs of the stool", "terms": "words"}.get(folder, title.lower())
