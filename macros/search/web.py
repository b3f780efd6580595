"""Files for search on the web: an index by Pagefind, which a browser loads in small parts, and the catalogue."""

import gzip
import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from shutil import copyfile, rmtree
from subprocess import run
from tempfile import TemporaryDirectory

from markupsafe import Markup
from pagefind.service import get_executable

from macros.handbook import Handbook
from macros.search.catalogue import catalogue
from macros.search.record import Record
from macros.search.records import records
from macros.search.words import read_words

FOLDER = "pagefind"
BODY_STARTS = "‖"
"""Stands in a record's text where the body begins, so that an excerpt is not taken from the words for search."""
_NEEDED = ("pagefind.js", "pagefind-entry.json", "*.pf_meta", "wasm.en.pagefind", "index/*", "fragment/*")
"""What a browser asks for; Pagefind also writes user interfaces, which the site does not use."""
_SIGNATURE = b"pagefind_dcd"
_WEIGHTS = {"title": 10, "aliases": 8, "summary": 4, "names": 1, "body": 1}
"""How much a word counts in each field; Pagefind allows 0 to 10."""


def write_web(handbook: Handbook, docs: Mapping[str, str], site_dir: Path) -> None:
    """Write everything that search on the web needs below `site_dir`; the same content gives the same bytes."""
    words = read_words(handbook.root).words
    pages = records(handbook, docs, words)
    folder = site_dir / FOLDER
    rmtree(folder, ignore_errors=True)
    with TemporaryDirectory() as scratch:
        _index(pages, Path(scratch))
        _take_over(Path(scratch) / FOLDER, folder)
    found = catalogue(handbook, words, pages, folders=True)
    for row, id in zip(found["pages"], _ids(folder, pages), strict=True):
        row["id"] = id
    (folder / "catalogue.json").write_text(json.dumps(found, ensure_ascii=False, separators=(",", ":")), "utf-8")


def _index(pages: Iterable[Record], folder: Path) -> None:
    """Write the index below `folder`. By the command, which ends when all is written: Pagefind's Python service answers
    before its files are whole, and takes 0.1 seconds for each message."""
    for page in pages:
        file = folder / "site" / page.url(folders=True) / "index.html"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(document(page), "utf-8")
    where = ("--site", str(folder / "site"), "--output-path", str(folder / FOLDER))
    run([str(get_executable()), *where, "--force-language", "en", "--quiet"], check=True, capture_output=True)


def _take_over(written: Path, folder: Path) -> None:
    for path in sorted(found for pattern in _NEEDED for found in written.glob(pattern)):
        target = folder / path.relative_to(written)
        target.parent.mkdir(parents=True, exist_ok=True)
        copyfile(path, target)


def _ids(folder: Path, pages: Sequence[Record]) -> list[str]:
    """Return the id by which Pagefind calls each page, which is the name of the file with its text."""
    by_url = {}
    for file in (folder / "fragment").iterdir():
        fragment = json.loads(gzip.decompress(file.read_bytes()).removeprefix(_SIGNATURE))
        by_url[fragment["url"].strip("/")] = file.stem
    return [by_url[page.url(folders=True).strip("/")] for page in pages]


def document(page: Record) -> Markup:
    """Return a record as a small HTML document in which each field has its weight."""
    fields = (
        ("title", page.title),
        ("aliases", ". ".join(page.aliases)),
        ("summary", page.summary),
        ("names", ". ".join(page.names)),
        ("body", f"{BODY_STARTS} {page.body}"),
    )
    field = Markup('<p data-pagefind-weight="{}">{}</p>')
    shown = [field.format(_WEIGHTS[name], text) for name, text in fields if text]
    return Markup("<!doctype html><html lang=en><body>{}</body></html>").format(Markup().join(shown))
