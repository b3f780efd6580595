"""Protocols on pages: how long one takes, and by what a group chooses one."""

from dataclasses import dataclass

from macros.model.protocol import Protocol
from macros.views.sheet import Sheet

GROUPS = (4, 8, 12)
"""Group sizes whose length a page shows, where the protocol suits them."""


def lengths(sheet: Sheet, protocol: Protocol) -> dict[str, object]:
    """Return pairs of group size and minutes: one pair where the size makes no difference."""
    fewest, most = protocol.sizes.fewest, protocol.sizes.most
    groups = [people for people in GROUPS if fewest <= people <= most] or sorted({fewest, most})
    return {
        "lengths": [(people, protocol.minutes(people)) for people in groups],
        "varies": any(turn.per_person for turn in protocol.steps),
    }


PEOPLE = range(3, 13)
"""Group sizes by which a reader chooses."""
LIMITS = (15, 30, 45)
"""Lengths in minutes within which a reader wants a protocol to stay."""


@dataclass(frozen=True)
class Choice:
    """A protocol with the group sizes that it suits, its shortest and longest time, and the limits that it keeps.

    It keeps a limit when it does so for the smallest group that it suits.
    """

    entry: Protocol
    people: tuple[int, ...]
    shortest: int
    longest: int
    within: tuple[int, ...]


def choice(protocol: Protocol) -> Choice:
    """Return what a reader chooses a protocol by."""
    sizes = protocol.sizes
    people = tuple(size for size in PEOPLE if sizes.fewest <= size <= sizes.most)
    shortest, longest = protocol.minutes(sizes.fewest), protocol.minutes(sizes.most)
    return Choice(protocol, people, shortest, longest, tuple(limit for limit in LIMITS if shortest <= limit))
