"""Entry types of BibTeX and BibLaTeX, and the CSL type and genre of each."""

import re
from collections.abc import Mapping

TYPES = {
    "article": "article-journal", "suppperiodical": "article-journal", "periodical": "periodical",
    "book": "book", "mvbook": "book", "collection": "book", "mvcollection": "book", "reference": "book",
    "mvreference": "book", "proceedings": "book", "mvproceedings": "book", "manual": "book", "booklet": "pamphlet",
    "inbook": "chapter", "bookinbook": "chapter", "suppbook": "chapter", "incollection": "chapter",
    "suppcollection": "chapter", "inreference": "entry-encyclopedia", "inproceedings": "paper-conference",
    "conference": "paper-conference", "thesis": "thesis", "phdthesis": "thesis", "mastersthesis": "thesis",
    "report": "report", "techreport": "report", "misc": "document", "online": "webpage", "www": "webpage",
    "electronic": "webpage", "unpublished": "manuscript", "patent": "patent", "legislation": "legislation",
    "legal": "treaty", "jurisdiction": "legal_case", "standard": "standard", "dataset": "dataset",
    "software": "software", "movie": "motion_picture", "film": "motion_picture", "video": "motion_picture",
    "audio": "song", "music": "song", "podcast": "broadcast", "artwork": "graphic", "image": "graphic",
    "performance": "performance", "letter": "personal_communication", "review": "review", "commentary": "article",
    "speech": "speech", "interview": "interview", "map": "map", "bibnote": "document",
}  # fmt: skip
"""Entry type -> CSL type, before the details of the entry are looked at."""

_GENRES = {
    "phdthesis": "Doctoral dissertation",
    "mathesis": "Master’s thesis",
    "mastersthesis": "Master’s thesis",
    "bathesis": "Bachelor’s thesis",
    "candthesis": "Candidate thesis",
    "techreport": "Technical report",
    "resreport": "Research report",
    "software": "Computer software",
    "datacd": "Data CD",
    "audiocd": "Audio CD",
    "patent": "Patent",
    "patentus": "U.S. Patent",
    "patenteu": "European Patent",
    "patentde": "German Patent",
    "patentfr": "French Patent",
    "patentuk": "British Patent",
    "patreq": "Patent application",
    "patrequs": "U.S. Patent application",
    "patreqeu": "European Patent application",
    "patreqde": "German Patent application",
    "patreqfr": "French Patent application",
    "patrequk": "British Patent application",
}
"""BibLaTeX's words for the `type` field -> what a reader reads."""

_SUBTYPES = {
    "magazine": "article-magazine",
    "newspaper": "article-newspaper",
    "blog": "post-weblog",
    "weblog": "post-weblog",
    "post": "post",
    "dictionary": "entry-dictionary",
    "encyclopedia": "entry-encyclopedia",
    "podcast": "broadcast",
    "radio": "broadcast",
    "tv": "broadcast",
    "tvseries": "broadcast",
    "tvepisode": "broadcast",
    "film": "motion_picture",
    "map": "map",
    "bill": "bill",
    "regulation": "regulation",
    "hearing": "hearing",
    "treaty": "treaty",
    "statute": "legislation",
    "interview": "interview",
    "email": "personal_communication",
    "speech": "speech",
    "classic": "classic",
}
"""What `entrysubtype` says -> CSL type; without spaces and hyphens."""


def csl_type(entry_type: str, fields: Mapping[str, str]) -> str:
    """Return the CSL type of an entry; an unknown entry type is a document."""
    subtype = re.sub(r"[^a-z]", "", fields.get("entrysubtype", "").lower())
    if subtype in _SUBTYPES:
        return _SUBTYPES[subtype]
    kind = TYPES.get(entry_type, "document")
    if kind in ("song", "webpage", "document") and "podcast" in fields.get("type", "").lower():
        return "broadcast"
    return _by_details(kind, fields)


def _by_details(kind: str, fields: Mapping[str, str]) -> str:
    """An article without a journal is a preprint, a talk is a speech, and a bare link is a web page."""
    if kind == "article-journal" and "eprint" in fields and not {"journal", "journaltitle"} & fields.keys():
        return "article"
    if kind == "manuscript" and {"eventtitle", "venue", "eventdate"} & fields.keys():
        return "speech"
    published = {"publisher", "organization", "institution", "booktitle", "journal", "journaltitle", "type"}
    if kind == "document" and _has_link(fields) and not published & fields.keys():
        return "webpage"
    return kind


def _has_link(fields: Mapping[str, str]) -> bool:
    return "url" in fields or "\\url" in fields.get("howpublished", "")


def genre(entry_type: str, type_field: str) -> str:
    """Return what kind of thesis, report or work it is; empty when that goes without saying."""
    if type_field:
        return _GENRES.get(type_field.strip().lower(), type_field)
    if entry_type in ("phdthesis", "mastersthesis", "techreport", "patent"):
        return _GENRES[entry_type]
    return ""
