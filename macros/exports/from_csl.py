"""A CSL-JSON item as an entry of a .bib file: what `macros.bibliography` reads, the other way round."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from macros.bibliography.language import CODES

Item = Mapping[str, Any]

_TAG = re.compile(r"<(/?)(i|b|sup|sub|span)((?: [^<>]*)?)>")
_OPENERS = {"i": r"\emph{", "b": r"\textbf{", "sup": r"\textsuperscript{", "sub": r"\textsubscript{"}
_SPECIAL = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "$": r"\$", "&": r"\&", "%": r"\%", "#": r"\#", "_": r"\_",
    "~": r"\textasciitilde{}", "^": r"\textasciicircum{}", "\u00a0": "~",
}  # fmt: skip
_LANGUAGES = {code: name for name, code in reversed(CODES.items())}


def tex(text: object) -> str:
    """Return CSL-JSON rich text as TeX: tags become commands, text whose case must stay is put in braces."""
    parts: list[str] = []
    last = 0
    source = str(text)
    for tag in _TAG.finditer(source):
        parts += [_escaped(source[last : tag.start()]), _command(*tag.groups())]
        last = tag.end()
    return _balanced("".join([*parts, _escaped(source[last:])]).strip())


def _escaped(text: str) -> str:
    return "".join(_SPECIAL.get(letter, letter) for letter in " ".join(re.split(r"[ \t\r\n]+", text)))


def _command(closing: str, tag: str, attributes: str) -> str:
    if closing:
        return "}"
    if tag == "span":
        return r"\textsc{" if "small-caps" in attributes else "{"
    return _OPENERS[tag]


def _balanced(text: str) -> str:
    """A tag that is never closed, or closed twice, must not break the file."""
    bare = re.sub(r"\\.", "  ", text)
    depth = 0
    for place, letter in enumerate(bare):
        depth += {"{": 1, "}": -1}.get(letter, 0)
        if depth < 0:
            return _balanced(text[:place] + text[place + 1 :])
    return text + "}" * depth


def names_field(names: Sequence[Mapping[str, str]]) -> str:
    """Return CSL names as a BibTeX list."""
    return " and ".join(filter(None, map(_name, names)))


def _name(name: Mapping[str, str]) -> str:
    literal = name.get("literal", "")
    if literal:
        return "others" if literal in ("others", "et al.") else f"{{{tex(literal)}}}"
    particle = name.get("non-dropping-particle") or name.get("dropping-particle") or ""
    family, given, suffix = (tex(name.get(part, "")) for part in ("family", "given", "suffix"))
    if name.get("dropping-particle") and not name.get("non-dropping-particle"):
        return f"family={family}, given={given}, prefix={tex(particle)}"
    if particle and not particle[0].islower():
        return f"family={family}, given={given}, prefix={tex(particle)}, useprefix=true"
    if family[:1].islower() or re.search(r"\band\b|,", family):
        family = f"{{{family}}}" if " " in family or "," in family else family
    if not given and not suffix:
        return f"family={family}" + (f", prefix={tex(particle)}, useprefix=true" if particle else "")
    return ", ".join(filter(None, (f"{tex(particle)} {family}".strip(), suffix, given)))


def date_field(date: Mapping[str, Any]) -> str:
    """Return a CSL date in EDTF: 2019, 2019-05-31, 2019/2021, 2019-21 for spring, 1850~ for about 1850."""
    if date.get("literal") or date.get("raw"):
        return str(date.get("literal") or date["raw"])
    ends = [_point([int(part) for part in parts if str(part).lstrip("-").isdigit()], date) for parts in _parts(date)]
    return "/".join(ends)


def _parts(date: Mapping[str, Any]) -> list[list[Any]]:
    return [list(parts) for parts in date.get("date-parts", []) if parts and parts[0] not in (None, "")]


def _point(parts: Sequence[int], date: Mapping[str, Any]) -> str:
    """CSL has no year 0 and EDTF has; a season is 21 to 24 in EDTF, and 13 to 16 within a CSL range."""
    if not parts or parts[0] == 0:
        return ".."
    year = parts[0] if parts[0] > 0 else parts[0] + 1
    rest = [parts[1] + 8 if 13 <= parts[1] <= 16 else parts[1], *parts[2:]] if len(parts) > 1 else []
    if date.get("season") and not rest and str(date["season"]).isdigit():
        rest = [20 + int(date["season"])]
    text = "-".join([f"{'-' if year < 0 else ''}{abs(year):04}", *(f"{part:02}" for part in rest)])
    return text + ("~" if date.get("circa") else "")


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
        return Draft("article", preprint.fields | {"eprint": arxiv[1], "eprinttype": "arxiv"})
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
    return re.sub(r"[{}\s]", "", text) if "{" in text or "}" in text else text.strip()


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
    found = next(same, "") or next(first, "") or code
    return "" if found in ("english", "american") else found
