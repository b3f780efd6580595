"""Fields that a reference cannot show: none is dropped without a word."""

from macros.bibliography.draft import Draft
from macros.bibliography.roles import ROLES
from macros.problems import did_you_mean

_QUIET = frozenset([
    "annotation", "annote", "keywords", "file", "pdf", "timestamp", "owner", "groups", "options", "sortkey",
    "sortname", "sortyear", "sorttitle", "presort", "crossref", "xref", "xdata", "ids", "entryset", "label",
    "shorthand", "shorthandintro", "indextitle", "indexsorttitle", "execute", "gender", "abstract", "comment",
    "review", "rating", "priority", "readstatus", "ranking", "creationdate", "modificationdate", "qualityassured",
    "printed", "searchterm", "username", "citationkey", "rights", "copyright", "coden", "key", "lccn", "nameaddon",
    "pagination", "bookpagination", "urltime", "eventtime", "origtime", "langidopts", "usera", "userb", "userc",
    "userd", "usere", "userf", "verba", "verbb", "verbc", "price", "collectiontitle", "internal-note", "date-added",
    "date-modified", "local-url", "interhash", "intrahash", "biburl", "bibsource", "numpages", "articleno",
    "issue_date", "ads-url", "adsurl", "adsnote", "eprintclass", "primaryclass", "relatedstring", "shortseries",
    "shortjournal", "shorttitle", "editortype", "authortype", "editoratype", "editorbtype", "editorctype",
    "useprefix", "abbr",
])  # fmt: skip
"""Fields that serve programs or the file's owner, not the reader of a reference."""
_QUIET_STARTS = ("bdsk-", "mendeley-", "zotero-", "__", "jabref", "x-", "list", "sort")
_KNOWN = frozenset([
    "author", "title", "subtitle", "date", "year", "month", "publisher", "location", "address", "journal",
    "journaltitle", "booktitle", "editor", "volume", "number", "pages", "doi", "url", "isbn", "issn", "edition",
    "series", "chapter", "school", "institution", "organization", "translator", "note", "urldate", "howpublished",
    "eprint", "eprinttype", "eventtitle", "eventdate", "venue", "origdate", "pubstate", "version", "langid",
])  # fmt: skip
"""What a misspelt field is compared with."""


_MOST = 20
"""Unknown fields that are reported in one entry."""


def report_unused(draft: Draft) -> None:
    """A field that is not known must be mended or deleted; one that a reference cannot show is noted."""
    unknown = 0
    for name in draft.entry.own:
        if unknown >= _MOST:
            break
        if name in draft.used or name in _QUIET or name in ROLES or name.startswith(_QUIET_STARTS):
            continue
        if not draft.fields.get(name, "").strip():
            continue
        unknown += 1
        hint = did_you_mean(name, _KNOWN)
        if hint:
            draft.report(name, f"The field {name} is not known{hint}", "bib-unused-field")
        else:
            message = f"A reference cannot show the field {name}. Put it into note if readers need it."
            draft.report(name, message, "bib-unused-field", "note")
