"""Pillars of a great principal (Couros & Apsey), legs of the stool of collective leader efficacy (DeWitt & Nelson)."""

from typing import Annotated

from pydantic import Field

from macros.model.entry import Aliases, AsList, Entry, Prompt, Review, Unique
from macros.model.ids import ClaimId, StrategyId
from macros.model.text import Line, Text, at_most


class Pillar(Entry):
    """One of the five pillars."""

    order: int = Field(ge=1, le=5, description="Its place among its siblings, counted from 1.")
    credit: Text = Field(description="Whose idea it is, with a citation.")
    summary: Annotated[Text, at_most(45)] = Field(description="The verdict, in at most 45 words.")
    what_it_is: Text = Field(description="What the idea says, in plain words.")
    why_it_is_hard: Text = Field(description="What gets in the way in real schools.")
    what_it_looks_like: Text = Field(
        description="What a visitor would see where it is strong. A list of concrete signs."
    )
    when_it_is_missing: Text = Field(description="What a visitor would see where it is weak, without blame.")
    what_the_evidence_carries: Text = Field(description="What research supports and what it does not. Cite claims.")
    needs: Text = Field(description="Where this pillar or leg needs the others.")
    claims: Annotated[tuple[ClaimId, ...], AsList, Unique] = Field(min_length=1, description="Claims it rests on.")
    strategies: Annotated[tuple[StrategyId, ...], AsList, Unique] = Field(
        min_length=1, description="Strategies in the order in which a leader would take them up."
    )
    why_this_order: Annotated[Text, at_most(70)] = Field(
        description="Why the strategies stand in this order, in at most 70 words."
    )
    prompts: Annotated[tuple[Prompt, ...], AsList] = Field(min_length=1, description="Questions to think with.")
    aliases: Aliases = Field((), description="Other words by which people may look for this page.")
    reviewed: Review = Field(description="When somebody last read this against its sources.")


class Leg(Pillar):
    """One of the three legs; a leg has every field of a pillar, and its authors' other name for it."""

    order: int = Field(ge=1, le=3, description="Its place among its siblings, counted from 1.")
    also_called: Line | None = Field(None, description="Another name that its authors use.")
