"""Study cards: what is known of each cited work, and what of it was seen."""

from datetime import date
from typing import Annotated

from pydantic import Field

from macros.model.entry import AsList, Part, Record, Unique
from macros.model.text import Line, Text, Usual
from macros.model.vocabulary import Design, Interest, Population, Status


class Sight(Part):
    """One reading of a source."""

    what: Line = Field(description="What was read: abstract, full text, publisher's page, review of the book.")
    where: Line = Field(description="The address at which it was read, or its place in words.")
    on: date = Field(description="Date of the reading, as year-month-day.")


class Study(Record):
    """The card of one work; its file is named after the citation key."""

    design: Design = Field(description="How the study was done.")
    synthesises: Design | None = Field(
        None, description="For a meta-analysis or synthesis: the kind of study that it pools."
    )
    studies_pooled: int | None = Field(None, ge=1, le=1_000_000, description="How many studies it pools.")
    population: Population = Field(description="Whom it studied.")
    country: Annotated[Line | None, Usual()] = Field(None, description="Where the people studied live.")
    sample: Annotated[Line | None, Usual()] = Field(None, description="How many were studied, as the source says.")
    years: Annotated[Line | None, Usual()] = Field(None, description="When the data were collected.")
    peer_reviewed: Annotated[bool | None, Usual()] = Field(
        None, description="true when a journal's or book's reviewers checked it."
    )
    interest: Interest = Field(
        description="What the authors stand to gain: none, framework-author (their idea) or vendor (they sell it)."
    )
    limit: Text = Field(description="The one limit that a reader must know.")
    status: Status = Field(
        Status.OK, description="What its publisher has announced since: ok (nothing), corrected, concern or retracted."
    )
    status_date: date | None = Field(None, description="Date of the notice.")
    seen: Annotated[tuple[Sight, ...], AsList] = Field(min_length=1, description="What was read, where and when.")
    unseen: Annotated[tuple[Line, ...], AsList, Unique] = Field(
        (), description="Fields that were not seen, by name: printed as not seen."
    )
