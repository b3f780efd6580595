"""What a rule of wording finds, and what it needs to know of a claim."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from macros.problems import Severity


class Finding(NamedTuple):
    """Words in a text that say more than their evidence."""

    offset: int
    length: int
    message: str
    rule: str
    severity: Severity


@dataclass(frozen=True)
class ClaimWords:
    """The relation of a claim and whom it speaks of, as written."""

    relation: str
    about: str


def known_claims(ids: Iterable[str], claims: Mapping[str, ClaimWords]) -> list[ClaimWords]:
    """Return the claims that exist; an unknown one is a problem of its own."""
    return [claims[id] for id in ids if id in claims]
