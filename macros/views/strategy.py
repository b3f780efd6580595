"""Strategies on pages: which others belong beside one, and which sheets it can be done with."""

from functools import partial

from macros.model.strategy import Strategy
from macros.views.sheet import Sheet


def related(sheet: Sheet, strategy: Strategy) -> dict[str, object]:
    """Return the strategies that this one names as related, then those that name it, and its sheets to print.

    Content says each of these once, one way.
    """
    naming = partial(sheet.handbook.naming, folder="strategies", id=strategy.id)
    named_by = [one for one in naming("strategies") if strategy.id in one.related]
    tools = [tool for tool in naming("tools") if strategy.id in tool.for_strategies]
    return {"related": [*sheet.entries("strategies", strategy.related), *named_by], "tools": tools}
