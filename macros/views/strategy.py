"""Strategies on pages: which others belong beside one, and which sheets it can be done with."""

from macros.model.strategy import Strategy
from macros.views.sheet import Sheet


def related(sheet: Sheet, strategy: Strategy) -> dict[str, object]:
    """Return the strategies that this one names as related, then those that name it, and its sheets to print.

    Content says each of these once, one way.
    """
    named_by = [one for one in sheet.handbook.all("strategies") if strategy.id in one.related]
    tools = [tool for tool in sheet.handbook.all("tools") if strategy.id in tool.for_strategies]
    return {"related": [*sheet.entries("strategies", strategy.related), *named_by], "tools": tools}
