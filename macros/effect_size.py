"""Effect sizes turned into one another.

The formulas are those of Borenstein et al. (2009), "Converting among effect sizes", in Introduction to Meta-Analysis,
pp. 45-49, for two groups of equal size; the handbook cites them as borenstein2009converting.
"""

from collections.abc import Callable
from decimal import Decimal
from math import sqrt

from macros.model.claim import Result
from macros.model.vocabulary import Metric

FORMULA_SOURCE = "borenstein2009converting"


def d_from_r(r: float) -> float:
    """Return the standardized mean difference d (in standard deviations) of a correlation r between -1 and 1.

    d = 2r / sqrt(1 - r²). Raises ValueError where r is not between -1 and 1.
    """
    if not -1 < r < 1:
        raise ValueError(f"a correlation lies between -1 and 1, not at {r}")
    return 2 * r / sqrt(1 - r * r)


def r_from_d(d: float) -> float:
    """Return the correlation r of a standardized mean difference d (in standard deviations): r = d / sqrt(d² + 4)."""
    return d / sqrt(d * d + 4)


def converted(result: Result) -> Result | None:
    """Return the same result in the other metric, to three places for r and two for d; None for any other metric."""
    if result.metric is Metric.D:
        return _in(Metric.R, result, lambda value: f"{r_from_d(value):.3f}")
    if result.metric is Metric.R:
        return _in(Metric.D, result, lambda value: f"{d_from_r(value):.2f}")
    return None


def _in(metric: Metric, result: Result, convert: Callable[[float], str]) -> Result:
    values = {"value": Decimal(convert(float(result.value)))}
    if result.to is not None:
        values["to"] = Decimal(convert(float(result.to)))
    return result.model_copy(update={"metric": metric, **values})
