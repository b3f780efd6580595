"""Works that a work goes back to: reprints, translations and reviews, through `related` and `relatedtype`."""

from collections.abc import Mapping

from macros.bibliography.dates import edtf, year_and_month
from macros.bibliography.draft import Draft
from macros.bibliography.inheritance import no_such_entry, related_keys
from macros.bibliography.kinds import TYPES
from macros.bibliography.latex import decode, decode_plain
from macros.bibliography.names import read_names
from macros.bibliography.rich_text import markup
from macros.bibliography.titles import cased, is_english

_ORIGINALS = frozenset(["translationof", "reprintof", "origpubin", "origpubas"])
_GENRES = {"book": "book", "motion_picture": "film", "software": "software", "report": "report"}
"""CSL type of a reviewed work -> what APA calls it."""
_SILENT = frozenset(["", "multivolume", "translationas", "reprintas", "bytranslator", "maintitle"])


def put_related(draft: Draft) -> None:
    """Set the original's or the reviewed work's facts."""
    kind = draft.raw("relatedtype").lower()
    draft.used.update(["related", "relatedstring", "relatedoptions"])
    for key in related_keys(draft.fields.get("related", "")):
        other = draft.others.get(key)
        if other is None:
            draft.report("related", no_such_entry(key, draft.others), "bib-crossref", needle=key)
        elif kind in _ORIGINALS:
            _put_original(draft, other.fields, kind)
        elif kind == "reviewof":
            _put_reviewed(draft, other.fields, TYPES.get(other.entry_type, ""))
        elif kind not in _SILENT:
            message = f"A reference cannot show the relation “{kind}”. Put it into note if readers need it."
            draft.report("relatedtype", message, "bib-unused-field", "note")


def _put_original(draft: Draft, other: Mapping[str, str], kind: str) -> None:
    date = edtf(other.get("date", "")) or year_and_month(other.get("year", ""))
    draft.put("original-date", date)
    draft.put("original-publisher", decode_plain(other.get("publisher", "")))
    draft.put("original-publisher-place", decode_plain(other.get("location", other.get("address", ""))))
    if kind == "translationof":
        draft.put("original-title", markup(decode(other.get("title", "")).runs))


def _put_reviewed(draft: Draft, other: Mapping[str, str], kind: str) -> None:
    makers = next((other[name] for name in ("author", "director", "editor") if other.get(name)), "")
    runs = decode(": ".join(filter(None, (other.get("title"), other.get("subtitle"))))).runs
    draft.put("reviewed-title", cased(runs, is_english(other)))
    draft.put("reviewed-genre", _GENRES.get(kind))
    draft.put("reviewed-author", list(read_names(makers).names))
