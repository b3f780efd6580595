"""Reading paths: pages in an order, for a reader with so many minutes or so new to the job."""

from typing import Annotated

from pydantic import Field

from macros.model.entry import Aliases, AsList, Entry, Part, Review
from macros.model.text import Text, Usual, at_most
from macros.model.vocabulary import Amount


class Stage(Part):
    """One step of a path. What it takes to read is worked out from the pages that it links to."""

    do: Text = Field(description="What to read or do, with a link. Of several links the reader follows one.")
    read: Amount = Field(Amount.WHOLE, description="How much of the page to read: whole, top or nothing.")
    minutes: Annotated[int, Usual()] = Field(
        0, ge=0, le=10_000, description="Minutes for what is done beside the reading."
    )


class Path(Entry):
    order: int = Field(ge=1, le=1_000, description="Its place among its siblings, counted from 1.")
    summary: Annotated[Text, at_most(45)] = Field(description="Whom the path is for, in at most 45 words.")
    at_most: int | None = Field(None, ge=1, le=10_000, description="Minutes that all steps together must not pass.")
    steps: Annotated[tuple[Stage, ...], AsList] = Field(min_length=2, description="The steps, in order.")
    then: Text | None = Field(None, description="What comes after the path, or in its place.")
    aliases: Aliases = Field((), description="Other words by which people may look for this page.")
    reviewed: Review = Field(description="When somebody last read this against its sources.")
