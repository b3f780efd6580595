"""Guides as PDF files: each edition on each paper, made once and kept until something that decides it changes."""

import os
import re
from collections.abc import Callable, Collection, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from macros.citations.engine import Formatted
from macros.handbook import Handbook
from macros.model.guide import Guide
from macros.print.guide import entries_of, guide_data
from macros.print.press import Press
from macros.print.shelf import Shelf
from macros.print.typesetting import PAPERS
from macros.whole_file import write_whole

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


def silent(line: str) -> None:
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
    progress: Callable[[str], None] = silent,
) -> tuple[Printed, ...]:
    """Write the PDFs of the guides named in `only`, or of all, into `out`; links in them lead to `base_url`.

    `progress` is told of each file that had to be made. Raises ProblemsFound with the entry and field of each text
    that cannot be printed.
    """
    press = Press(handbook, formatted, base_url, Shelf(cache), progress)
    guides = [guide for guide in handbook.all("guides") if not only or guide.id in only]
    jobs = [(guide, edition, paper) for guide in guides for edition in editions for paper in papers]
    with ThreadPoolExecutor(os.cpu_count()) as workers:
        return tuple(workers.map(lambda job: _print(press, out, *job), jobs))


def _print(press: Press, out: Path, guide: Guide, edition: str, paper: str) -> Printed:
    name = f"{guide.id}-{edition}"
    data = press.data(name, lambda: guide_data(press.writing(), guide, edition))
    content = press.pdf(
        "guide", data, paper, guide.reviewed.on, f"{name}-{paper}.pdf", lambda: _entries(press, guide, edition)
    )
    path = out / f"{name}-{paper}.pdf"
    write_whole(path, content)
    pages = count_pages(content)
    label = f"{WHOM[edition]}, {PAPER_NAMES[paper]} paper (PDF, {length(content)}, {size(content)})"
    return Printed(guide.id, edition, paper, path, pages, len(content), label)


def _entries(press: Press, guide: Guide, edition: str) -> Iterator[tuple[str, str]]:
    return entries_of(guide, guide_data(press.writing(), guide, edition))


def count_pages(pdf: bytes) -> int:
    """Return the number of pages of a PDF that the typesetter wrote."""
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


def length(pdf: bytes) -> str:
    """Return the number of pages of a PDF in words."""
    pages = count_pages(pdf)
    return f"{pages} page{'' if pages == 1 else 's'}"


def size(content: bytes) -> str:
    """Return the size of a file in words."""
    return f"{len(content) / 1000:.0f} kB"
