"""What a preview built last, and which pages it owes since then."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from macros.addresses import address
from macros.docs_pages import title_of
from macros.downloads import latest_review
from macros.edits import keep_texts, stale_pages, touched
from macros.handbook import Handbook, Mention
from macros.looking import State, state_of
from macros.pages import virtual_pages


@dataclass
class LastBuild:
    """Pages are owed until a build has made them all: one that ends half-way leaves none stale."""

    handbook: Handbook | None = None
    _beside: State | None = None
    _owed: frozenset[str] | None = frozenset()
    _used: dict[str, frozenset[Mention]] = field(default_factory=dict)
    """Path of a page -> the claims and works that were drawn on it, whatever led to them."""

    def owe(self, handbook: Handbook, beside: State) -> frozenset[str] | None:
        """Return the paths below docs/ of the pages to build for what was read now; None means all.

        `beside` are the files beside content and pages, as they were before it was read.
        """
        if self.handbook is not None:
            stale = stale_pages(self.handbook, handbook) if self._looks_alike(handbook, beside) else None
            keep_texts(self.handbook, handbook, stale)
            more = self._drawn_on(touched(self.handbook, handbook)) | _dated(self.handbook, handbook)
            self._owed = None if stale is None or self._owed is None else self._owed | stale | more
        self.handbook, self._beside = handbook, beside
        return self._owed

    def paid(self, used: Mapping[str, frozenset[Mention]]) -> None:
        """Note that every page that was owed has been built; `used` are the claims and works on each of them."""
        self._owed = frozenset()
        self._used.update(used)

    def _drawn_on(self, entries: frozenset[Mention]) -> frozenset[str]:
        return frozenset(path for path, used in self._used.items() if used & entries)

    def has_the_pages_of(self, handbook: Handbook, beside: State) -> bool:
        """Return whether the site differs in the texts of its pages alone, so that nothing else has to be built."""
        before = self.handbook
        same_pages = before is not None and frozenset(virtual_pages(before)) == frozenset(virtual_pages(handbook))
        return same_pages and beside == self._beside and self._looks_alike(handbook, beside)

    def _looks_alike(self, handbook: Handbook, beside: State) -> bool:
        """Return whether menus and layout are as they were."""
        before = self.handbook
        return before is not None and _titles(before) == _titles(handbook) and _layout(self._beside) == _layout(beside)


def beside_pages(root: Path) -> State:
    """Return the state of the files of a tree that are neither content nor authored pages."""
    docs = {path: stamp for path, stamp in state_of(str(root / "docs")).items() if not path.endswith(".md")}
    return docs | state_of(str(root / "mkdocs.yml"))


def _dated(before: Handbook, after: Handbook) -> frozenset[str]:
    """Return the pages without a date of their own, whose heads bear that of the newest review, where it is another."""
    if latest_review(before) == latest_review(after):
        return frozenset()
    each = ((folder, id, entry) for folder, entries in after.entries.items() for id, entry in entries.items())
    return frozenset({*after.docs, *(address(folder, id)[1:] for folder, id, entry in each if not _reviewed(entry))})


def _reviewed(entry: object) -> bool:
    return getattr(entry, "reviewed", None) is not None


def _titles(handbook: Handbook) -> dict[str, str]:
    """Return the titles of authored pages, which stand in menus."""
    return {path: title_of(text) for path, text in handbook.docs.items()}


def _layout(beside: State | None) -> State:
    return {path: stamp for path, stamp in (beside or {}).items() if path.endswith((".html", ".yml"))}
