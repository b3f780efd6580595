"""`handbook references`: the reference list of a .bib file, in one style's words and order."""

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from macros.bibliography import read_bibliography
from macros.citations.answer import Rendered
from macros.citations.engine import format_citations
from macros.citations.style import UnknownStyle
from macros.problems import Place, Problem, did_you_mean

FORMS = ("text", "html", "json")


def references(bib: Path, style: str, form: str, keys: Sequence[str] = ()) -> tuple[str, list[Problem]]:
    """Return the reference list in one of `FORMS`, and every problem met; without keys all entries are listed.

    Entries that can be read are listed even where others have problems.
    """
    bibliography, found = read_bibliography(bib, str(bib))
    problems = [*found, *_unknown(keys, bibliography.works, str(bib))]
    items = [work.csl for key, work in bibliography.works.items() if not keys or key in keys]
    try:
        entries = format_citations(items, (), style, cited_only=False).entries
    except UnknownStyle as problem:
        return "", [*problems, Problem(Place("--style"), str(problem), "citation-style")]
    return _printed(entries, form), problems


def _unknown(keys: Sequence[str], known: Mapping[str, object], file: str) -> Iterator[Problem]:
    """A key asked for must be in the file."""
    for key in keys:
        if key not in known:
            message = f"“{key}” is not in this file{did_you_mean(key, known)}"
            yield Problem(Place(file), message, "unknown-key")


def _printed(entries: Mapping[str, Rendered], form: str) -> str:
    if form == "json":
        listed = [{"key": key, "html": entry.html, "text": entry.text} for key, entry in entries.items()]
        return json.dumps(listed, indent=2, ensure_ascii=False)
    if form == "html":
        return "\n".join(f"<p>{entry.html}</p>" for entry in entries.values())
    return "\n".join(entry.text for entry in entries.values())
