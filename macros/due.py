"""When an entry is due for another review: so many months after the last one, and how many depends on its kind."""

from calendar import monthrange
from collections.abc import Mapping
from datetime import date

MONTHS: Mapping[str, int] = {
    "situations": 18,
    "strategies": 18,
    "pillars": 18,
    "legs": 18,
    "claims": 18,
    "guides": 18,
    "cases": 18,
    "paths": 18,
    "protocols": 36,
    "tools": 36,
    "terms": 36,
}
"""Folder -> months that a review lasts. Whatever leans on research has half the time of a script or of a word.

A study card has none, because a published work does not change: notices of retraction are looked up on their own. A
correction has none, because it is a record of its day.
"""


def due(folder: str, reviewed: date) -> date | None:
    """Return the last day on which a review of this date still holds; None where entries of the kind have no term."""
    months = MONTHS.get(folder)
    return None if months is None else _after(reviewed, months)


def _after(day: date, months: int) -> date:
    """Return the same day so many months later, or the last of that month where it is shorter."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
