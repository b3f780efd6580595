"""A source on its way into references.bib: a clean entry, made from an item or from another .bib file."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from macros.bibliography.citation_key import proposed_key
from macros.bibliography.identifiers import bare_doi
from macros.bibliography.work import Work
from macros.exports.bibtex import entry_text, fields_alone
from macros.exports.from_csl import draft_of
from macros.exports.tex_values import date_field, tex
from macros.problems import Place

_RENAMED = {
    "journal": "journaltitle", "address": "location", "school": "institution", "archiveprefix": "eprinttype",
    "primaryclass": "eprintclass", "hyphenation": "langid",
}  # fmt: skip
_TYPES = {
    "phdthesis": ("thesis", "phdthesis"), "mastersthesis": ("thesis", "mathesis"),
    "techreport": ("report", "techreport"),
    "conference": ("inproceedings", ""), "www": ("online", ""), "electronic": ("online", ""),
}  # fmt: skip
"""BibTeX's and older types -> type and `type` field of BibLaTeX."""
_NOISE = re.compile(
    "abstract|annotation|annote|keywords|file|pdf|timestamp|owner|groups|comment|rating|priority|readstatus|ranking|"
    "creationdate|modificationdate|date-(?:added|modified)|local-url|internal-note|username|citationkey|copyright|rights|"
    "biburl|bibsource|interhash|intrahash|numpages|issue_date|ads-?url|adsnote|abbr|sort.*|label|shorthand|"
    "(?:bdsk|mendeley|zotero|jabref|x)-.*|__.*|url(?:time|year|month)|langidopts|options|ids|eprintclass"
)
"""Fields that serve a program or the list's owner, and no reader of a reference."""
_PLAIN_YEAR = re.compile(r"\s*\d{4}\s*")


@dataclass(frozen=True)
class NewEntry:
    """An entry that has no key yet; `place` is where the source stands in its file."""

    entry_type: str
    fields: Mapping[str, str]
    """TeX text without the braces around it."""
    csl: Mapping[str, Any]
    place: Place

    def key(self, taken: Collection[str]) -> str:
        """Return a key by the convention that no other entry has, in capitals or small letters."""
        return proposed_key(self.csl, taken)

    def text(self, key: str) -> str:
        """Return the entry as it stands in the file."""
        return entry_text(self.entry_type, key, self.fields)


def from_item(item: Mapping[str, Any], place: Place) -> NewEntry:
    """Return the entry of a CSL-JSON item."""
    draft = draft_of(item)
    fields = dict(draft.fields)
    subtitle = str(item.get("subtitle", ""))
    if subtitle and subtitle.casefold() not in str(item.get("title", "")).casefold():
        fields["subtitle"] = tex(subtitle)
    return NewEntry(draft.entry_type, _without_needless_url(fields), item, place)


def from_work(work: Work) -> NewEntry:
    """Return the entry of a work of another .bib file: its own TeX, under the names that references.bib uses."""
    entry_type, kind = _TYPES.get(work.entry_type, (work.entry_type, ""))
    fields = {_RENAMED.get(name, name): text for name, text in fields_alone(work).items() if not _NOISE.fullmatch(name)}
    if kind:
        fields = {"type": kind} | fields
    if "doi" in fields:
        fields["doi"] = bare_doi(fields["doi"])
    return NewEntry(entry_type, _without_needless_url(_dated(fields, work)), work.csl, work.place)


def _dated(fields: Mapping[str, str], work: Work) -> dict[str, str]:
    """`year`, `month` and `day` become one `date`."""
    issued = work.csl.get("issued", {})
    if "date" in fields or not _PLAIN_YEAR.fullmatch(fields.get("year", "")) or "date-parts" not in issued:
        return dict(fields)
    if "season" in issued and "month" not in fields:
        return {"date" if name == "year" else name: text for name, text in fields.items()}
    rest = {name: text for name, text in fields.items() if name not in ("year", "month", "day")}
    return rest | {"date": date_field(issued)}


def _without_needless_url(fields: Mapping[str, str]) -> dict[str, str]:
    """Where a DOI is known, the address and the day of access say nothing more."""
    return {name: text for name, text in fields.items() if "doi" not in fields or name not in ("url", "urldate")}
