"""Works as a .bib file: fields as typed, with names of `@string` and inherited fields written out."""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from bibtexparser.library import Library
from bibtexparser.model import Entry, Field
from bibtexparser.writer import BibtexFormat, write

from macros.bibliography.inheritance import related_keys
from macros.bibliography.work import Work
from macros.exports.tex_values import date_field, names_field, tex

FIELD_ORDER = (
    "author bookauthor editor editortype translator director host interviewer recipient compiler title subtitle "
    "titleaddon shorttitle maintitle booktitle booksubtitle journaltitle journal journalsubtitle shortjournal "
    "eventtitle eventdate venue type howpublished entrysubtype edition version date year month day pubstate series "
    "volume volumes number issue eid chapter part pages publisher organization institution school location address "
    "isbn issn doi eprint eprinttype archiveprefix eprintclass primaryclass url urldate note addendum langid"
).split()
"""Fields in the order of a reference; others follow by name."""
_RANK = {name: place for place, name in enumerate(FIELD_ORDER)}
_INHERITED = frozenset(["crossref", "xdata"])
"""What these named is written out in the entry itself."""
_RELATED = frozenset(["related", "relatedtype", "relatedstring", "relatedoptions"])


def to_bibtex(works: Iterable[Work]) -> str:
    """Return works as a .bib file, in the order of their keys; each entry can be read without the others."""
    chosen = sorted(works, key=lambda work: work.key)
    keys = frozenset(work.key for work in chosen)
    return "\n".join(entry_text(work.entry_type, work.key, _fields(work, keys)) for work in chosen)


def entry_text(entry_type: str, key: str, fields: Mapping[str, str]) -> str:
    """Return one entry; values are TeX text without the braces around them."""
    return _written(entry_type, key, tuple((name, fields[name].strip()) for name in _in_order(fields)))


@lru_cache(maxsize=16384)
def _written(entry_type: str, key: str, fields: Sequence[tuple[str, str]]) -> str:
    """Return the text of an entry, which stands in many files; fields with nothing in them are left out."""
    named = [Field(name, f"{{{value}}}") for name, value in fields if value]
    return write(Library([Entry(entry_type, key, named)]), _layout())


def fields_alone(work: Work) -> dict[str, str]:
    """Return the fields with which a work can be read without any other entry."""
    return _fields(work, frozenset())


def _layout() -> BibtexFormat:
    layout = BibtexFormat()  # type: ignore[no-untyped-call]
    layout.indent, layout.value_column, layout.trailing_comma = "  ", "auto", True
    return layout


def _in_order(fields: Mapping[str, str]) -> Sequence[str]:
    return sorted(fields, key=lambda name: (_RANK.get(name, len(_RANK)), name))


def _fields(work: Work, written: frozenset[str]) -> dict[str, str]:
    related = related_keys(work.fields.get("related", ""))
    kept = {name: text for name, text in work.fields.items() if name not in _INHERITED}
    if written.issuperset(related):
        return kept
    return _related_facts(work) | {name: text for name, text in kept.items() if name not in _RELATED}


def _related_facts(work: Work) -> dict[str, str]:
    """What the entry takes from a related work that is not in this file, as fields of its own."""
    csl = work.csl
    facts = {
        "origdate": date_field(csl.get("original-date", {})),
        "origtitle": tex(csl.get("original-title", "")),
        "origpublisher": tex(csl.get("original-publisher", "")),
        "origlocation": tex(csl.get("original-publisher-place", "")),
        "reviewedtitle": tex(csl.get("reviewed-title", "")),
        "reviewedauthor": names_field(csl.get("reviewed-author", ())),
    }
    return {name: text for name, text in facts.items() if text}
