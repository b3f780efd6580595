"""Numbers: every statistic of the claims, side by side only with others of its own kind.

A kind is one metric counted by one unit. Numbers of different kinds answer different questions, so nothing here ranks
them; within a kind they stand in alphabetical order of what they measure.
"""

from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from macros.model.claim import Claim, Evidence, Result
from macros.model.vocabulary import Metric, Population
from macros.views.sheet import Sheet
from macros.views.words import rank

NAMES = {
    Metric.D: "Differences in standard deviations (d)",
    Metric.G: "Differences in standard deviations (g)",
    Metric.R: "Correlations (r)",
    Metric.RHO: "Correlations corrected for error of measurement (ρ)",
    Metric.BETA: "Regression weights (β)",
    Metric.STANDARD_DEVIATIONS: "Shares of a standard deviation",
    Metric.PERCENT: "Percent",
    Metric.PERCENTAGE_POINTS: "Percentage points",
    Metric.MONTHS: "Months of learning",
    Metric.COUNT: "Counts",
    Metric.VARIANCE: "Percent of the variance explained",
}
DRAWN = (Metric.D, Metric.G, Metric.R, Metric.RHO, Metric.BETA, Metric.STANDARD_DEVIATIONS)
"""Metrics that can stand on a common axis."""
WIDTH, MARGIN, ROW, AXIS = 640, 34, 26, 30
STEP = Decimal("0.5")


@dataclass(frozen=True)
class Number:
    """A statistic with the claim and the source that it belongs to."""

    claim: Claim
    link: Evidence
    result: Result


@dataclass(frozen=True)
class Mark:
    """A number on an axis: its place in the list, its height, and where it starts and ends."""

    place: int
    y: float
    start: float
    end: float


@dataclass(frozen=True)
class Plot:
    """An axis with its marks, in units of the drawing; ticks are pairs of place and label."""

    width: int
    height: float
    marks: tuple[Mark, ...]
    ticks: tuple[tuple[float, str], ...]


@dataclass(frozen=True)
class Kind:
    """All numbers of one metric, counted by one unit; `plot` is None where there is nothing to set side by side."""

    metric: Metric
    unit: Population
    numbers: tuple[Number, ...]
    plot: Plot | None

    @property
    def name(self) -> str:
        """What a reader sees above the numbers."""
        return f"{NAMES[self.metric]}, compared between {self.unit.label}"

    @property
    def anchor(self) -> str:
        """The anchor of the kind on its page."""
        return f"numbers-{self.metric}-{self.unit}"


def kinds_of_numbers(sheet: Sheet) -> list[Kind]:
    """Return the kinds of numbers in the order of the vocabulary."""
    found: dict[tuple[Metric, Population], dict[object, Number]] = {}
    for claim in sheet.handbook.all("claims"):
        for link in claim.evidence:
            if link.result is not None:
                same = found.setdefault((link.result.metric, link.result.unit_of_analysis), {})
                same.setdefault((link.source, link.result), Number(claim, link, link.result))
    order = sorted(found, key=lambda kind: (rank(kind[0]), rank(kind[1])))
    return [_kind(*kind, list(found[kind].values())) for kind in order]


def _kind(metric: Metric, unit: Population, numbers: list[Number]) -> Kind:
    numbers = sorted(numbers, key=lambda number: (number.result.of.casefold(), number.link.source))
    drawn = metric in DRAWN and len(numbers) > 1
    return Kind(metric, unit, tuple(numbers), _plot([number.result for number in numbers]) if drawn else None)


def _plot(results: list[Result]) -> Plot:
    ends = [end for result in results for end in (result.value, result.to or result.value)]
    low = min(Decimal(0), (min(ends) / STEP).to_integral_value(ROUND_FLOOR) * STEP)
    high = max(STEP, (max(ends) / STEP).to_integral_value(ROUND_CEILING) * STEP)

    def place(value: Decimal) -> float:
        return round(MARGIN + float((value - low) / (high - low)) * (WIDTH - 2 * MARGIN), 1)

    marks = tuple(
        Mark(number, ROW * number, place(result.value), place(result.to or result.value))
        for number, result in enumerate(results, 1)
    )
    ticks = tuple((place(low + STEP * step), f"{low + STEP * step:g}") for step in range(int((high - low) / STEP) + 1))
    return Plot(WIDTH, ROW * (len(results) + 1) + AXIS, marks, ticks)
