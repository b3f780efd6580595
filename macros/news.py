"""News: what happened to which entry on which day, as the content records it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from macros.handbook import Handbook
from macros.model.entry import Review


class Happening(StrEnum):
    """What happened to an entry, the most telling first; a word is that of a review's outcome, where there is one."""

    CORRECTED = "corrected"
    CHANGED = "changed"
    NEW = "new"
    UNCHANGED = "unchanged"


HAPPENED = {
    Happening.CORRECTED: "Corrected",
    Happening.CHANGED: "Changed",
    Happening.NEW: "New",
    Happening.UNCHANGED: "Reviewed and left as it was",
}
"""What happened, in a reader's words."""
FOLDERS = (
    *("corrections", "situations", "strategies", "paths", "pillars", "legs", "guides"),
    *("protocols", "tools", "cases", "claims", "terms"),
)
"""Collections whose entries make news, in the order in which a reader cares for them."""


@dataclass(frozen=True)
class News:
    """One thing that happened to one entry."""

    on: date
    what: Happening
    folder: str
    id: str
    title: str


def news(handbook: Handbook) -> tuple[News, ...]:
    """Return everything that happened, the newest first; of one day corrections, then changes, then what is new."""
    found = _found(handbook)
    rank = [*Happening]
    return tuple(sorted(found, key=lambda each: (-each.on.toordinal(), rank.index(each.what))))


def _found(handbook: Handbook) -> Iterator[News]:
    for folder in FOLDERS:
        for entry in handbook.all(folder):
            reviewed: Review | None = getattr(entry, "reviewed", None)
            if folder == "corrections":
                yield News(entry.on, Happening.CORRECTED, folder, entry.id, entry.title)
            elif reviewed is not None:
                yield News(reviewed.on, Happening(reviewed.outcome.value), folder, entry.id, entry.title)
