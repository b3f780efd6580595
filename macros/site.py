"""The site while it is built: the handbook, its citations, and what each page has used and become."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from macros.citations.engine import Formatted
from macros.handbook import Handbook
from macros.lint import load
from macros.prose import Prose, format_site
from macros.views.page import Page


def _unchanged(address: str, path: str) -> str:
    return address


@dataclass
class Site:
    """One build. `locate` turns (address, path of the page) into a URL; the host supplies it."""

    handbook: Handbook
    formatted: Formatted
    issues: str
    locate: Callable[[str, str], str] = _unchanged
    downloads: dict[str, dict[str, str]] = field(default_factory=dict)
    """Path of a page -> label -> address of a file that goes with it."""
    _prose: dict[str, Prose] = field(default_factory=dict)
    _pages: dict[str, Page] = field(default_factory=dict)

    def open_page(self, path: str) -> Prose:
        """Return a fresh prose for the page at `path`, which is about to be rendered."""
        self._prose[path] = Prose(self.handbook, self.formatted, lambda address: self.locate(address, path), self.issues)
        return self._prose[path]

    def page(self, path: str) -> Prose:
        """Return the prose of the page that is being rendered."""
        return self._prose[path]

    def describe(self, path: str, page: Page) -> None:
        """Keep the title and description of a page made from content."""
        self._pages[path] = page

    def described(self, path: str) -> Page | None:
        """Return the page made from content at `path`, or None for an authored page."""
        return self._pages.get(path)

    def links(self, path: str) -> dict[str, str]:
        """Return label and URL of each file that goes with the page at `path`."""
        return {label: self.locate(address, path) for label, address in self.downloads.get(path, {}).items()}


def read_site(root: Path, style: str, issues: str) -> Site:
    """Read, check and format a tree; raises ProblemsFound with every problem where it has errors."""
    handbook = load(root)
    return Site(handbook, format_site(handbook, style, root / ".cache" / "citations"), issues)
