"""Where it was published: volume, issue, pages, edition, series, publisher, event, and what kind of work it is."""

import re

from macros.bibliography.draft import Draft
from macros.bibliography.issued import put_season
from macros.bibliography.kinds import genre
from macros.bibliography.latex import decode_plain
from macros.bibliography.names import split_list
from macros.bibliography.titles import rich

_KIND_OF_MANUSCRIPT = re.compile(r"(unpublished|manuscript|working|draft|in prep|submitted)", re.IGNORECASE)
_ORDINALS = [
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
    "twentieth",
]  # fmt: skip
_TEXTS = {
    "volume": "volume",
    "volumes": "number-of-volumes",
    "part": "part-number",
    "chapter": "chapter-number",
    "version": "version",
    "pagetotal": "number-of-pages",
    "medium": "medium",
    "origtitle": "original-title",
    "reviewedtitle": "reviewed-title",
    "section": "section",
    "runningtime": "dimensions",
    "abstract": "abstract",
    "library": "archive",
}
"""BibLaTeX field -> CSL variable; the text is taken over as it is."""
_SERIAL = frozenset(
    ["article-journal", "article-magazine", "article-newspaper", "periodical", "post-weblog", "review", "review-book"]
)
_COURT = ("authority", "publisher-place")
_HOUSES = {
    **dict.fromkeys(["legislation", "legal_case", "treaty", "bill", "regulation", "hearing"], _COURT),
    "patent": ("publisher", "jurisdiction"),
    "graphic": ("archive", "archive-place"),
    "post": ("container-title", "publisher-place"),
}
"""CSL type -> variables of the institution behind a work and of its place; elsewhere it is a publisher."""


def put_publication(draft: Draft) -> None:
    """Set everything about where and how a work was published."""
    draft.put("genre", _genre(draft))
    for name, variable in _TEXTS.items():
        if draft.fields.get(name):
            draft.put(variable, rich(draft, name))
    _put_numbers(draft)
    draft.put("page", page_range(draft.text("pages")))
    draft.put("edition", edition(draft.text("edition")))
    draft.put("collection-title", rich(draft, "series"))
    _put_publishers(draft)
    _put_event(draft)
    _put_notes(draft)


def _genre(draft: Draft) -> str:
    draft.used.add("entrysubtype")
    return genre(draft.entry.entry_type, draft.text("type"))


def _put_numbers(draft: Draft) -> None:
    kind = draft.csl["type"]
    number, issue = (draft.text(name).replace("–", "-").replace("\u00a0", " ") for name in ("number", "issue"))
    if kind in _SERIAL:
        issue = "" if put_season(draft) else issue
        draft.put("issue", number or issue)
        issue = issue if number else ""
    elif kind in ("book", "chapter", "paper-conference", "entry-encyclopedia", "entry-dictionary", "pamphlet"):
        draft.put("collection-number", number)
    draft.put("issue" if kind == "paper-conference" and not draft.fields.get("series") else "number", issue)
    if "collection-number" not in draft.csl and "issue" not in draft.csl:
        draft.put("number", number)
    draft.put("number", draft.text("eid"))


def page_range(text: str) -> str:
    """Return pages with plain hyphens: `12-34, 40`; `3-3` is one page."""
    if not text:
        return ""
    if match := re.fullmatch(r"(\w+)\s*[–-]\s*\1", text):
        return match[1]
    if re.search(r"\w-\w+\s*[–—]\s*\w", text):
        return re.sub(r"\s*[–—]\s*", "–", text)
    return re.sub(r"\s*,\s*", ", ", re.sub(r"\s*(?:[–—−]|-+)\s*", "-", text))


def edition(text: str) -> str:
    """Return an edition as the styles expect it: `9` for the ninth, `Rev. ed.` for words."""
    if not text:
        return ""
    words = re.sub(r"\s*\b(edition|edn|ed)\b\.?\s*$", "", text, flags=re.IGNORECASE).strip()
    if words.lower() in _ORDINALS:
        return str(_ORDINALS.index(words.lower()) + 1)
    if match := re.fullmatch(r"(\d+)(?:st|nd|rd|th|\.)?", words):
        return match[1]
    if not words:
        return ""
    short = re.sub(r"\brevised\b", lambda match: "Rev." if match[0][0] == "R" else "rev.", words, flags=re.IGNORECASE)
    return f"{short} ed."


def _put_publishers(draft: Draft) -> None:
    """Publishers, or who else stands behind a work of this type, and where they are."""
    names = ("publisher", "institution", "school", "organization")
    houses = [text for name in names if draft.fields.get(name) for text in _listed(draft, name)]
    published = _without_link(draft.text("howpublished"))
    if published:
        draft.put("medium", published if houses else "")
        houses = houses or [published]
    publisher, place = _HOUSES.get(draft.csl["type"], ("publisher", "publisher-place"))
    draft.put(publisher, "; ".join(dict.fromkeys(houses)))
    location, _ = draft.first("location", "address")
    draft.put(place, "; ".join(_listed(draft, location)))
    draft.put("original-publisher", "; ".join(_listed(draft, "origpublisher")))
    draft.put("original-publisher-place", "; ".join(_listed(draft, "origlocation")))


def _without_link(text: str) -> str:
    """A link in `howpublished` is the URL; words around it such as “Available at” go with it."""
    if not re.search(r"https?://", text):
        return text
    rest = re.sub(r"https?://\S+", "", text)
    return "" if re.fullmatch(r"\W*(available|retrieved|online|accessed)?\W*(at|from|on)?\W*", rest, re.I) else text


def _listed(draft: Draft, name: str) -> list[str]:
    if not draft.raw(name):
        return []
    draft.check_commands(name)
    items = [decode_plain(item) for item in split_list(draft.raw(name)) if item and item != "others"]
    return [item for item in items if item]


def _put_event(draft: Draft) -> None:
    draft.put("event-title", rich(draft, "eventtitle"))
    draft.put("event-place", draft.text("venue"))


def _put_notes(draft: Draft) -> None:
    """Set `note`; for an unpublished work it often says what kind of manuscript it is."""
    if draft.csl["type"] == "manuscript" and _KIND_OF_MANUSCRIPT.match(draft.fields.get("note", "")):
        draft.put("genre", draft.text("note"))
        return
    notes = [rich(draft, name) for name in ("note", "addendum") if draft.fields.get(name)]
    draft.put("note", ". ".join(note.rstrip(".") if i < len(notes) - 1 else note for i, note in enumerate(notes)))
