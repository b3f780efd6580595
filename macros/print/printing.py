"""Guides as PDF files: each edition on each paper, made once and kept until something that decides it changes."""

import json
import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from functools import cache as once
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import Any

from macros.citations.engine import Formatted
from macros.handbook import Handbook
from macros.model.guide import Guide
from macros.print.guide import entries_of, guide_data
from macros.print.refusal import problems_of_refusal
from macros.print.shelf import Shelf, write
from macros.print.typesetting import PAPERS, STANDARD, TEMPLATES, Refused, typeset
from macros.print.writing import Writing
from macros.problems import ProblemsFound

EDITIONS = ("participant", "facilitator")
WHOM = {"participant": "For participants", "facilitator": "For the facilitator"}
PAPER_NAMES = {"letter": "Letter", "a4": "A4"}


@dataclass(frozen=True)
class Printed:
    """One finished file; `label` says on a page what it is, with its pages and size."""

    guide_id: str
    edition: str
    paper: str
    path: Path
    pages: int
    bytes: int
    label: str


def _silent(line: str) -> None:
    """Print nothing."""


def print_guides(
    handbook: Handbook,
    formatted: Formatted,
    base_url: str,
    out: Path,
    cache: Path,
    only: Collection[str] = (),
    editions: Collection[str] = EDITIONS,
    papers: Collection[str] = PAPERS,
    progress: Callable[[str], None] = _silent,
) -> tuple[Printed, ...]:
    """Write the PDFs of the guides named in `only`, or of all, into `out`; links in them lead to `base_url`.

    `progress` is told of each file that had to be made. Raises ProblemsFound with the entry and field of each text
    that cannot be printed.
    """
    press = _Press(handbook, formatted, base_url, Shelf(cache), progress)
    guides = [guide for guide in handbook.all("guides") if not only or guide.id in only]
    return tuple(press.run(guide, edition, paper, out) for guide in guides for edition in editions for paper in papers)


@dataclass(frozen=True)
class _Press:
    handbook: Handbook
    formatted: Formatted
    base_url: str
    shelf: Shelf
    progress: Callable[[str], None]

    def run(self, guide: Guide, edition: str, paper: str, out: Path) -> Printed:
        data = guide_data(self.handbook, self.formatted, self.base_url, guide, edition)
        path = out / f"{guide.id}-{edition}-{paper}.pdf"
        content = self.shelf.fetch(_decided_by(data, paper, guide), lambda: self._typeset(data, paper, guide, path.name))
        path.parent.mkdir(parents=True, exist_ok=True)
        write(path, content)
        pages = count_pages(content)
        return Printed(guide.id, edition, paper, path, pages, len(content), _label(edition, paper, pages, len(content)))

    def _typeset(self, data: dict[str, Any], paper: str, guide: Guide, name: str) -> bytes:
        self.progress(f"printing {name}")
        try:
            return typeset("guide", data, paper, guide.reviewed.on)
        except Refused as refused:
            writing = Writing(self.handbook, self.formatted, self.base_url)
            raise ProblemsFound(problems_of_refusal(writing, entries_of(guide, data), refused)) from refused


def count_pages(pdf: bytes) -> int:
    """Return the number of pages of a PDF that the typesetter wrote."""
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


def _label(edition: str, paper: str, pages: int, size: int) -> str:
    return f"{WHOM[edition]}, {PAPER_NAMES[paper]} paper (PDF, {pages} pages, {size / 1000:.0f} kB)"


def _decided_by(data: dict[str, Any], paper: str, guide: Guide) -> bytes:
    """Return all that decides a file: its words, its look, its date and the typesetter."""
    asked = json.dumps([data, paper, guide.reviewed.on.isoformat(), STANDARD], sort_keys=True)
    return asked.encode() + _look()


@once
def _look() -> bytes:
    """Return a digest of the templates, the fonts and the version of the typesetter."""
    return b"".join(_digests()) + version("typst").encode()


def _digests() -> Iterator[bytes]:
    for file in sorted([*TEMPLATES.glob("*.typ"), *TEMPLATES.glob("fonts/*.ttf")]):
        yield sha256(file.name.encode() + file.read_bytes()).digest()
