"""Years that cannot be."""

from collections.abc import Iterator
from typing import Any

from macros.bibliography.work import Work
from macros.problems import Problem

LAST_YEAR = 2099
"""No work is dated later, whatever is passed in; the clock is never asked, so that a check gives the same answer."""
_FIRST_JOURNAL = 1665
"""Philosophical Transactions and the Journal des sçavans began in this year."""
_MODERN = frozenset([
    "article-journal", "article-magazine", "article-newspaper", "report", "thesis", "webpage", "post",
    "post-weblog", "dataset", "software", "motion_picture", "broadcast", "paper-conference", "patent", "standard",
])  # fmt: skip


def impossible_year(work: Work, latest_year: int | None = None) -> Iterator[Problem]:
    """A year must not lie beyond the year after `latest_year`, nor before such works existed."""
    years = _years(work.csl.get("issued"))
    place = work.place_of("date", "year")
    latest = LAST_YEAR if latest_year is None else min(latest_year + 1, LAST_YEAR)
    for year in years:
        if year > latest:
            yield Problem(place, f"The year {year} has not come yet. Is a digit wrong?", "bib-year")
        elif year < _FIRST_JOURNAL and work.csl["type"] in _MODERN:
            yield Problem(place, f"The year {year} is too early for such a work. Is a digit wrong?", "bib-year")


def backward_dates(work: Work) -> Iterator[Problem]:
    """A range must end after it begins, an original must come first, and nobody reads a work before it exists."""
    for variable, fields in (("issued", ("date", "year")), ("event-date", ("eventdate",))):
        ends = (work.csl.get(variable) or {}).get("date-parts", [])
        if len(ends) == 2 and ends[1] != [0] and ends[1] < ends[0]:
            yield Problem(work.place_of(*fields), "This range of dates ends before it begins.", "bib-year")
    years, first, read = (_years(work.csl.get(name)) for name in ("issued", "original-date", "accessed"))
    if years and first and first[0] > years[-1]:
        message = f"The original of {first[0]} comes after this work of {years[-1]}. Are they exchanged?"
        yield Problem(work.place_of("origdate", "date", "year"), message, "bib-year")
    if years and read and read[0] < years[0]:
        message = f"This was read in {read[0]}, before it appeared in {years[0]}. Correct urldate or the year."
        yield Problem(work.place_of("urldate"), message, "bib-year")


def _years(date: dict[str, Any] | None) -> list[int]:
    return [parts[0] for parts in (date or {}).get("date-parts", []) if parts and parts != [0]]
