"""Every file that goes with a page of the site: guides, sheets, pages for the wall and the whole handbook."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from macros.citations.engine import Formatted
from macros.handbook import Handbook
from macros.kept_files import KeptFiles
from macros.print.book import print_book
from macros.print.press import Press
from macros.print.printing import Printed, print_guides, silent
from macros.print.reflection import print_reflections
from macros.print.summary import print_summaries
from macros.print.tool_sheet import print_tools
from macros.print.word import print_word

INDEX = "guides/index.md"
"""The page from which the whole handbook can be had as a book."""


@dataclass(frozen=True)
class Download:
    """One file: `page` is the path of the page below docs/ that offers it under `label`."""

    page: str
    path: Path
    label: str


def print_all(
    handbook: Handbook,
    formatted: Formatted,
    base_url: str,
    out: Path,
    cache: Path,
    progress: Callable[[str], None] = silent,
) -> tuple[Download, ...]:
    """Write every printed file into `out`; raises ProblemsFound where a text cannot be printed."""
    given = (handbook, formatted, base_url, out, cache)
    press = Press(handbook, formatted, base_url, KeptFiles(cache), progress)
    word = print_word(press, out, handbook.all("guides"))
    return (
        *_of_guides(handbook, print_guides(*given, progress=progress), word),
        *(Download(f"{one.folder}/{one.id}.md", one.path, one.label) for one in print_reflections(press, out)),
        *(Download(f"{one.folder}/{one.id}.md", one.path, one.label) for one in print_summaries(press, out)),
        *(Download(f"tools/{one.id}.md", one.path, one.label) for one in print_tools(press, out)),
        *(Download(INDEX, one.path, one.label) for one in print_book(press, out)),
    )


def _of_guides(
    handbook: Handbook, printed: tuple[Printed, ...], word: dict[str, dict[Path, str]]
) -> Iterator[Download]:
    for id in handbook.entries["guides"]:
        page = f"guides/{id}.md"
        yield from (Download(page, one.path, one.label) for one in printed if one.guide_id == id)
        yield from (Download(page, path, label) for path, label in word[id].items())
