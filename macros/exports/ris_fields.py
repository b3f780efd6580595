"""The tags of RIS and what they hold: one table for writing and for reading.

Kinds of reference and tags are those of the RIS specification that Zotero, EndNote and Mendeley read.
"""

KINDS = {
    "article-journal": "JOUR", "article-magazine": "MGZN", "article-newspaper": "NEWS", "article": "UNPB",
    "periodical": "SER", "book": "BOOK", "chapter": "CHAP", "entry-encyclopedia": "ENCYC", "entry-dictionary": "DICT",
    "paper-conference": "CONF", "thesis": "THES", "report": "RPRT", "webpage": "ELEC", "post-weblog": "BLOG",
    "post": "ICOMM", "manuscript": "MANSCPT", "patent": "PAT", "legislation": "STAT", "bill": "BILL",
    "hearing": "HEAR", "legal_case": "CASE", "standard": "STAND", "dataset": "DATA", "software": "COMP",
    "motion_picture": "MPCT", "broadcast": "SOUND", "song": "MUSIC", "graphic": "ART", "map": "MAP",
    "pamphlet": "PAMP", "classic": "ANCIENT", "speech": "SLIDE", "personal_communication": "PCOMM",
    "document": "GEN",
}  # fmt: skip
"""CSL type -> kind of reference; every other type is GEN."""

TYPES = {kind: csl for csl, kind in KINDS.items()} | {
    "EJOUR": "article-journal", "JFULL": "periodical", "INPR": "article-journal", "ABST": "article-journal",
    "EBOOK": "book", "EDBOOK": "book", "WHOLE": "book", "ECHAP": "chapter", "CPAPER": "paper-conference",
    "GOVDOC": "report", "WEB": "webpage", "VIDEO": "motion_picture",
    "DBASE": "dataset", "AGGR": "dataset", "FIGURE": "graphic", "UNBILL": "bill", "LEGAL": "legislation",
    "CTLG": "book", "MULTI": "webpage", "ADVS": "motion_picture", "PREPRINT": "article", "GRNT": "document",
}  # fmt: skip
"""Kind of reference -> CSL type."""

NAMES = {"AU": "author", "A2": "editor", "A3": "collection-editor", "A4": "translator"}
"""Tag -> CSL role; one line for each name."""
OTHER_NAMES = {"A1": "author", "ED": "editor"}
"""Tags that are read, and not written."""

TEXTS = {
    "TI": "title", "T2": "container-title", "T3": "collection-title", "J2": "container-title-short", "VL": "volume",
    "NV": "number-of-volumes", "IS": "issue", "M1": "number", "ET": "edition", "PB": "publisher",
    "CY": "publisher-place", "M3": "genre", "LA": "language", "DO": "DOI", "UR": "URL", "N1": "note", "AN": "PMID",
}  # fmt: skip
"""Tag -> CSL variable."""
OTHER_TEXTS = {
    "T1": "title", "CT": "title", "BT": "container-title", "JO": "container-title", "JF": "container-title",
    "JA": "container-title-short", "PP": "publisher-place", "L3": "DOI", "L2": "URL", "ST": "title-short",
}  # fmt: skip
"""Tags that are read where the ones above say nothing."""

WITH_ISSN = frozenset(["JOUR", "EJOUR", "MGZN", "NEWS", "SER", "JFULL", "INPR", "ABST"])
"""Kinds whose SN is an ISSN; that of any other is an ISBN."""
