"""Strategies: what a leader can do, from this week on."""

from typing import Annotated

from pydantic import Field

from macros.model.entry import Aliases, AsList, Entry, Part, Prompt, Review, Unique
from macros.model.ids import ClaimId, LegRef, PillarRef, StrategyId
from macros.model.text import Line, Text, at_most


class Time(Part):
    """What a strategy costs, in minutes."""

    start: int = Field(ge=1, le=10_000, description="Minutes it takes to begin.")
    weekly: int = Field(ge=0, le=10_000, description="Minutes a week from then on, averaged.")


class Step(Part):
    do: Text = Field(description="What to do. One action.")
    minutes: int = Field(ge=1, le=10_000, description="How many minutes it takes.")
    who: Line = Field(description="Who does it.")


class Roadblock(Part):
    problem: Text = Field(description="What goes wrong in real schools.")
    attempt: Text = Field(alias="try", description="What to try when it does.")


class Strategy(Entry):
    summary: Annotated[Text, at_most(35)] = Field(description="The verdict, in at most 35 words.")
    pillars: Annotated[tuple[PillarRef, ...], AsList, Unique] = Field(min_length=1, description="Pillars it builds.")
    legs: Annotated[tuple[LegRef, ...], AsList, Unique] = Field(min_length=1, description="Legs it steadies.")
    do_this_week: Annotated[Text, at_most(60)] = Field(description="One action for this week, in at most 60 words.")
    time: Time = Field(description="What it costs in minutes.")
    when_to_use: Text = Field(description="When it helps.")
    when_not_to_use: Text = Field(description="When something else should come first.")
    steps: Annotated[tuple[Step, ...], AsList] = Field(min_length=2, description="The steps, in order.")
    roadblocks: Annotated[tuple[Roadblock, ...], AsList] = Field(min_length=2, description="What gets in the way.")
    claims: Annotated[tuple[ClaimId, ...], AsList, Unique] = Field(
        min_length=1,
        description="Claims it rests on; the first is the main claim, whose grade stands for the strategy.",
    )
    why: Text = Field(description="Why it may work: the reasoning, with claims and citations.")
    how_to_tell: Text = Field(description="What to look at to see whether it works.")
    unknowns: Text = Field(description="What nobody knows yet.")
    prompts: Annotated[tuple[Prompt, ...], AsList] = Field(
        min_length=1, description="Questions for a leader or a group."
    )
    looks_like: Text = Field(description="An illustration from one kind of school; it is printed as an illustration.")
    aliases: Aliases = Field((), description="Other words by which people may look for this page.")
    related: Annotated[tuple[StrategyId, ...], AsList, Unique] = Field((), description="Strategies that come next.")
    reviewed: Review = Field(description="When somebody last read this against its sources.")
