"""Corrections: what the handbook once said wrong, what it says now, and why; the log is never thinned out."""

from datetime import date
from typing import Annotated

from pydantic import Field

from macros.model.entry import AsList, Entry, Unique
from macros.model.ids import CitationKey, ClaimId, StrategyId
from macros.model.text import Line, Text


class Correction(Entry):
    on: date = Field(description="Date of the correction, as year-month-day.")
    claims: Annotated[tuple[ClaimId, ...], AsList, Unique] = Field((), description="Claims that it changed.")
    strategies: Annotated[tuple[StrategyId, ...], AsList, Unique] = Field((), description="Strategies that it changed.")
    sources: Annotated[tuple[CitationKey, ...], AsList, Unique] = Field(
        (), description="Citation keys of works whose entry or study card it changed."
    )
    was: Text = Field(description="What the handbook said.")
    now: Text = Field(description="What it says now.")
    why: Text = Field(description="Why the old words were wrong, with the source that shows it.")
    reported_by: Line | None = Field(None, description="Who noticed, by role and never by name: a reader, an author.")

    @property
    def summary(self) -> str:
        """The sentence that stands for the correction in lists."""
        return self.now
