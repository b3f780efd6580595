"""Guides as PDF files: each edition on each paper, made once and kept until something that decides it changes."""

import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from macros.addresses import address
from macros.citations.engine import Formatted
from macros.handbook import Handbook
from macros.kept_files import KeptFiles
from macros.model.guide import Guide
from macros.print.guide import entries_of, guide_data
from macros.print.paper import NAMES, PAPERS, cut
from macros.print.press import Press
from macros.print.side_by_side import side_by_side
from macros.whole_file import write_whole

EDITIONS = ("participant", "facilitator")
WHOM = {"participant": "For participants", "facilitator": "For the facilitator"}


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
    press = Press(handbook, formatted, base_url, KeptFiles(cache), progress)
    guides = [guide for guide in handbook.all("guides") if not only or guide.id in only]
    printed = side_by_side(lambda guide: _print_editions(press, out, guide, editions, papers), guides)
    return tuple(one for each in printed for one in each)


def _print_editions(
    press: Press, out: Path, guide: Guide, editions: Collection[str], papers: Collection[str]
) -> list[Printed]:
    """Print the editions one after the other: what the typesetter found out for the first one serves the second."""
    return [one for edition in editions for one in _print(press, out, guide, edition, papers)]


def _print(press: Press, out: Path, guide: Guide, edition: str, papers: Collection[str]) -> list[Printed]:
    name = f"{guide.id}-{edition}"
    data = press.data(name, lambda: guide_data(press.writing(), guide, edition), address("guides", guide.id)[1:])
    content = press.pdf("guide", data, guide.reviewed.on, f"{name}.pdf", lambda: _entries(press, guide, edition))
    return [_on_paper(content, paper, out / f"{name}-{paper}.pdf", guide, edition) for paper in papers]


def _on_paper(content: bytes, paper: str, path: Path, guide: Guide, edition: str) -> Printed:
    write_whole(path, cut(content, paper))
    label = f"{WHOM[edition]}, {NAMES[paper]} paper (PDF, {length(content)}, {size(content)})"
    return Printed(guide.id, edition, paper, path, count_pages(content), len(content), label)


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
