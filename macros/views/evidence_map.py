"""The evidence map: what the claims carry where a pillar meets a leg, and where there is nothing."""

from collections import Counter
from dataclasses import dataclass

from macros.evidence import Level
from macros.model.claim import Claim
from macros.model.pillar import Leg, Pillar
from macros.model.vocabulary import Population
from macros.views.sheet import Sheet

LEADERS = (Population.PRINCIPALS, Population.LEADER_TEAMS, Population.DISTRICT_LEADERS)


@dataclass(frozen=True)
class Cell:
    """The claims that bear on one pillar and one leg; `among_leaders` counts those found among leaders themselves."""

    pillar: Pillar
    leg: Leg
    claims: tuple[Claim, ...]
    levels: tuple[tuple[Level, int], ...]
    among_leaders: int

    @property
    def anchor(self) -> str:
        """The anchor of the cell on its page."""
        return f"evidence-{self.pillar.id}-{self.leg.id}"


def evidence_rows(sheet: Sheet) -> list[tuple[Pillar, list[Cell]]]:
    """Return a row for each pillar, a cell for each leg."""
    legs = sheet.handbook.all("legs")
    return [(pillar, [_cell(sheet, pillar, leg) for leg in legs]) for pillar in sheet.handbook.all("pillars")]


def _cell(sheet: Sheet, pillar: Pillar, leg: Leg) -> Cell:
    claims = sheet.handbook.all("claims", pillar.id, leg.id)
    count = Counter(sheet.grade(claim.id).level for claim in claims)
    levels = tuple((level, count[level]) for level in Level if count[level])
    return Cell(pillar, leg, claims, levels, sum(_found_among_leaders(sheet, claim) for claim in claims))


def _found_among_leaders(sheet: Sheet, claim: Claim) -> bool:
    grade = sheet.grade(claim.id)
    untested = grade.level in (Level.DEFINITION, Level.UNTESTED)
    return claim.about in LEADERS and not grade.borrowed and not untested
