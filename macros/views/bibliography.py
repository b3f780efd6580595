"""The bibliography: every work with the pages that cite it, and the same works by design, pillar, leg and year."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from macros.model.study import Study
from macros.model.vocabulary import Design
from macros.views.sheet import Sheet
from macros.views.study import pages_that_cite
from macros.views.words import sentence

UNDATED = "No date"
SHOWN = 5
"""Pages that cite a work and are shown at once; the rest are folded."""


@dataclass(frozen=True)
class Listed:
    """A work as the bibliography shows it; `pillars` and `legs` are those of the claims that rest on it."""

    key: str
    study: Study | None
    year: str
    pages: tuple[tuple[str, str], ...]
    """Title and URL of each page that cites it."""
    pillars: tuple[str, ...]
    legs: tuple[str, ...]


@dataclass(frozen=True)
class Group:
    """The works of one pillar, leg, design or year; `value` is what a filter compares."""

    value: str
    words: str
    works: tuple[Listed, ...]


@dataclass(frozen=True)
class Way:
    """One way to sort the works: its name for a reader and for the filter, and its groups."""

    words: str
    name: str
    groups: tuple[Group, ...]


def bibliography(sheet: Sheet) -> dict[str, object]:
    """Return all works in the order of a reference list, and the ways to sort them."""
    works = tuple(_listed(sheet, key) for key in sheet.prose.order(sheet.handbook.bibliography.works))
    ways = [way for way in _ways(sheet, works) if way.groups]
    filters = [(sentence(way.words), way.name, [_choice(group) for group in way.groups]) for way in ways]
    return {"works": works, "ways": ways, "filters": filters, "shown": SHOWN}


def _choice(group: Group) -> tuple[str, str]:
    return group.value, f"{group.words} ({len(group.works)})"


def _listed(sheet: Sheet, key: str) -> Listed:
    naming = sheet.handbook.naming("claims", "studies", key)
    claims = [claim for claim in naming if any(link.source == key for link in claim.evidence)]
    pillars = dict.fromkeys(id for claim in claims for id in claim.pillars)
    legs = dict.fromkeys(id for claim in claims for id in claim.legs)
    pages = [(sheet.title(*page), sheet.href(*page)) for page in pages_that_cite(sheet.handbook, key)]
    return Listed(key, sheet.handbook.study(key), _year(sheet, key), tuple(pages), tuple(pillars), tuple(legs))


def _year(sheet: Sheet, key: str) -> str:
    issued = sheet.handbook.bibliography.works[key].csl.get("issued", {})
    parts = issued.get("date-parts") or [[UNDATED]]
    return str(parts[0][0])


def _ways(sheet: Sheet, works: Iterable[Listed]) -> Iterator[Way]:
    listed = tuple(works)
    for words, name in (("pillar", "pillars"), ("leg", "legs")):
        entries = sheet.handbook.all(name)
        yield Way(
            words,
            name,
            _filled((one.id, one.title, [w for w in listed if one.id in getattr(w, name)]) for one in entries),
        )
    used = {work.study.design for work in listed if work.study}
    ordered = [design for design in Design if design in used]
    yield Way(
        "design",
        "design",
        _filled((str(d), d.label, [w for w in listed if w.study and w.study.design is d]) for d in ordered),
    )
    years = sorted({work.year for work in listed}, key=lambda year: (year != UNDATED, year), reverse=True)
    yield Way("year", "year", _filled((year, year, [work for work in listed if work.year == year]) for year in years))


def _filled(groups: Iterable[tuple[str, str, list[Listed]]]) -> tuple[Group, ...]:
    return tuple(Group(value, words, tuple(works)) for value, words, works in groups if works)
