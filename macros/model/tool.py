"""Tools: sheets to print and write on, each for one use in a real week, without student data."""

from typing import Annotated

from pydantic import Field

from macros.model.entry import Aliases, AsList, Entry, Part, Review, Unique
from macros.model.ids import StrategyId
from macros.model.text import Line, Text, Usual, at_most
from macros.model.vocabulary import SheetKind

POINTS = 5
"""The numbers of a scale: 1 to 5."""


class SheetPart(Part):
    """One part of a sheet, from its heading down to the next."""

    heading: Line = Field(description="The heading of the part, or the question that it asks.")
    kind: SheetKind = Field(description="What to print: lines, table, checklist, scale or text.")
    text: Annotated[Text | None, Usual()] = Field(
        None, description="A sentence of help under the heading; for text, what stands there."
    )
    items: Annotated[tuple[Line, ...], AsList, Unique] = Field(
        (), description="What stands before lines, at the head of each row, beside each box, or is rated on a scale."
    )
    columns: Annotated[tuple[Line, ...], AsList, Unique] = Field((), description="The headings of a table's columns.")
    shares: Annotated[tuple[Annotated[int, Field(ge=1, le=9)], ...], AsList] = Field(
        (), description="How wide the columns are beside one another: 3, 1, 1 makes the first three times as wide."
    )
    rows: int = Field(
        0, ge=0, le=30, description="Empty rows of a table, or lines to write on (after each item). The page adds more."
    )
    low: Line | None = Field(None, description="What 1 means on a scale.")
    high: Line | None = Field(None, description="What 5 means on a scale.")


class Tool(Entry):
    summary: Annotated[Text, at_most(30)] = Field(description="What the sheet is for, in at most 30 words.")
    for_strategies: Annotated[tuple[StrategyId, ...], AsList, Unique] = Field(
        min_length=1, description="Strategies that it serves; the first stands on the sheet."
    )
    minutes: int = Field(ge=1, le=10_000, description="How many minutes it takes to fill in.")
    who: Line = Field(description="Who fills it in.")
    use: Text = Field(description="How to use it, in two or three sentences.")
    wide: bool = Field(False, description="true where the sheet is wider than it is high.")
    parts: Annotated[tuple[SheetPart, ...], AsList] = Field(min_length=1, description="The sheet, from top to bottom.")
    aliases: Aliases = Field((), description="Other words by which people may look for this page.")
    reviewed: Review = Field(description="When somebody last read this against its sources.")
