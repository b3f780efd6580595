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


def _known(collection: str, one: str) -> AfterValidator:
    def check(value: str, info: ValidationInfo) -> str:
        names = info.context
        assert isinstance(names, Names)
        known = names.citation_keys if collection == "references" else names.ids.get(collection, ())
        if value not in known:
            raise PydanticCustomError(
                "unknown-key" if collection == "references" else "unknown-id",
                'there is no {one} "{id}"{hint}',
                {"one": one, "id": value, "hint": did_you_mean(value, known)},
            )
        return value

    return AfterValidator(check)


_WORK = "source in references.bib with the citation key"
CitationKey = Annotated[str, _known("references", _WORK), Refers("references")]
PillarRef = Annotated[str, _known("pillars", "pillar"), Refers("pillars")]
LegRef = Annotated[str, _known("legs", "leg"), Refers("legs")]
StrategyId = Annotated[str, _known("strategies", "strategy"), Refers("strategies")]
ClaimId = Annotated[str, _known("claims", "claim"), Refers("claims")]
ProtocolId = Annotated[str, _known("protocols", "protocol"), Refers("protocols")]
