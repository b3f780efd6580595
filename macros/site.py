"""The site while it is built: the handbook, its citations, and what each page has used and become."""

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any, Protocol

from macros.aside import Aside
from macros.citations.engine import Formatted
from macros.compiled_templates import CompiledTemplates
from macros.downloads import Downloads, latest_review
from macros.exports.page_record import Publication
from macros.handbook import Handbook, Mention
from macros.kept_pages import KeptPages
from macros.lint import check
from macros.looking import State
from macros.page_keys import PageKeys, code
from macros.page_macros import PageMacro
from macros.pages import VirtualPage, virtual_pages
from macros.problems import ProblemsFound
from macros.prose import Prose, format_site
from macros.views.page import Page
from macros.views.sheet import shapes
from macros.views.whole import whole_page


@dataclass(frozen=True)
class Settings:
    """What the host's configuration says of the site."""

    name: str
    url: str
    """Address of the site, or empty."""
    issues: str
    """Address at which readers report errors, or empty."""
    style: str
    edition: str
    preview: bool = False
    """Whether pages stand alone, without the files that go with them."""
    offline: bool = False
    """Whether the pages are to be read from a folder, without a server."""
    files: Path | None = None
    """A folder of this build alone, for the files that go with pages; without it they are put beside the caches."""


class Configuration(Protocol):
    """What the host reads from mkdocs.yml."""

    site_name: str
    site_url: str | None
    repo_url: str | None
    extra: Any


def settings_of(config: Configuration, preview: bool) -> Settings:
    """Return the settings of a build from what its configuration and its environment say."""
    issues = f"{config.repo_url.rstrip('/')}/issues" if config.repo_url else ""
    style, edition = (str(config.extra.get(key, "")) for key in ("style", "edition"))
    offline = os.environ.get("HANDBOOK_OFFLINE") == "true"
    files = Path(os.environ["HANDBOOK_FILES"]) if os.environ.get("HANDBOOK_FILES") else None
    named = (config.site_name, config.site_url or "", issues, style or "apa", edition)
    return Settings(*named, preview, offline, files)


def _drawn(prose: Prose) -> frozenset[Mention]:
    """Return the claims and works whose cards and references stand on a page."""
    return frozenset({*(("claims", id) for id in prose.claims), *(("studies", key) for key in prose.cited)})


def _unchanged(address: str, path: str) -> str:
    return address


@dataclass
class Site:
    """One build. `locate` turns (address, path of the page) into a URL; the host supplies it."""

    handbook: Handbook
    formatted: Formatted
    downloads: Downloads
    issues: str
    locate: Callable[[str, str], str] = _unchanged
    offline: bool = False
    beside: State = field(default_factory=dict)
    """The files beside content and pages as a preview found them, before it read anything."""
    notes: int = 0
    """How many notes the check of the content has left."""
    kept: KeptPages = field(default_factory=lambda: KeptPages(Path(), None))
    """Pages of earlier builds; a preview has none."""
    _prose: dict[str, Prose] = field(default_factory=dict)
    _pages: dict[str, Page] = field(default_factory=dict)
    _asides: dict[str, Aside] = field(default_factory=dict)

    def open_page(self, path: str) -> Prose:
        """Return a fresh prose for the page at `path`, which is about to be rendered."""
        self._asides.pop(path, None)
        self._prose[path] = Prose(
            self.handbook, self.formatted, lambda address: self.locate(address, path), self.issues
        )
        return self._prose[path]

    def aside(self, path: str) -> Aside:
        """Return the HTML that waits beside the Markdown of an authored page."""
        return self._asides.setdefault(path, Aside())

    def call(self, path: str, macro: PageMacro, *words: str, **named: str) -> str:
        """Return what a macro writes on the authored page at `path`, its HTML put aside."""
        return self.aside(path).put(macro(self.handbook, self.page(path), *words, **named))

    def page(self, path: str) -> Prose:
        """Return the prose of the page that is being rendered."""
        return self._prose[path]

    @cached_property
    def virtual(self) -> Mapping[str, VirtualPage]:
        """Path -> page, of every page made from content."""
        return {page.path: page for page in virtual_pages(self.handbook)}

    @property
    def used(self) -> dict[str, frozenset[Mention]]:
        """Path of each page that was written -> the claims and works whose cards and references stand on it."""
        return {path: _drawn(prose) for path, prose in self._prose.items()}

    def whole_page(self, path: str) -> str:
        """Return the body of the page made from content at `path`, with its foot, and note what describes it."""
        links, prose = self.links(path), self.page(path)

        def make() -> Page:
            page = whole_page(self.handbook, prose, self.virtual[path], links)
            return replace(page, body=page.body + self.foot(path))

        beside = (links, self.downloads.cited_as(path))
        self._pages[path] = self.kept.fetch(path, beside, make, lambda: _drawn(prose))
        return self._pages[path].body

    def described(self, path: str) -> Page | None:
        """Return the page made from content at `path`, or None for an authored page."""
        return self._pages.get(path)

    def links(self, path: str) -> dict[str, str]:
        """Return label and URL of each file that goes with the page at `path`."""
        return {label: self.locate(address, path) for label, address in self.downloads.links.get(path, {}).items()}

    def foot(self, path: str) -> str:
        """Return what ends every page: how to cite it."""
        return f"\n\n{self.downloads.panel(path, self.page(path).href)}\n"


def read_site(root: Path, settings: Settings, progress: Callable[[str], None]) -> Site:
    """Read, check and format a tree; raises ProblemsFound with every problem where it has errors."""
    handbook, problems = check(root)
    if handbook is None:
        raise ProblemsFound(problems)
    cache = root / ".cache"
    shapes().bytecode_cache = CompiledTemplates(cache / "templates", code())
    formatted = format_site(handbook, settings.style, cache / "citations")
    publication = Publication(settings.name, settings.url, settings.name, settings.edition, latest_review(handbook))
    downloads = Downloads(handbook, formatted, publication, cache, settings.files or cache, progress, settings.preview)
    keys = None if settings.preview else PageKeys(handbook, formatted, replace(settings, files=None))
    kept = KeptPages(cache / "pages", keys)
    given = (handbook, formatted, downloads, settings.issues)
    return Site(*given, offline=settings.offline, notes=len(problems), kept=kept)
