"""What an entry takes over from others: crossref by BibLaTeX's rules, and xdata.

The rules are those of the table "Default crossref setup" in appendix B of the biblatex manual."""

from collections.abc import Iterator, Mapping

from macros.bibliography.entries import Entry, place_in
from macros.bibliography.source_text import SourceText
from macros.problems import Problem, did_you_mean

_TITLES = ("title", "subtitle", "titleaddon")
_NEVER = frozenset([
    "ids", "crossref", "xref", "xdata", "entryset", "entrysubtype", "execute", "label", "options", "presort",
    "related", "relatedoptions", "relatedstring", "relatedtype", "shorthand", "shorthandintro", "sortkey",
    "shorttitle", "sorttitle", "indextitle", "indexsorttitle",
])  # fmt: skip
_DATE = frozenset(["date", "year", "month", "day"])
_MULTIVOLUME = frozenset(["mvbook", "mvcollection", "mvreference", "mvproceedings"])
_WHOLE = frozenset(["book", "collection", "reference", "proceedings", "booklet", "manual"])
_PART = frozenset(
    ["inbook", "bookinbook", "suppbook", "incollection", "inreference", "suppcollection", "inproceedings", "conference"]
)
_DEEPEST = 8


class Inheritance:
    """Completes entries from the entries that they name."""

    def __init__(self, entries: Mapping[str, Entry], source: SourceText) -> None:
        self._entries = entries
        self._source = source
        self._done: dict[str, dict[str, str]] = {}
        self.problems: list[Problem] = []

    def fields(self, entry: Entry) -> dict[str, str]:
        """Return the entry's fields with all that it inherits."""
        return self._resolved(entry, (entry.key,))

    def _resolved(self, entry: Entry, path: tuple[str, ...]) -> dict[str, str]:
        if entry.key not in self._done:
            fields = dict(entry.fields)
            for parent, inherited in self._parents(entry, path):
                for name, text in _passed_on(parent, entry, inherited):
                    if name not in fields and not (name in _DATE and _DATE & entry.fields.keys()):
                        fields[name] = text
            self._done[entry.key] = fields
        return self._done[entry.key]

    def _parents(self, entry: Entry, path: tuple[str, ...]) -> Iterator[tuple[Entry, dict[str, str]]]:
        for field, key in _named_parents(entry):
            parent = self._entries.get(key)
            if parent is None:
                self._report(entry, field, key, no_such_entry(key, self._entries))
            elif key in path:
                self._report(entry, field, key, f"{entry.key} inherits from itself through {field}. Break the circle.")
            elif len(path) > _DEEPEST:
                self._report(entry, field, key, f"More than {_DEEPEST} entries inherit from each other in a row.")
            else:
                yield parent, self._resolved(parent, (*path, key))

    def _report(self, entry: Entry, field: str, needle: str, message: str) -> None:
        self.problems.append(Problem(place_in(self._source, entry, field, needle), message, "bib-crossref"))


def _named_parents(entry: Entry) -> Iterator[tuple[str, str]]:
    for key in entry.fields.get("xdata", "").split(","):
        if key.strip():
            yield "xdata", key.strip()
    if entry.fields.get("crossref", "").strip():
        yield "crossref", entry.fields["crossref"].strip()


def _passed_on(parent: Entry, child: Entry, fields: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Yield what the child may take over, under the names that it has there."""
    prefix = "" if parent.entry_type == "xdata" else _title_prefix(parent.entry_type, child.entry_type)
    for name, text in fields.items():
        if prefix and name in _TITLES:
            if prefix + name not in fields:
                yield prefix + name, text
        elif name not in _NEVER or parent.entry_type == "xdata":
            yield name, text
    by_another = fields.get("author", child.fields.get("author")) != child.fields.get("author")
    if prefix == "book" and by_another and child.entry_type in ("inbook", "bookinbook", "suppbook"):
        yield "bookauthor", fields["author"]


def _title_prefix(parent: str, child: str) -> str:
    """A parent's `title` becomes `maintitle`, `booktitle` or `journaltitle` of the child."""
    if parent in _MULTIVOLUME:
        return "main"
    if parent in _WHOLE and child in _PART:
        return "book"
    if parent == "periodical" and child in ("article", "suppperiodical"):
        return "journal"
    return ""


def no_such_entry(key: str, entries: Mapping[str, Entry]) -> str:
    """Return what to say when nothing has this key."""
    return f"There is no entry {key}{did_you_mean(key, entries) or '.'}"


def related_keys(text: str) -> list[str]:
    """Split the list of keys in `related`."""
    return [key.strip() for key in text.split(",") if key.strip()]
