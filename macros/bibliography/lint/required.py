"""Fields that an entry must have, by type; after BibLaTeX's manual (section 2.1.1) and what APA prints."""

from collections.abc import Collection, Iterator

from macros.bibliography.work import Work
from macros.problems import Problem, Severity

_WHEN = ("date", "year", "pubstate")
_WHO = ("author", "editor", "translator", "compiler")
_JOURNAL = ("journaltitle", "journal", "eprint")
_BOOK = (_WHO, ("title",), ("publisher", "howpublished"), _WHEN)
_PART = (("author",), ("title",), ("booktitle", "maintitle"), ("publisher",), _WHEN)
_THESIS = (("author",), ("title",), ("institution", "school", "publisher"), _WHEN)
_REPORT = (("author", "institution"), ("title",), ("institution", "publisher", "organization"), _WHEN)
_TALK = (("author",), ("title",), ("booktitle", "eventtitle", "journaltitle"), _WHEN)
_MEDIUM = (("title",), _WHEN)
REQUIRED: dict[str, tuple[tuple[str, ...], ...]] = {
    "article": (_WHO, ("title",), _JOURNAL, _WHEN),
    "book": _BOOK,
    "mvbook": _BOOK,
    "collection": _BOOK,
    "mvcollection": _BOOK,
    "reference": _BOOK,
    "proceedings": (("title",), _WHEN),
    "inbook": (("author",), ("title",), ("booktitle", "chapter", "pages"), ("publisher",), _WHEN),
    "bookinbook": _PART,
    "incollection": _PART,
    "inreference": (("title",), ("booktitle",), _WHEN),
    "inproceedings": _TALK,
    "conference": _TALK,
    "thesis": (*_THESIS, ("type",)),
    "phdthesis": _THESIS,
    "mastersthesis": _THESIS,
    "report": _REPORT,
    "techreport": _REPORT,
    "manual": (("author", "organization"), ("title",), _WHEN),
    "online": (("title",), ("url", "doi", "eprint")),
    "misc": (("title",),),
    "unpublished": (("author",), ("title",), _WHEN),
    "patent": (("author", "holder"), ("title",), ("number",), _WHEN),
    "periodical": _MEDIUM,
    "dataset": (_WHO, ("title",), ("publisher", "url", "doi"), _WHEN),
    "software": (("title",), ("publisher", "organization", "url", "doi", "author")),
    "movie": _MEDIUM,
    "video": _MEDIUM,
    "audio": _MEDIUM,
    "podcast": _MEDIUM,
}
"""Entry type -> groups of fields; of each group one must be there."""
_UNSIGNED = frozenset(["newspaper", "magazine"])
_OTHER_NAMES = {"authors": "author", "container": "journaltitle", "container-title": "journaltitle", "issued": "date"}
"""Words that a study card may use for a field."""


def missing_fields(work: Work, unseen: Collection[str] = ()) -> Iterator[Problem]:
    """A field that its type requires must be there: else an error, or a note where it is known to be unseen."""
    hidden = {_OTHER_NAMES.get(name.lower(), name.lower()) for name in unseen}
    if "journaltitle" in hidden:
        hidden |= {"booktitle", "journal"}
    for group in REQUIRED.get(work.entry_type, ()):
        if any(work.fields.get(name, "").strip() for name in group) or _may_be_unsigned(work, group):
            continue
        severity: Severity = "note" if hidden & set(group) else "error"
        message = f"@{work.entry_type} {work.key} needs the field {_named(group)}."
        if severity == "note":
            message = f"{work.key} lacks the field {_named(group)}; its study card lists it as not seen."
        yield Problem(work.place, message, "bib-required", severity)


def _may_be_unsigned(work: Work, group: tuple[str, ...]) -> bool:
    return group == _WHO and work.fields.get("entrysubtype", "").strip().lower() in _UNSIGNED


def _named(group: tuple[str, ...]) -> str:
    shown = [name for name in group if name not in ("pubstate", "compiler", "translator", "howpublished", "eprint")][:3]
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} or {shown[-1]}"
