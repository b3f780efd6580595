"""British spelling where the handbook spells the American way."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from macros.advice.passage import Passage
from macros.advice.phrasebook import Phrasebook, phrasebook, read_list
from macros.advice.remark import Remark

_NO_ENDING = "."


def spelling_is_american(passage: Passage) -> Iterator[Remark]:
    """A word must be spelled the American way, as everywhere in the handbook; titles and quotations keep theirs."""
    for sentence in passage.sentences:
        for hit in _british().hits(sentence):
            message = f"“{hit.found}” is British spelling: write “{hit.entry.say}”"
            yield Remark(sentence.offset + hit.offset, len(hit.found), message, "british-spelling")


@cache
def _british() -> Phrasebook:
    read = read_list("british")
    return phrasebook({**read["words"], **{k: v for family in read["families"] for k, v in _members(family)}})


def _members(family: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for stem in family["stems"].split():
        for ending in family["endings"].split():
            tail = ending.replace(_NO_ENDING, "")
            yield f"{stem}{family['from']}{tail}", f"{stem}{family['to']}{tail}"
