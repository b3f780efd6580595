"""What decides a page or a printed document: builds that agree on its key write the same.

A key holds the entries that the page shows, and in one digest all that may stand on any page: the names and grades of
all entries, every citation, the terms, the authored pages, the code and its settings. Which page shows which entry is
what a preview knows (`edits`), read the other way round.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from hashlib import sha256
from pathlib import Path

from macros.addresses import address
from macros.citations.engine import Formatted
from macros.edits import showing
from macros.handbook import Handbook, Mention
from macros.pages import virtual_pages
from macros.views.card import card_of

_TIMED = ("guides", "paths")
"""Collections whose pages say how long other pages take to read, and whose prints hold these."""
_DRAWN = ("claims", "studies", "terms")
"""Collections whose entries stand on the pages that lean on them; of others a page shows a card."""


@dataclass(frozen=True)
class PageKeys:
    """The keys of one build; `settings` are whatever else its pages depend on."""

    handbook: Handbook
    formatted: Formatted
    settings: object

    def of(self, *paths: str, used: Iterable[Mention] = ()) -> bytes:
        """Return the key of what stands on these pages; each is the path below docs/ of a page made from content.

        `used` are entries that were drawn on them, whatever led to them; they may be gone.
        """
        entries = self._with_claims({*used, *(entry for path in paths for entry in self._shown[path])})
        texts = b"".join(self._texts.get(entry, b"") for entry in sorted(entries))
        read = sorted({entry for path in paths for entry in self._around.get(path, ())} - entries)
        cards = repr([(entry, card_of(entry[0], self.handbook.find(*entry))) for entry in read])
        return sha256(self._everywhere + repr(paths).encode() + texts + cards.encode()).digest()

    @cached_property
    def of_all(self) -> bytes:
        """The key of what shows every entry."""
        return sha256(self._everywhere + b"".join(self._texts.values())).digest()

    def _with_claims(self, entries: Collection[Mention]) -> set[Mention]:
        """Return entries with the claims that the claims and terms among them lean on, and so on."""
        found, waiting = set(entries), [entry for entry in entries if entry[0] in ("claims", "terms")]
        while waiting:
            for named in self.handbook.mentions.get(waiting.pop(), ()):
                if named[0] == "claims" and named not in found:
                    found.add(named)
                    waiting.append(named)
        return found

    @cached_property
    def _shown(self) -> Mapping[str, set[Mention]]:
        """Path -> the entries that stand on the page, for every page made from content."""
        pages = [*virtual_pages(self.handbook)]
        shown: dict[str, set[Mention]] = {page.path: set() for page in pages}
        for entry in self._all():
            for path in showing(self.handbook, entry):
                shown[path].add(entry)
        for path, read in self._read.items():
            own = {own for each in read if (own := self._owners.get(each))}
            shown[path] |= {*own, *(entry for each in read for entry in shown[each] if entry[0] in _DRAWN)}
        shown[address("studies", "index")[1:]] = {*self._all()}  # the list of sources names who cites each
        return shown

    @cached_property
    def _owners(self) -> Mapping[str, Mention]:
        """Path -> entry, of the page of each entry."""
        return {address(*entry)[1:]: entry for entry in self._all()}

    @cached_property
    def _read(self) -> Mapping[str, frozenset[str]]:
        """Path of a page that says how long others take to read, or prints them -> those others made from content."""
        found = {}
        for page in virtual_pages(self.handbook):
            if page.folder in _TIMED and page.id is not None:
                named = self.handbook.mentions.get((page.folder, page.id), ())
                given = self.handbook.given(page.id) if page.folder == "guides" else ()
                found[page.path] = frozenset({address(*each)[1:] for each in (*named, *given)} & self._owners.keys())
        return found

    @cached_property
    def _around(self) -> Mapping[str, set[Mention]]:
        """Path of such a page -> the entries of which cards stand on those others: they take time to read too."""
        return {path: {entry for each in read for entry in self._shown[each]} for path, read in self._read.items()}

    def _all(self) -> Iterator[Mention]:
        return ((folder, id) for folder, entries in self.handbook.entries.items() for id in entries)

    @cached_property
    def _texts(self) -> dict[Mention, bytes]:
        """A digest of each entry as it was read; its file may have changed since."""
        return {entry: sha256(repr(self.handbook.find(*entry)).encode()).digest() for entry in self._all()}

    @cached_property
    def _everywhere(self) -> bytes:
        """A digest of all that may stand on any page."""
        book = self.handbook
        named = [(*entry, self._named(entry)) for entry in self._all()]
        terms = [
            self._texts[entry] for entry in sorted(self._with_claims([("terms", id) for id in book.entries["terms"]]))
        ]
        parts = (named, terms, book.bibliography, self.formatted, sorted(book.docs.items()), book.redirects)
        return sha256(repr((*parts, self.settings)).encode() + code()).digest()

    def _named(self, entry: Mention) -> object:
        folder, id = entry
        found = self.handbook.find(folder, id)
        grade = self.handbook.grade(id) if folder == "claims" else None
        return getattr(found, "title", ""), getattr(found, "order", 0), grade


@cache
def code() -> bytes:
    """Return a digest of the program: its modules and templates."""
    here = Path(__file__).parent
    found = sha256()
    for file in sorted([*here.rglob("*.py"), *here.rglob("*.jinja")]):
        found.update(sha256(file.relative_to(here).as_posix().encode() + file.read_bytes()).digest())
    return found.digest()
