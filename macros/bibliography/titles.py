"""Titles: main title, subtitle, volume title and container, in the case that the styles expect."""

from collections.abc import Mapping, Sequence
from functools import lru_cache

from macros.bibliography.casing import sentence_case, whole_words
from macros.bibliography.draft import Draft
from macros.bibliography.rich_text import Run, markup

_NAMES = frozenset(["periodical", "legislation", "legal_case", "treaty", "bill", "regulation", "software"])
"""CSL types whose titles are names and keep their capitals."""
_BOOKS = frozenset(["book", "mvbook", "collection", "mvcollection", "reference", "proceedings", "mvproceedings"])
_ENGLISH = ("en", "english", "american", "british", "usenglish", "ukenglish", "canadian", "australian", "newzealand")


def put_titles(draft: Draft) -> None:
    """Set `title`, `container-title`, `volume-title` and their short forms."""
    title = title_of(draft, "title", "subtitle")
    whole = title_of(draft, "maintitle", "mainsubtitle")
    if draft.entry.entry_type in _BOOKS and whole:
        draft.put("title", whole)
        draft.put("volume-title", title)
    else:
        draft.put("title", title)
    draft.put("title-short", title_of(draft, "shorttitle"))
    _put_container(draft, whole)
    _put_addons(draft)


def _put_container(draft: Draft, whole: str) -> None:
    journal = next((name for name in ("journaltitle", "journal") if draft.fields.get(name)), "")
    if journal:
        draft.put("container-title", rich(draft, journal, "journalsubtitle"))
    draft.put("container-title-short", rich(draft, "shortjournal"))
    book = title_of(draft, "booktitle", "booksubtitle")
    if whole and book:
        draft.put("container-title", whole)
        draft.put("volume-title", book)
    draft.put("container-title", book or (whole if whole not in draft.csl.values() else ""))


def _put_addons(draft: Draft) -> None:
    if draft.fields.get("titleaddon"):
        if "genre" in draft.csl:
            draft.put("medium", draft.text("titleaddon"))
        draft.put("genre", draft.text("titleaddon"))
    for name in ("booktitleaddon", "maintitleaddon", "journaltitleaddon", "issuetitle", "issuesubtitle"):
        if draft.fields.get(name):
            draft.used.add(name)
            message = f"The field {name} has no place in a reference. Put it into the title itself or into note."
            draft.report(name, message, "bib-unused-field", "note")


def title_of(draft: Draft, name: str, subtitle: str = "") -> str:
    """Return a title with its subtitle, in sentence case when it is English and not a name."""
    runs = _with_subtitle(draft, name, subtitle)
    if not runs:
        return ""
    return cased(runs, is_english(draft.fields) and draft.csl.get("type") not in _NAMES)


def cased(runs: Sequence[Run], sentence: bool) -> str:
    """Return a title as rich text, put into sentence case or left as it is."""
    return markup(whole_words(sentence_case(runs) if sentence else runs))


def rich(draft: Draft, name: str, subtitle: str = "") -> str:
    """Return a field as rich text with its capitals as they are; braces only kept them from changing."""
    runs = _with_subtitle(draft, name, subtitle)
    return markup([Run(run.text, False, run.formats) for run in runs]) if runs else ""


def _with_subtitle(draft: Draft, name: str, subtitle: str) -> tuple[Run, ...]:
    if not draft.fields.get(name):
        return ()
    runs = draft.decoded(name).runs
    if not subtitle or not draft.fields.get(subtitle):
        return runs
    ended = runs and runs[-1].text.rstrip().endswith(("?", "!", ":", "—"))
    return (*runs, Run(" " if ended else ": "), *draft.decoded(subtitle).runs)


def is_english(fields: Mapping[str, str]) -> bool:
    """Tell whether a title is English; it is taken for English when no field names a language."""
    return _is_english(language_field(fields))


def language_field(fields: Mapping[str, str]) -> str:
    """Return what the entry says about its language: `langid`, else `language`."""
    names = ("langid", "hyphenation", "language")
    return next((fields[name].strip() for name in names if fields.get(name, "").strip()), "")


@lru_cache
def _is_english(language: str) -> bool:
    return not language or language.lower().replace("-", "").replace("_", "").startswith(_ENGLISH)
