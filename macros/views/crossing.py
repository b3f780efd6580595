"""Crossings: where a pillar and a leg meet, the strategies that do both."""

from dataclasses import dataclass

from macros.model.pillar import Leg, Pillar
from macros.model.strategy import Strategy
from macros.views.sheet import Sheet


@dataclass(frozen=True)
class Crossing:
    """One cell of the map of pillars and legs."""

    pillar: Pillar
    leg: Leg
    strategies: tuple[Strategy, ...]

    @property
    def anchor(self) -> str:
        """The anchor of the cell on the page of the map."""
        return f"map-{self.pillar.id}-{self.leg.id}"


def crossing(sheet: Sheet, pillar: Pillar, leg: Leg) -> Crossing:
    """Return the cell where a pillar and a leg meet."""
    return Crossing(pillar, leg, sheet.handbook.all("strategies", pillar.id, leg.id))


def crossings(sheet: Sheet, entry: Pillar) -> dict[str, object]:
    """Return the cells of one pillar along the legs, or of one leg along the pillars."""
    if isinstance(entry, Leg):
        cells = [(pillar, crossing(sheet, pillar, entry)) for pillar in sheet.handbook.all("pillars")]
    else:
        cells = [(leg, crossing(sheet, entry, leg)) for leg in sheet.handbook.all("legs")]
    return {"cells": cells}


def pillar_leg_rows(sheet: Sheet) -> list[tuple[Pillar, list[Crossing]]]:
    """Return the whole map: a row for each pillar, a cell for each leg."""
    legs = sheet.handbook.all("legs")
    return [(pillar, [crossing(sheet, pillar, leg) for leg in legs]) for pillar in sheet.handbook.all("pillars")]
