"""Situations: a leader's problem in her own words."""

from typing import Annotated

from pydantic import Field

from macros.model.entry import Aliases, AsList, Entry, Review, Unique
from macros.model.ids import ClaimId, StrategyId
from macros.model.text import Text, at_most


class Situation(Entry):
    summary: Annotated[Text, at_most(45)] = Field(description="The short answer, in at most 45 words.")
    what_may_be_going_on: Text = Field(description="What may lie behind it.")
    strategies: Annotated[tuple[StrategyId, ...], AsList, Unique] = Field(
        min_length=1, description="What to try, first things first."
    )
    claims: Annotated[tuple[ClaimId, ...], AsList, Unique] = Field(min_length=1, description="Claims it rests on.")
    warning_signs: Text = Field(description="Signs that it is getting worse, or that it is something else.")
    aliases: Aliases = Field((), description="Other words by which people may look for this page.")
    reviewed: Review = Field(description="When somebody last read this against its sources.")
