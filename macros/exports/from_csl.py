"""A CSL-JSON item as an entry of a .bib file: what `macros.bibliography` reads, the other way round."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from macros.bibliography.language import CODES
from macros.exports.tex_values import date_field, names_field, tex

Item = Mapping[str, Any]
_LANGUAGES = {code: name for name, code in reversed(CODES.items())}


@dataclass(frozen=True)
class Draft:
    """An entry to be: its type and its fields, which are TeX text without braces around it."""

    entry_type: str
    fields: Mapping[str, str]


_TYPES = {
    "article-journal": ("article", ""), "article-magazine": ("article", "magazine"),
    "article-newspaper": ("article", "newspaper"), "article": ("online", ""), "periodical": ("periodical", ""),
    "book": ("book", ""), "chapter": ("incollection", ""), "entry-encyclopedia": ("inreference", "encyclopedia"),
    "entry-dictionary": ("inreference", "dictionary"), "entry": ("inreference", ""),
    "paper-conference": ("inproceedings", ""), "thesis": ("thesis", ""), "report": ("report", ""),
    "document": ("misc", ""), "webpage": ("online", ""), "post-weblog": ("online", "blog"), "post": ("online", "post"),
    "manuscript": ("unpublished", ""), "speech": ("speech", ""), "patent": ("patent", ""),
    "legislation": ("legislation", ""), "bill": ("legislation", "bill"), "regulation": ("legislation", "regulation"),
    "hearing": ("legislation", "hearing"), "treaty": ("legal", ""), "legal_case": ("jurisdiction", ""),
    "standard": ("standard", ""), "dataset": ("dataset", ""), "software": ("software", ""),
    "motion_picture": ("movie", ""), "broadcast": ("podcast", "podcast"), "song": ("audio", ""),
    "graphic": ("artwork", ""), "map": ("map", ""), "performance": ("performance", ""), "review": ("review", ""),
    "review-book": ("review", ""), "interview": ("interview", ""), "personal_communication": ("letter", ""),
    "pamphlet": ("booklet", ""), "classic": ("book", "classic"),
}  # fmt: skip
"""CSL type -> entry type and `entrysubtype`; the other way round from `macros.bibliography.kinds`."""
_NAMES = {
    "author": "author", "editor": "editor", "translator": "translator", "container-author": "bookauthor",
    "director": "director", "host": "host", "interviewer": "interviewer", "recipient": "recipient",
    "compiler": "compiler", "illustrator": "illustrator", "composer": "composer", "guest": "guest",
    "narrator": "narrator", "performer": "performer", "producer": "producer", "script-writer": "scriptwriter",
    "collection-editor": "serieseditor", "original-author": "origauthor", "reviewed-author": "reviewedauthor",
}  # fmt: skip
_DATES = {"issued": "date", "accessed": "urldate", "event-date": "eventdate", "original-date": "origdate"}
_TEXTS = {
    "title": "title", "volume": "volume", "number-of-volumes": "volumes", "edition": "edition", "page": "pages",
    "chapter-number": "chapter", "part-number": "part", "version": "version", "number-of-pages": "pagetotal",
    "collection-title": "series", "event-title": "eventtitle", "event": "eventtitle", "event-place": "venue",
    "genre": "type", "medium": "medium", "note": "note", "status": "pubstate", "section": "section",
    "original-title": "origtitle", "original-publisher": "origpublisher", "reviewed-title": "reviewedtitle",
    "original-publisher-place": "origlocation", "container-title-short": "shortjournal", "archive": "library",
}  # fmt: skip
_VERBATIM = {"DOI": "doi", "ISBN": "isbn", "ISSN": "issn", "URL": "url", "PMID": "pmid", "PMCID": "pmcid"}
_SERIAL = frozenset(["article", "periodical", "review"])
_HOUSE = {"thesis": "institution", "report": "institution", "online": "organization"}
"""Entry type -> the field for who published it; elsewhere `publisher`."""
_COURTS = frozenset(["legislation", "jurisdiction", "legal"])
_PLACES = ("publisher-place", "jurisdiction", "archive-place")
_ARXIV = re.compile(r"arXiv:\s*(\S+)", re.IGNORECASE)


def draft_of(item: Item) -> Draft:
    """Return the entry that reads back as this item, as far as BibLaTeX has a field for each variable."""
    entry_type, subtype = _TYPES.get(str(item.get("type", "")), ("misc", ""))
    if arxiv := _ARXIV.fullmatch(str(item.get("number", ""))):
        kept = {part: value for part, value in item.items() if part not in ("number", "publisher", "type")}
        preprint = draft_of(kept | {"type": "article-journal"})
        return Draft("article", dict(preprint.fields) | {"eprint": arxiv[1], "eprinttype": "arxiv"})
    entry_type = _part_of_book(entry_type, item)
    fields = {"entrysubtype": subtype}
    fields |= {name: names_field(item[role]) for role, name in _NAMES.items() if _is_list(item.get(role))}
    fields |= {name: date_field(item[part]) for part, name in _DATES.items() if isinstance(item.get(part), Mapping)}
    fields |= {name: tex(item[part]) for part, name in reversed(_TEXTS.items()) if item.get(part)}
    fields |= {name: _address(str(item[part])) for part, name in _VERBATIM.items() if item.get(part)}
    fields |= _placed(item, entry_type) | {"pages": re.sub(r"(?<=\d)-(?=\d)", "--", fields.get("pages", ""))}
    return Draft(entry_type, {name: text for name, text in fields.items() if text})


def _is_list(value: object) -> bool:
    return isinstance(value, list | tuple)


def _address(text: str) -> str:
    """Signs that TeX would take for its own are written as addresses write them."""
    return re.sub(r"[\\{}]", lambda found: f"%{ord(found[0]):02X}", " ".join(text.split()))


def _part_of_book(entry_type: str, item: Item) -> str:
    return "inbook" if entry_type == "incollection" and item.get("container-author") else entry_type


def _placed(item: Item, entry_type: str) -> dict[str, str]:
    """What has another field in each type: the whole it is part of, who published it, and its number."""
    house = "institution" if entry_type in _COURTS else _HOUSE.get(entry_type, "publisher")
    number = "number" if entry_type in _SERIAL else "issue"
    fields = {
        **_wholes(item, entry_type),
        "location": tex(next((item[part] for part in _PLACES if item.get(part)), "")),
        number: tex(item.get("issue", "")),
        "langid": _language(str(item.get("language", ""))),
    }
    fields[house] = _one_of_list(tex(item.get("publisher", "") or item.get("authority", "")))
    return fields | _numbers(item, entry_type)


def _wholes(item: Item, entry_type: str) -> dict[str, str]:
    title, volume, whole = (tex(item.get(part, "")) for part in ("title", "volume-title", "container-title"))
    if volume and not whole:
        return {"maintitle": title, "title": volume}
    if volume:
        return {"maintitle": whole, "booktitle": volume}
    return {"journaltitle" if entry_type in _SERIAL or entry_type == "online" else "booktitle": whole}


def _one_of_list(text: str) -> str:
    """A publisher whose name holds the word "and" is one publisher, not two."""
    return f"{{{text}}}" if re.search(r"\sand\s", text) else text


def _numbers(item: Item, entry_type: str) -> dict[str, str]:
    own, of_series = tex(item.get("number", "")), tex(item.get("collection-number", ""))
    if entry_type in _SERIAL:
        return {"eid": own}
    return {"number": of_series or own} | ({"eid": own} if of_series else {})


def _language(code: str) -> str:
    same = (name for known, name in _LANGUAGES.items() if known.lower() == code.lower())
    first = (name for known, name in _LANGUAGES.items() if known.split("-")[0] == code.lower().split("-")[0])
    found = next(same, "") or next(first, "") or re.sub(r"[^A-Za-z-]", "", code)
    return "" if found in ("english", "american") else found
