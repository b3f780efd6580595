"""Effect sizes turned into one another: the numbers that the handbook prints as converted."""

from decimal import Decimal

import pytest

from macros.effect_size import converted, d_from_r, r_from_d
from macros.model.claim import Result
from macros.model.vocabulary import Metric, Population


def result(metric: Metric, value: str, to: str | None = None) -> Result:
    """Return a result about schools."""
    ends = {"value": Decimal(value), "to": to and Decimal(to)}
    return Result(metric=metric, **ends, unit_of_analysis=Population.SCHOOLS, of="belief with achievement")


def test_the_best_known_d_is_a_correlation_restated() -> None:
    there = converted(result(Metric.D, "1.57"))
    assert there is not None
    assert (there.metric, there.value) == (Metric.R, Decimal("0.617"))


def test_a_correlation_restated_as_d() -> None:
    there = converted(result(Metric.R, "0.52"))
    assert there is not None
    assert (there.metric, there.value) == (Metric.D, Decimal("1.22"))


@pytest.mark.parametrize("r", [-1.0, 1.0, 1.57, -3.0, float("nan")])
def test_what_is_no_correlation_is_refused(r: float) -> None:
    with pytest.raises(ValueError, match="lies between -1 and 1"):
        d_from_r(r)


@pytest.mark.parametrize("r", [-0.99, -0.5, -0.001, 0.0, 0.34, 0.617, 0.99])
def test_there_and_back_is_the_same_correlation(r: float) -> None:
    assert r_from_d(d_from_r(r)) == pytest.approx(r, abs=1e-12)


def test_a_minus_stays_a_minus() -> None:
    assert r_from_d(-1.57) == -r_from_d(1.57)
    assert d_from_r(-0.52) == -d_from_r(0.52)


def test_schools_stay_schools_and_both_ends_are_converted() -> None:
    there = converted(result(Metric.R, "0.537", to="0.628"))
    assert there is not None
    assert (there.value, there.to) == (Decimal("1.27"), Decimal("1.61"))
    assert there.unit_of_analysis is Population.SCHOOLS
    assert there.of == "belief with achievement"


@pytest.mark.parametrize("metric", [each for each in Metric if each not in (Metric.D, Metric.R)])
def test_no_other_unit_is_converted(metric: Metric) -> None:
    assert converted(result(metric, "0.4")) is None
