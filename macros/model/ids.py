"""Ids of entries and citation keys: each must name something that exists.

The names come in as pydantic's validation context, a `Names`; they are known before any file is checked because ids
are file names and citation keys are the keys of references.bib.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Annotated

from pydantic import AfterValidator, ValidationInfo
from pydantic_core import PydanticCustomError

from macros.problems import did_you_mean


@dataclass(frozen=True)
class Names:
    """All names that content may refer to: ids by collection, and citation keys."""

    ids: Mapping[str, Collection[str]]
    citation_keys: Collection[str]


@dataclass(frozen=True)
class Refers:
    """Marks a field that holds the id of an entry of `collection`, or a citation key (`references`)."""

    collection: str


def _reference(collection: str, one: str) -> object:
    def check(value: str, info: ValidationInfo) -> str:
        names: Names = info.context
        known = names.citation_keys if collection == "references" else names.ids.get(collection, ())
        if value not in known:
            raise PydanticCustomError(
                "unknown-key" if collection == "references" else "unknown-id",
                'there is no {one} "{id}"{hint}',
                {"one": one, "id": value, "hint": did_you_mean(value, known)},
            )
        return value

    return Annotated[str, AfterValidator(check), Refers(collection)]


CitationKey = _reference("references", "source in references.bib with the citation key")
PillarRef = _reference("pillars", "pillar")
LegRef = _reference("legs", "leg")
StrategyId = _reference("strategies", "strategy")
ClaimId = _reference("claims", "claim")
ProtocolId = _reference("protocols", "protocol")
