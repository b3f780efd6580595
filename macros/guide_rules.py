"""Rules for guides that other entries decide. Each rule is a generator; its docstring is the rule."""

from collections.abc import Iterator

from macros.entries import Entries
from macros.model.guide import Guide, SessionPart
from macros.model.protocol import Protocol
from macros.problems import Problem

SHORTEST_TURN = 15
"""Seconds that a person needs to say one sentence."""


def problems_of_guides(entries: Entries) -> Iterator[Problem]:
    """Yield everything that is wrong between guides, protocols and sizes of groups."""
    for guide in entries.records["guides"].values():
        assert isinstance(guide, Guide)
        for session, each in enumerate(guide.sessions):
            for position, part in enumerate(each.parts):
                path = ("sessions", session, "parts", position)
                yield from protocol_fits_the_group(entries, guide, part, path)
                yield from everyone_has_time_to_speak(entries, guide, part, path)


def protocol_fits_the_group(
    entries: Entries, guide: Guide, part: SessionPart, path: tuple[str | int, ...]
) -> Iterator[Problem]:
    """A protocol must suit every size of the guide's group, or the part must say what other sizes do."""
    protocol = entries.records["protocols"].get(part.protocol or "")
    if not isinstance(protocol, Protocol) or part.otherwise:
        return
    made, group = protocol.sizes, guide.group_size
    if made.fewest > group.fewest or made.most < group.most:
        message = (
            f"{protocol.id} is made for {made.fewest} to {made.most} people and this guide for {group.fewest} to "
            f"{group.most}: say under otherwise what the others do"
        )
        yield Problem(entries.sources["guides"][guide.id].place((*path, "protocol")), message, "protocol-size")


def everyone_has_time_to_speak(
    entries: Entries, guide: Guide, part: SessionPart, path: tuple[str | int, ...]
) -> Iterator[Problem]:
    """Where everyone speaks in turn, the largest group must leave each person at least fifteen seconds."""
    for length, minutes in part.minutes.items():
        seconds = part.seconds_each(length, guide.group_size.most)
        if part.turns and minutes and seconds < SHORTEST_TURN:
            message = f"with {guide.group_size.most} people each has {seconds} seconds here: give the part more minutes"
            place = entries.sources["guides"][guide.id].place((*path, "minutes", length))
            yield Problem(place, message, "turn-too-short")
