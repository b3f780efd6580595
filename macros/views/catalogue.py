"""The catalogue: every work of the bibliography, and the same works by design, pillar, leg and year."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from macros.model.study import Study
from macros.views.sheet import Sheet
from macros.views.study import pages_that_cite
from macros.views.words import rank

UNDATED = "No date"


@dataclass(frozen=True)
class Listed:
    """A work as the catalogue shows it; `pillars` and `legs` are those of the claims that rest on it."""

    key: str
    study: Study | None
    year: str
    uses: int
    pillars: tuple[str, ...]
    legs: tuple[str, ...]


def catalogue(sheet: Sheet) -> dict[str, object]:
    """Return all works in the order of a reference list, and the ways to sort them."""
    works = [_listed(sheet, key) for key in sheet.prose.order(sheet.handbook.bibliography.works)]
    return {"works": works, "ways": [(words, groups) for words, groups in _ways(sheet, works) if groups]}


def _listed(sheet: Sheet, key: str) -> Listed:
    claims = [claim for claim in sheet.handbook.all("claims") if any(link.source == key for link in claim.evidence)]
    pillars = dict.fromkeys(id for claim in claims for id in claim.pillars)
    legs = dict.fromkeys(id for claim in claims for id in claim.legs)
    uses = len(pages_that_cite(sheet.handbook, key))
    return Listed(key, sheet.handbook.study(key), _year(sheet, key), uses, tuple(pillars), tuple(legs))


def _year(sheet: Sheet, key: str) -> str:
    issued = sheet.handbook.bibliography.works[key].csl.get("issued", {})
    parts = issued.get("date-parts") or [[UNDATED]]
    return str(parts[0][0])


Groups = list[tuple[str, list[Listed]]]


def _ways(sheet: Sheet, works: list[Listed]) -> Iterator[tuple[str, Groups]]:
    designs = sorted({work.study.design for work in works if work.study}, key=rank)
    yield "By design", [(d.label, [w for w in works if w.study and w.study.design is d]) for d in designs]
    for words, folder in (("By pillar", "pillars"), ("By leg", "legs")):
        entries = sheet.handbook.all(folder)
        yield words, _filled((one.title, [w for w in works if one.id in getattr(w, folder)]) for one in entries)
    years = sorted({work.year for work in works}, reverse=True)
    yield "By year", [(year, [work for work in works if work.year == year]) for year in years]


def _filled(groups: Iterable[tuple[str, list[Listed]]]) -> Groups:
    return [group for group in groups if group[1]]
