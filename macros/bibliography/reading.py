"""A .bib file to a bibliography: every work that can be read, and every problem, in one run."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

from macros.bibliography.blocks import read_blocks
from macros.bibliography.conversion import NOT_WORKS, convert, type_problem
from macros.bibliography.entries import Entry, EntryReader, place_in
from macros.bibliography.inheritance import Inheritance
from macros.bibliography.source_text import SourceText, read_source_text
from macros.bibliography.work import Bibliography, Work
from macros.problems import Problem


def read_bibliography(path: Path, file: str = "references.bib") -> tuple[Bibliography, tuple[Problem, ...]]:
    """Read a BibTeX or BibLaTeX file; `file` is its name in places. Bad content is reported, never raised."""
    source, problems = read_source_text(path, file)
    if not problems and not source.text.strip():
        problems = [Problem(source.place(0), "This file is empty. Put the list of sources here.", "bib-syntax")]
    bibliography, found = _bibliography(source.text, file)
    return bibliography, tuple(sorted({*problems, *found}))


@lru_cache(maxsize=4)
def _bibliography(text: str, file: str) -> tuple[Bibliography, tuple[Problem, ...]]:
    """Return what the text of a .bib file holds; a preview asks again only once the file has changed."""
    source, problems = SourceText(text, file), list[Problem]()
    raw, block_problems = read_blocks(source)
    reader = EntryReader(source)
    entries: dict[str, Entry] = {}
    for entry in reader.entries(raw):
        problems.extend(_admitted(entry, entries, source))
    inheritance = Inheritance(entries, source)
    complete = {key: replace(entry, fields=inheritance.fields(entry)) for key, entry in entries.items()}
    works, work_problems = _works(complete, source)
    if source.text.strip() and not raw and not block_problems:
        message = "No entry was found here. An entry looks like this: @book{key, title = {...}, year = {2012}}"
        problems.append(Problem(source.place(0), message, "bib-syntax"))
    found = (*problems, *block_problems, *reader.problems, *inheritance.problems, *work_problems)
    return Bibliography(MappingProxyType(works)), found


def _admitted(entry: Entry, entries: dict[str, Entry], source: SourceText) -> Iterator[Problem]:
    """Take an entry in; its key must be there, must be usable, and must be new."""
    place = source.place(entry.key_offset, max(1, len(entry.key)))
    if not entry.key:
        yield Problem(place, f"This @{entry.entry_type} has no citation key. Write @book{{key, title = ...", "bib-key")
    elif entry.key in entries:
        first = source.place(entries[entry.key].key_offset)
        message = f"The key {entry.key} is already used on line {first.line}; that entry counts. Give each its own key."
        yield Problem(place, message, "bib-key")
    else:
        entries[entry.key] = entry
        problem = type_problem(entry, source)
        yield from [problem] if problem else []


def _works(entries: Mapping[str, Entry], source: SourceText) -> tuple[dict[str, Work], list[Problem]]:
    works: dict[str, Work] = {}
    problems: list[Problem] = []
    for key, entry in entries.items():
        if entry.entry_type in NOT_WORKS:
            continue
        csl, found = convert(entry, entries, source)
        problems.extend(found)
        places = {name: place_in(source, entry, name) for name in entry.own}
        place = source.place(entry.key_offset, len(key))
        works[key] = Work(key, entry.entry_type, MappingProxyType(entry.fields), csl, place, places)
    return works, problems
