"""Strategies on pages: which others belong beside one."""

from macros.model.strategy import Strategy
from macros.views.sheet import Sheet


def related(sheet: Sheet, strategy: Strategy) -> dict[str, object]:
    """Return the strategies that this one names as related, then those that name it: content says it once, one way."""
    named_by = [one for one in sheet.handbook.all("strategies") if strategy.id in one.related]
    return {"related": [*sheet.entries("strategies", strategy.related), *named_by]}
