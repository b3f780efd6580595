"""Where a text stands that the typesetter refuses: the entry, its field, and the place in the file."""

import json
import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from macros import text_file
from macros.handbook import Handbook
from macros.model.collections import COLLECTIONS
from macros.model.shape import Path, shape_of
from macros.print.typesetting import Refused, typeset
from macros.print.writing import Writing
from macros.problems import Place, Problem
from macros.sources import Source, parse

RULE = "print"
_OURS = re.compile(r"panicked with: (.*)", re.DOTALL)
"""What our own templates say when they give up."""
_CHARACTER = re.compile(r'the text `"(.)"`')


def problems_of_refusal(writing: Writing, entries: Iterator[tuple[str, str]], refused: Refused) -> list[Problem]:
    """Return a problem for each field of these entries that cannot be set alone; failing that, for the first entry."""
    named = list(dict.fromkeys(entries))
    character = _character(refused)
    found = [problem for folder, id in named for problem in _refused_fields(writing, folder, id, character)]
    file = writing.handbook.files[named[0][0]][named[0][1]]
    said = _OURS.search(str(refused))
    return found or [Problem(Place(file), said[1] if said else f"this cannot be printed: {refused}", RULE)]


def _refused_fields(writing: Writing, folder: str, id: str, character: str) -> Iterator[Problem]:
    """Yield a problem for each field that holds the character and is refused; an empty one is in every field."""
    source = _source(writing.handbook, folder, id)
    for path, shape, text in source.leaves(shape_of(COLLECTIONS[folder].model)):
        if shape.refers or character not in text:
            continue
        blocks = writing.blocks(text) if shape.markdown else [_plain(text)]
        if refused := _refused(blocks):
            yield _problem(source, path, text, refused)


def _problem(source: Source, path: Path, text: str, refused: Refused) -> Problem:
    """Point at the character that no font has, or else at the whole field."""
    field = next((step for step in reversed(path) if isinstance(step, str)), "this")
    character = _character(refused)
    if character and character in text:
        place = source.place_in(path, text.index(character), 1)
        reason = f"the handbook's fonts have no {character}: use a word instead"
    else:
        place, reason = source.place(path), str(refused)
    return Problem(place, f"{field} cannot be printed: {reason}", RULE)


def _character(refused: Refused) -> str:
    """Return the character that no font has, or nothing where that is not the reason."""
    found = _CHARACTER.search(str(refused))
    return found[1] if found else ""


def _refused(blocks: list[dict[str, Any]]) -> Refused | None:
    try:
        typeset("probe", json.dumps({"blocks": blocks}), date(2000, 1, 1))
    except Refused as refused:
        return refused
    return None


def _plain(text: str) -> dict[str, Any]:
    return {"kind": "paragraph", "runs": [{"kind": "text", "text": text}]}


def _source(handbook: Handbook, folder: str, id: str) -> Source:
    file = handbook.files[folder][id]
    text, _ = text_file.read(handbook.root / file, file)
    source = parse(text)[0] if text else None
    assert source is not None, "the file was read without a problem when the handbook was"
    return source
