"""The handbook: every entry and source, checked and frozen, and who mentions whom."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property, partial
from itertools import chain
from pathlib import Path
from typing import Any

from macros import bibliography as bib
from macros.addresses import Addresses, entry_at
from macros.bibliography import Bibliography
from macros.citations.scan import spans
from macros.content_files import find
from macros.docs_files import problems_of_files
from macros.docs_pages import read_docs
from macros.entries import Entries, read_entries
from macros.evidence import Grade, grade
from macros.evidence_rules import claim_words, problems_of_evidence
from macros.guide_rules import problems_of_guides
from macros.handbook_rules import problems_of_handbook
from macros.markup import elements
from macros.model.collections import COLLECTIONS
from macros.model.entry import Record
from macros.model.shape import shape_of
from macros.model.study import Study
from macros.problems import Place, Problem
from macros.redirects import read_redirects
from macros.retractions import cards_tell_of_notices
from macros.sources import Source
from macros.text_file import Text
from macros.text_rules import TextContext, cited_keys
from macros.wording import ClaimWords

Mention = tuple[str, str]
"""(folder, id) of an entry; a citation key is an id in the folder "studies"."""


@dataclass(frozen=True)
class Handbook:
    """Everything that pages and guides are made from."""

    root: Path
    bibliography: Bibliography
    entries: Mapping[str, Mapping[str, Record]]
    """folder -> id -> entry, in reading order."""
    files: Mapping[str, Mapping[str, str]]
    """folder -> id -> path of the YAML file relative to the root."""
    mentions: Mapping[Mention, tuple[Mention, ...]]
    """Entry -> the entries and works that its fields and texts name, in order."""
    docs: Mapping[str, str]
    """Path below docs/ -> text of each authored page."""
    clusters: tuple[str, ...]
    """Every citation of the site, as written."""
    redirects: Mapping[str, str] = field(default_factory=dict)
    """Old name of an entry -> the name that it has now, both as folder/id."""
    read_aloud: dict[str, str] = field(default_factory=dict, init=False, compare=False, repr=False)
    """Address -> text of a page whose reading time was asked for; filled as pages are written."""

    def all(self, folder: str, pillar: str | None = None, leg: str | None = None) -> tuple[Any, ...]:
        """Return the entries of a collection in reading order, those of one pillar or leg where it is named."""
        entries = tuple(self.entries[folder].values())
        if pillar is None and leg is None:
            return entries
        return tuple(
            entry
            for entry in entries
            if (pillar is None or pillar in getattr(entry, "pillars", ()))
            and (leg is None or leg in getattr(entry, "legs", ()))
        )

    def find(self, folder: str, id: str) -> Any:
        """Return an entry; KeyError where there is none."""
        return self.entries[folder][id]

    def study(self, key: str) -> Study | None:
        """Return the study card of a cited work, if there is one."""
        return self.studies.get(key)

    def users(self, folder: str, id: str) -> tuple[Mention, ...]:
        """Return the entries that name this one, in the order of collections and titles."""
        return self._users.get((folder, id), ())

    def naming(self, collection: str, folder: str, id: str) -> tuple[Any, ...]:
        """Return the entries of a collection that name this one, in reading order."""
        return tuple(self.find(collection, user) for where, user in self.users(folder, id) if where == collection)

    def beside(self, folder: str, id: str) -> tuple[str | None, str | None]:
        """Return the ids of the entries before and after one in reading order, None where there is none."""
        return self._beside[folder][id]

    def given(self, guide_id: str) -> tuple[Mention, ...]:
        """Return the entries whose pages a guide gives to read, in order; none for a guide that is not there."""
        return self._given.get(guide_id, ())

    def readers(self, folder: str, id: str) -> tuple[Mention, ...]:
        """Return the guides that give the page of an entry to read, in their order."""
        return tuple(("guides", guide) for guide, given in self._given.items() if (folder, id) in given)

    def grade(self, claim_id: str) -> Grade:
        """Return the grade of a claim."""
        return self._grades[claim_id]

    @cached_property
    def studies(self) -> Mapping[str, Study]:
        return self.entries["studies"]  # type: ignore[return-value]

    @cached_property
    def _grades(self) -> dict[str, Grade]:
        return {id: grade(claim, self.studies) for id, claim in self.entries["claims"].items()}  # type: ignore[arg-type]

    @cached_property
    def _beside(self) -> dict[str, dict[str, tuple[str | None, str | None]]]:
        found = {}
        for folder, entries in self.entries.items():
            around = [None, *entries, None]
            found[folder] = {id: (around[at], around[at + 2]) for at, id in enumerate(entries)}
        return found

    @cached_property
    def _given(self) -> dict[str, tuple[Mention, ...]]:
        found = {}
        for guide in self.all("guides"):
            led = (entry_at(each.page) for session in guide.sessions for each in session.reading)
            found[guide.id] = tuple(dict.fromkeys(filter(None, led)))
        return found

    @cached_property
    def _users(self) -> dict[Mention, tuple[Mention, ...]]:
        users: dict[Mention, dict[Mention, None]] = {}
        for folder, entries in self.entries.items():
            for id in entries:
                for mention in self.mentions.get((folder, id), ()):
                    if mention != (folder, id):
                        users.setdefault(mention, {})[(folder, id)] = None
        return {mention: tuple(found) for mention, found in users.items()}


@dataclass(frozen=True)
class Reading:
    """What reading a tree gave: the handbook, or None where it has errors; every problem; what texts may refer to."""

    handbook: Handbook | None
    problems: tuple[Problem, ...]
    docs: Mapping[str, Text]
    context: TextContext
    claims: Mapping[str, ClaimWords]


def read(root: Path) -> Reading:
    """Read and check the entries and works of a tree; the authored pages are read, and checked by `macros.lint`."""
    files = find(root)
    bibliography, problems = _sources(root)
    docs, docs_problems = read_docs(root)
    texts = {path: text.value for path, text in docs.items()}
    context = TextContext(Addresses(root, files.files, texts), bibliography.works, files.files["claims"])
    entries = read_entries(files, bibliography, context, not _has_error(problems))
    mentions = {
        (folder, id): source.findings.of("mentions", None, partial(_mentions, folder, source))
        for folder, id, source in entries.each()
    }
    found = [*problems, *docs_problems, *problems_of_files(root), *entries.problems]
    found += problems_of_handbook(entries, mentions, bibliography, texts)
    found += problems_of_evidence(entries)
    found += problems_of_guides(entries)
    found += cards_tell_of_notices(root, entries.sources["studies"])
    redirects, wrong = read_redirects(root, files.files)
    found += wrong
    shown = (mentions, texts, _clusters(entries, texts), redirects)
    handbook = Handbook(root, bibliography, _in_reading_order(entries), files.files, *shown)
    return Reading(None if _has_error(found) else handbook, tuple(found), docs, entries.context, claim_words(entries))


def _has_error(problems: Iterable[Problem]) -> bool:
    return any(problem.severity == "error" for problem in problems)


def _sources(root: Path) -> tuple[Bibliography, tuple[Problem, ...]]:
    """Read references.bib; a link that leads out of the handbook is refused, and what it leads to is not read."""
    path = root / "references.bib"
    if path.is_symlink() and not path.resolve().is_relative_to(root.resolve()):
        message = "this is a link to a place outside the handbook: put the file itself here"
        return Bibliography({}), (Problem(Place("references.bib"), message, "symlink"),)
    return bib.read_bibliography(path, "references.bib")


def mentioned_in(text: str) -> tuple[Mention, ...]:
    """Return the entries and works that a Markdown text cites, claims or links to, in order."""
    if "[" not in text and "@" not in text:
        return ()
    found = [*marked_in(text)]
    found += [led for element in elements(text) if element.kind == "link" and (led := entry_at(element.target))]
    return tuple(found)


def marked_in(text: str) -> tuple[Mention, ...]:
    """Return the works that a Markdown text cites and the claims that it leans on, in order."""
    found: list[Mention] = []
    for span in spans(text):
        if span.kind == "claim":
            found.append(("claims", span.raw[2:-1].partition(":")[0]))
        else:
            found += [("studies", key) for key in cited_keys(span.raw)]
    return tuple(found)


def _mentions(folder: str, source: Source) -> tuple[Mention, ...]:
    found: dict[Mention, None] = {}
    for _, shape, text in source.leaves(shape_of(COLLECTIONS[folder].model)):
        if shape.refers:
            found[("studies" if shape.refers == "references" else shape.refers, text)] = None
        elif shape.markdown:
            found.update(dict.fromkeys(mentioned_in(text)))
    return tuple(found)


def _clusters(entries: Entries, docs: Mapping[str, str]) -> tuple[str, ...]:
    found = [_cited(docs.values())]
    for folder, _, source in entries.each():
        texts = (text for _, shape, text in source.leaves(shape_of(COLLECTIONS[folder].model)) if shape.markdown)
        found.append(source.findings.of("clusters", None, partial(_cited, texts)))
    return tuple(dict.fromkeys(chain.from_iterable(found)))


def _cited(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(span.raw for text in texts for span in spans(text) if span.kind != "claim")


def _in_reading_order(entries: Entries) -> dict[str, dict[str, Record]]:
    def rank(record: Any) -> tuple[int, str]:
        return getattr(record, "order", 0), str(getattr(record, "title", record.id)).casefold()

    return {
        folder: {record.id: record for record in sorted(records.values(), key=rank)}
        for folder, records in entries.records.items()
    }
