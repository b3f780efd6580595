"""Guides: meetings of a book-study group, to print and to run."""

from itertools import accumulate
from typing import Annotated

from pydantic import Field

from macros.model.entry import Aliases, AsList, Entry, Part, Prompt, Review, Unique
from macros.model.ids import ClaimId, ProtocolId
from macros.model.protocol import Sizes
from macros.model.text import Line, Text, Usual, at_most
from macros.model.vocabulary import PartKind


class Reading(Part):
    """A page to read. What it takes to read is worked out from its words."""

    page: Line = Field(description="Address of the page, as in a link: /legs/joint-work.md")
    title: Line = Field(description="What the page is called.")


class SessionPart(Part):
    """One line of the agenda."""

    kind: PartKind = Field(description="What happens: opening, reading, protocol, discussion and so on.")
    title: Line = Field(description="The heading on the agenda.")
    do: Text = Field(description="What the group does.")
    minutes: dict[int, Annotated[int, Field(ge=0, le=180)]] = Field(
        description="Minutes of this part for each length of the meeting: {60: 10}."
    )
    protocol: ProtocolId | None = Field(None, description="The protocol that this part uses.")
    otherwise: Text | None = Field(None, description="What groups do that the protocol is too big or too small for.")
    turns: int = Field(
        0, ge=0, le=4, description="How often everyone speaks in turn; print works out the seconds each has."
    )
    prompts: Annotated[tuple[Prompt, ...], AsList, Usual()] = Field((), description="The questions of this part.")
    facilitator: Text = Field(description="Notes for the facilitator: likely answers, traps, what to do with silence.")
    lines: int = Field(0, ge=0, le=30, description="Ruled lines to write on in the printed guide.")

    def seconds_each(self, length: int, people: int) -> int:
        """Return the seconds, a multiple of five, that each person can speak in a meeting of `length` minutes."""
        speakers = people * self.turns
        return self.minutes.get(length, 0) * 60 // speakers // 5 * 5 if speakers else 0


class Session(Part):
    title: Line = Field(description="What the session is called.")
    aims: Annotated[tuple[Text, ...], AsList] = Field(min_length=1, description="What the group will have done.")
    reading: Annotated[tuple[Reading, ...], AsList] = Field((), description="What to read before or in the meeting.")
    parts: Annotated[tuple[SessionPart, ...], AsList] = Field(min_length=2, description="The agenda, in order.")
    claims: Annotated[tuple[ClaimId, ...], AsList, Unique] = Field(
        min_length=1, description="Claims printed as evidence cards."
    )
    commitment: Text = Field(description="What each person writes down before leaving.")
    rehearsal: Text | None = Field(None, description="What the facilitator brings, and tries out alone in ten minutes.")

    def starts(self, length: int) -> tuple[int, ...]:
        """Return the minute at which each part starts in a meeting of `length` minutes."""
        return tuple(accumulate((part.minutes.get(length, 0) for part in self.parts[:-1]), initial=0))


class Guide(Entry):
    edition: Line = Field(description="Edition, such as 2026-11.")
    summary: Annotated[Text, at_most(45)] = Field(description="What the group gets, in at most 45 words.")
    audience: Text = Field(description="Whom it is for.")
    group_size: Sizes = Field(description="The group sizes it is made for.")
    lengths: Annotated[tuple[Annotated[int, Field(ge=15, le=180)], ...], AsList, Unique] = Field(
        min_length=1, description="Lengths of the meeting in minutes: 45, 60, 90."
    )
    norms: Annotated[tuple[Text, ...], AsList] = Field((), description="What the group agrees on before it starts.")
    sessions: Annotated[tuple[Session, ...], AsList] = Field(min_length=1, description="The meetings, in order.")
    credit: Text = Field(description="Whose ideas the guide uses, with citations.")
    aliases: Aliases = Field((), description="Other words by which people may look for this page.")
    reviewed: Review = Field(description="When somebody last read this against its sources.")
