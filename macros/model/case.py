"""Cases: what a real organisation does, as far as sources carry it."""

from typing import Annotated

from pydantic import Field

from macros.model.entry import Aliases, AsList, Entry, Review, Unique
from macros.model.ids import CitationKey, LegRef, PillarRef
from macros.model.text import Line, Text, at_most


class Case(Entry):
    organisation: Line = Field(description="The organisation's name.")
    country: Line = Field(description="Where it works.")
    kind: Line = Field(description="What kind of school or group of schools.")
    summary: Annotated[Text, at_most(45)] = Field(description="What is worth knowing, in at most 45 words.")
    pillars: Annotated[tuple[PillarRef, ...], AsList, Unique] = Field((), description="Pillars it shows.")
    legs: Annotated[tuple[LegRef, ...], AsList, Unique] = Field((), description="Legs it shows.")
    practice: Text = Field(description="What they do, with citations.")
    known: Text = Field(description="What is known of the outcome.")
    not_known: Text = Field(description="What is not known.")
    sources: Annotated[tuple[CitationKey, ...], AsList, Unique] = Field(
        min_length=1, description="Citation keys of what tells of it."
    )
    aliases: Aliases = Field((), description="Other words by which people may look for this page.")
    reviewed: Review = Field(description="When somebody last read this against its sources.")
