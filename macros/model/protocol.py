"""Protocols: ways for a group to talk that give everyone a turn."""

from typing import Annotated

from pydantic import Field

from macros.model.entry import Aliases, AsList, Entry, Part, Review
from macros.model.text import Line, Text, at_most
from macros.model.vocabulary import Purpose


class Sizes(Part):
    """How many people a protocol or guide is made for."""

    fewest: int = Field(ge=2, le=1_000, description="The smallest group.")
    most: int = Field(ge=2, le=1_000, description="The largest group.")


class Turn(Part):
    """One step of a protocol."""

    do: Text = Field(description="What the group does.")
    minutes: int = Field(
        ge=1, le=10_000, description="Minutes for the step, or for each person where per_person is true."
    )
    per_person: bool = Field(False, description="true where every person has that many minutes.")


class PartRole(Part):
    name: Line = Field(description="The name of the role, such as timekeeper.")
    does: Text = Field(description="What that person does.")


class Protocol(Entry):
    purpose: Purpose = Field(description="What the protocol is for.")
    summary: Annotated[Text, at_most(45)] = Field(description="When to reach for it, in at most 45 words.")
    sizes: Sizes = Field(description="The group sizes it suits.")
    steps: Annotated[tuple[Turn, ...], AsList] = Field(min_length=2, description="The steps, in order.")
    roles: Annotated[tuple[PartRole, ...], AsList] = Field((), description="Who has a part in it.")
    materials: Text | None = Field(None, description="What lies on the table.")
    traps: Text | None = Field(None, description="What goes wrong, and what helps.")
    credit: Text = Field(description="Whose idea it is.")
    aliases: Aliases = Field((), description="Other words by which people may look for this page.")
    reviewed: Review = Field(description="When somebody last read this against its sources.")

    def minutes(self, people: int) -> int:
        """Return how many minutes the protocol takes with `people` people."""
        return sum(turn.minutes * (people if turn.per_person else 1) for turn in self.steps)
