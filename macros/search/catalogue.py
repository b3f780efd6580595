"""The catalogue: every page in short, so that a browser can filter and show results without asking again."""

from collections.abc import Sequence
from typing import Any

from macros.handbook import Handbook
from macros.search.record import KINDS, Record
from macros.search.vocabulary import vocabulary
from macros.search.words import SearchWords
from macros.views.words import curled


def catalogue(handbook: Handbook, words: SearchWords, pages: Sequence[Record], folders: bool) -> dict[str, Any]:
    """Return what both engines need: the vocabulary, the names of the filters, and a row for each page."""
    pillars, legs = (_titles(handbook, folder) for folder in ("pillars", "legs"))
    rows = [
        {
            "url": page.url(folders),
            "title": page.title,
            "kind": KINDS.index(page.kind),
            "summary": page.summary,
            **_only_filled(
                aliases=list(page.aliases),
                grade=page.grade,
                pillars=[pillars.index(title) for title in page.pillars],
                legs=[legs.index(title) for title in page.legs],
            ),
        }
        for page in pages
    ]
    names = {"kind": KINDS, "pillar": pillars, "leg": legs}
    return {"vocabulary": vocabulary(handbook, words, pages), "filters": names, "pages": rows}


def _only_filled(**fields: object) -> dict[str, object]:
    return {name: value for name, value in fields.items() if value}


def _titles(handbook: Handbook, folder: str) -> list[str]:
    return [curled(one.title) for one in handbook.all(folder)]
