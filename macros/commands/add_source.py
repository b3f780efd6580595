"""`handbook add-source`: a source from a .bib, .ris or CSL-JSON file, or by DOI, into references.bib."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from macros.bibliography import lint_bibliography, read_bibliography
from macros.bibliography.rich_text import without_tags
from macros.bibliography.source_text import SourceText, read_source_text
from macros.bibliography.work import Bibliography
from macros.exports.already_here import Shelf
from macros.exports.csl_reading import read_csl_json
from macros.exports.doi import NoAnswer, doi_in
from macros.exports.found import Found
from macros.exports.insertion import inserted
from macros.exports.new_entry import NewEntry, from_item, from_work
from macros.exports.ris_reading import read_ris
from macros.problems import Place, Problem
from macros.whole_file import write_whole

Fetch = Callable[[str], bytes]
"""From a DOI to the CSL-JSON that its registry gives; raises `NoAnswer`."""
MOST = 500
"""Sources that one file may add."""
LARGEST = 4 * 2**20
"""Bytes of such a file."""
LONGEST = 10_000
"""Characters of one field."""


@dataclass(frozen=True)
class Addition:
    """What adding would make of the bibliography's file, and the new entries by key."""

    data: bytes
    entries: Mapping[str, str]
    problems: Sequence[Problem]

    @property
    def refused(self) -> bool:
        """Whether something is wrong, so that nothing is added."""
        return any(problem.severity == "error" for problem in self.problems)


def add_source(source: str, bib: Path, fetch: Fetch | None) -> tuple[str, list[Problem]]:
    """Add a file's sources, or a DOI's, to `bib`; return the new entries and every problem.

    Where there is an error nothing is written and no entry returned. Without `fetch` no DOI can be looked up.
    """
    added = addition(source, bib, fetch)
    if added.refused:
        return "", list(added.problems)
    write_whole(bib, added.data)
    return "\n".join(added.entries.values()), list(added.problems)


def addition(source: str, bib: Path, fetch: Fetch | None) -> Addition:
    """Return what `add_source` would write."""
    bibliography, problems = read_bibliography(bib, str(bib))
    unusable = [problem for problem in problems if problem.rule in ("file", "encoding")]
    if unusable:
        return Addition(b"", {}, unusable)
    found, faults = _sources(source, fetch)
    new, refusals = _named(found, bibliography, str(bib))
    entries = {key: entry.text(key) for key, entry in new.items()}
    checked = [problem for key, entry in new.items() for problem in _checked(entries[key], entry.place)]
    return Addition(inserted(bib.read_bytes(), bibliography.works, entries), entries, [*faults, *refusals, *checked])


def _sources(source: str, fetch: Fetch | None) -> tuple[list[NewEntry], list[Problem]]:
    path = Path(source)
    if not path.is_file() and (doi := doi_in(source)):
        return _looked_up(doi, source, fetch)
    if path.is_file() and path.stat().st_size > LARGEST:
        message = f"This file is larger than {LARGEST // 2**20} MiB. Add fewer sources at once."
        return [], [Problem(Place(source), message, "file")]
    text, problems = read_source_text(path, source)
    if any(problem.rule == "file" for problem in problems):
        message = f"“{source[:60]}” is neither a file nor a DOI. A DOI looks like 10.1000/xyz."
        return [], [Problem(Place(source), message, "file") if not path.is_file() else problems[0]]
    found, faults = _READERS[_form(path, text.text)](path, text)
    if len(found) > MOST:
        message = f"This file holds {len(found)} sources; at most {MOST} can be added at once."
        return [], [Problem(Place(source), message, "file")]
    return found, [*problems, *faults]


def _looked_up(doi: str, source: str, fetch: Fetch | None) -> tuple[list[NewEntry], list[Problem]]:
    place = Place(source, length=len(source))
    if fetch is None:
        return [], [Problem(place, "No network may be used here. Download a .ris file and add that.", "doi")]
    try:
        text = fetch(doi).decode("utf-8", "replace")
    except NoAnswer as reason:
        return [], [Problem(place, f"{str(reason)[:1].upper()}{str(reason)[1:]}.", "doi")]
    found, problems = read_csl_json(text, source)
    if problems or len(found) != 1:
        return [], [Problem(place, "What the registry answered cannot be read. Download a .ris file.", "doi")]
    return [from_item({"DOI": doi} | found[0].item, place)], []


_ENDINGS = {".bib": "bib", ".bibtex": "bib", ".ris": "ris", ".json": "json", ".csljson": "json"}


def _form(path: Path, text: str) -> str:
    """Tell the format by the name's ending, else by how the text begins."""
    if path.suffix.lower() in _ENDINGS:
        return _ENDINGS[path.suffix.lower()]
    start = text.lstrip("\ufeff \t\r\n")
    if start[:1] in ("[", "{"):
        return "json"
    return "ris" if re.match(r"(?:\d+\.\s+)?[A-Z][A-Z0-9]\s{0,2}-", start) else "bib"


def _from_bib(path: Path, text: SourceText) -> tuple[list[NewEntry], list[Problem]]:
    bibliography, problems = read_bibliography(path, text.file)
    if not bibliography.works and not problems:
        problems = (Problem(Place(text.file), "No source stands in this file.", "bib-syntax"),)
    return [from_work(work) for work in bibliography.works.values()], list(problems)


def _from_items(read: tuple[list[Found], list[Problem]]) -> tuple[list[NewEntry], list[Problem]]:
    return [from_item(found.item, found.place) for found in read[0]], read[1]


_READERS: Mapping[str, Callable[[Path, SourceText], tuple[list[NewEntry], list[Problem]]]] = {
    "bib": _from_bib,
    "ris": lambda path, text: _from_items(read_ris(text.text, text.file)),
    "json": lambda path, text: _from_items(read_csl_json(text.text, text.file)),
}


def _named(found: Sequence[NewEntry], known: Bibliography, bib: str) -> tuple[dict[str, NewEntry], list[Problem]]:
    """Give each entry a key; one that has no title, or is there already, is refused."""
    shelf = Shelf((key, work.csl) for key, work in known.works.items())
    taken = {key.lower() for key in known.works}
    named: dict[str, NewEntry] = {}
    problems: list[Problem] = []
    for entry in found:
        refusals = [*_untitled(entry), *_overlong(entry)] or [*_already_here(entry, shelf, known, named, bib)]
        problems += refusals
        if not refusals:
            key = entry.key(taken)
            named[key] = entry
            taken.add(key)
            shelf.add(key, entry.csl)
    return named, problems


def _untitled(entry: NewEntry) -> Iterator[Problem]:
    """A source must have a title."""
    if not entry.csl.get("title"):
        yield Problem(entry.place, "This source has no title. Add its title, then add it again.", "bib-required")


def _overlong(entry: NewEntry) -> Iterator[Problem]:
    """A field must be of a length that a reference can have."""
    for name, text in entry.fields.items():
        if len(text) > LONGEST:
            message = f"The {name} of this source is longer than {LONGEST} characters. Is its end missing?"
            yield Problem(entry.place, message, "file")


def _already_here(
    entry: NewEntry, shelf: Shelf, known: Bibliography, named: Mapping[str, NewEntry], bib: str
) -> Iterator[Problem]:
    """A source must not be in the bibliography already: told by DOI, by ISBN, or by title and year."""
    twin = shelf.twin(entry.csl)
    if twin and twin.key in named:
        line = named[twin.key].place.line
        message = f"This source stands on line {line} of this file already; it has {twin.reason}. Keep one."
        yield Problem(entry.place, message, "bib-twice")
    elif twin:
        work = known.works[twin.key]
        where = f"{twin.key} ({bib}, line {work.place.line})"
        message = f"This source is {where} already: “{_short(work.csl)}” has {twin.reason}."
        yield Problem(entry.place, message, "bib-twice")


def _short(csl: Mapping[str, Any]) -> str:
    title = without_tags(str(csl.get("title", "")))
    return title if len(title) <= 50 else f"{title[:50].rsplit(' ', 1)[0]} …"


def _checked(entry: str, place: Place) -> Iterator[Problem]:
    """An entry that lacks something is added all the same; `handbook check` will ask for it."""
    with TemporaryDirectory(prefix="source-") as folder:
        file = Path(folder, "entry.bib")
        file.write_text(entry, "utf-8", newline="\n")
        bibliography, broken = read_bibliography(file, place.file)
        found = [*broken, *lint_bibliography(bibliography, {})]
    yield from (replace(problem, place=place, severity="note") for problem in found)

