"""The words that a printed document uses and the handbook explains."""

import re
from collections.abc import Iterator
from typing import Any

from macros.handbook import Handbook
from macros.print.writing import Writing


def glossary(writing: Writing, data: Any) -> list[dict[str, Any]]:
    """Return the terms that stand in the texts of `data`, as {"id", "title", "blocks"}, in order of the alphabet."""
    found = terms_in(writing.handbook, data)
    terms = [term for term in writing.handbook.all("terms") if term.id in found]
    return [{"id": term.id, "title": term.title, "blocks": writing.blocks(term.definition)} for term in terms]


def terms_in(handbook: Handbook, data: Any) -> tuple[str, ...]:
    """Return the ids of the terms whose title stands in the texts of `data`."""
    text = " ".join(_texts(data)).replace("’", "'").lower()
    return tuple(term.id for term in handbook.all("terms") if _named_in(term.title.lower(), text))


def _named_in(title: str, text: str) -> bool:
    """Tell whether a word or its plural stands in a text, in small letters; a plain search comes first, for speed."""
    return title in text and re.search(rf"(?<!\w){re.escape(title)}(?:s|es)?(?!\w)", text) is not None


def _texts(data: Any) -> Iterator[str]:
    """Yield the words of every text below `data`; words that follow one another stay together."""
    if isinstance(data, dict):
        if isinstance(data.get("runs"), list):
            yield "".join(_texts(data["runs"]))
            return
        yield from ([data["text"]] if isinstance(data.get("text"), str) else [])
        yield from data.get("reasons", ())  # of a grade: the words for designs stand in these sentences
        for value in data.values():
            yield from _texts(value) if not isinstance(value, str) else ()
    elif isinstance(data, list):
        for each in data:
            yield from _texts(each)
