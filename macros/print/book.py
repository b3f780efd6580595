"""The whole handbook as one book: pillars, legs, strategies, situations, claims, sources and an index of terms."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from macros.handbook import Handbook
from macros.print.evidence_card import evidence_card
from macros.print.glossary import terms_in
from macros.print.paper import NAMES, PAPERS, cut
from macros.print.press import Press
from macros.print.printing import count_pages, size
from macros.print.quick_response import qr_code
from macros.print.reading import reading
from macros.print.writing import SITE, Writing
from macros.whole_file import write_whole

CHAPTERS = {
    "pillars": "The five pillars",
    "legs": "The three legs",
    "strategies": "Strategies",
    "situations": "Situations",
}


@dataclass(frozen=True)
class Book:
    """The book on one paper; `label` says on a page what it is."""

    paper: str
    path: Path
    pages: int
    bytes: int
    label: str


LARGEST = 600
"""Entries that a book may hold; each takes a page or more, and nobody carries a book of a thousand pages."""


def print_book(press: Press, out: Path) -> tuple[Book, ...]:
    """Write the whole handbook as a book into `out`, on each paper; dated by the latest review of any entry.

    A handbook that has outgrown a book has none: a thousand strategies took the typesetter 4.7 GB.
    """
    if len(places(press.handbook)) > LARGEST:
        press.progress("leaving out the book of all pages: the handbook has outgrown it")
        return ()
    data = press.data("book", lambda: book_data(press.writing(places(press.handbook))))
    content = press.pdf("book", data, _latest(press.handbook), "handbook.pdf", lambda: _entries(press.handbook))
    return tuple(_on_paper(content, paper, out / f"handbook-{paper}.pdf") for paper in PAPERS)


def places(handbook: Handbook) -> dict[str, str]:
    """Return address -> place in the book, of every page that the book holds."""
    pages = [(folder, id) for folder in CHAPTERS for id in handbook.entries[folder]]
    chapters = {f"/{folder}/{id}.md": f"reading-{folder}-{id}" for folder, id in pages}
    return chapters | {f"/claims/{id}.md": f"claim-{id}" for id in handbook.entries["claims"]}


def book_data(writing: Writing) -> dict[str, Any]:
    """Return everything that stands in the book, in order."""
    handbook = writing.handbook
    url = writing.url("/index.md")
    data: dict[str, Any] = {
        "title": SITE,
        "subtitle": "An evidence handbook for school principals",
        "full_title": f"{SITE}: the whole handbook",
        "author": SITE,
        "description": "The whole handbook as a book: pillars, legs, strategies, situations, claims and sources.",
        "keywords": ["handbook", "school leadership", "collective efficacy"],
        "release": _latest(handbook).isoformat(),
        "url": url,
        "qr": qr_code(url),
        "chapters": [{"title": title, "pages": list(_pages(writing, folder))} for folder, title in CHAPTERS.items()],
        "claims": [_claim(writing, claim.id) for claim in handbook.all("claims")],
        "terms": [
            {"id": term.id, "title": term.title, "blocks": writing.blocks(term.definition)}
            for term in handbook.all("terms")
        ],
    }
    return data | {"sources": writing.sources()}


def _pages(writing: Writing, folder: str) -> Iterator[dict[str, Any]]:
    for entry in writing.handbook.all(folder):
        page = reading(writing, folder, entry.id)
        for section in page["sections"]:
            section["terms"] = terms_in(writing.handbook, section["blocks"])
        asked = [{"type": one.type.label, "ask": writing.runs(one.ask)} for one in getattr(entry, "prompts", ())]
        yield page | {"prompts": asked}


def _claim(writing: Writing, id: str) -> dict[str, Any]:
    card = evidence_card(writing, id)
    return card | {"terms": terms_in(writing.handbook, card)}


def _latest(handbook: Handbook) -> date:
    records = (record for records in handbook.entries.values() for record in records.values())
    dates: list[date] = [review.on for record in records if (review := getattr(record, "reviewed", None))]
    return max(dates)


def _on_paper(content: bytes, paper: str, path: Path) -> Book:
    write_whole(path, cut(content, paper))
    pages = count_pages(content)
    label = f"The whole handbook, {NAMES[paper]} paper (PDF, {pages} pages, {size(content)})"
    return Book(paper, path, pages, len(content), label)


def _entries(handbook: Handbook) -> Iterator[tuple[str, str]]:
    for folder in (*CHAPTERS, "claims", "terms"):
        yield from ((folder, id) for id in handbook.entries[folder])
