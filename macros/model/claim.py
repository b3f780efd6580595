"""Claims: one empirical sentence each, with its evidence, its limits and who disputes it."""

from datetime import date
from decimal import Decimal
from typing import Annotated

from pydantic import Field

from macros.model.entry import Aliases, AsList, Entry, Part, Review, Unique
from macros.model.ids import CitationKey, LegRef, PillarRef
from macros.model.text import Line, Text, Usual, at_most
from macros.model.vocabulary import Metric, Population, Raters, ReadAs, Relation, Role


class Result(Part):
    """A statistic as its source prints it."""

    metric: Metric = Field(description="The unit of the number, such as d, r, percent or months.")
    value: Decimal = Field(description="The number, or the lower end of a range.")
    to: Decimal | None = Field(None, description="The upper end, where the source gives a range.")
    unit_of_analysis: Population = Field(description="What was counted or compared: schools are never called students.")
    of: Line = Field(description="What the number measures, in a few words.")


class Evidence(Part):
    """What one source says about the claim."""

    source: CitationKey = Field(description="Citation key in references.bib.")
    role: Role = Field(description="What the source does: supports, disputes, qualifies (sets a limit) or defines.")
    studied: Population = Field(description="Whom the source studied.")
    finding: Text = Field(description="What the source found, in our words.")
    locator: Line = Field(description="Where in the source: abstract, p. 12, chapter 3.")
    read_as: ReadAs = Field(
        description="How it was read: full-text, abstract or secondary (somebody else tells of it)."
    )
    raters: Raters | None = Field(
        None, description="Who rated the two things compared: the same people, independent people, or records."
    )
    result: Result | None = Field(None, description="The number that the source gives, typed once, here.")


class Search(Part):
    """A search for disputes that found none."""

    on: date = Field(description="Date of the search, as year-month-day.")
    where: Line = Field(description="Where the search looked.")


class Claim(Entry):
    statement: Annotated[Text, at_most(60)] = Field(description="The claim, in one sentence of at most 60 words.")
    about: Population = Field(description="Whom the claim speaks of.")
    relation: Relation = Field(
        description="How far it goes: defines, proposes, describes, goes-with, predicts or causes (only with a trial)."
    )
    pillars: Annotated[tuple[PillarRef, ...], AsList, Unique] = Field((), description="Pillars it bears on.")
    legs: Annotated[tuple[LegRef, ...], AsList, Unique] = Field((), description="Legs it bears on.")
    does_not_prove: Text = Field(description="What a reader must not conclude from it.")
    rests_on: Text | None = Field(None, description="What the statement or its number really rests on.")
    evidence: Annotated[tuple[Evidence, ...], AsList] = Field(
        min_length=1, description="The sources, and what each says."
    )
    resolved: Text | None = Field(None, description="Why a dispute is settled.")
    searched: Annotated[Search | None, Usual()] = Field(
        None, description="When and where you looked for a source that disputes it, and found none."
    )
    aliases: Aliases = Field((), description="Other words by which people may look for this page.")
    reviewed: Review = Field(description="When somebody last read this against its sources.")
