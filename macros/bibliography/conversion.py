"""One entry to one CSL-JSON item."""

from collections.abc import Mapping
from typing import Any

from macros.bibliography.draft import Draft
from macros.bibliography.entries import Entry
from macros.bibliography.identifiers import put_identifiers
from macros.bibliography.issued import put_dates
from macros.bibliography.kinds import TYPES, csl_type
from macros.bibliography.language import put_language
from macros.bibliography.publication import put_publication
from macros.bibliography.related import put_related
from macros.bibliography.roles import put_roles
from macros.bibliography.source_text import SourceText
from macros.bibliography.titles import put_titles
from macros.bibliography.unused import report_unused
from macros.problems import Problem, did_you_mean

NOT_WORKS = frozenset(["xdata", "set"])
"""Entry types that are no works themselves."""


def convert(entry: Entry, others: Mapping[str, Entry], source: SourceText) -> tuple[dict[str, Any], list[Problem]]:
    """Return the CSL-JSON item of an entry, and what of it could not be read or represented."""
    csl: dict[str, Any] = {"id": entry.key, "type": csl_type(entry.entry_type, entry.fields)}
    draft = Draft(entry, source, others, csl)
    for step in (put_dates, put_roles, put_publication, put_titles, put_identifiers, put_language, put_related):
        step(draft)
    report_unused(draft)
    return draft.csl, draft.problems


def type_problem(entry: Entry, source: SourceText) -> Problem | None:
    """An entry's type must be one of BibTeX's or BibLaTeX's."""
    place = source.place(entry.key_offset, len(entry.key))
    if entry.entry_type == "set":
        return Problem(place, "An entry @set cannot be shown as one reference. Cite its members.", "bib-type")
    if entry.entry_type in TYPES or entry.entry_type in NOT_WORKS:
        return None
    hint = did_you_mean(entry.entry_type, TYPES) or "; use @misc when no other type fits."
    return Problem(place, f"There is no type of entry @{entry.entry_type}{hint}", "bib-type")
