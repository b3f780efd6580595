"""Protocols on pages: how long one takes."""

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
