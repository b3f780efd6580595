"""Addresses of pages, as links name them: /strategies/x.md, /claims/index.md, /about/privacy.md."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from pathlib import Path

from markdown.extensions.toc import slugify

from macros.markup import elements
from macros.model.collections import COLLECTIONS

_ANCHOR = re.compile(r"\{\s*#([a-z0-9-]+)[^}]*\}")
_PUBLISHED = (
    *(f"/data/{name}.json" for name in ("index", "claims", "studies")),
    *(f"/data/{name}" for name in ("claims.csv", "corrections.xml", "news.xml")),
    *(f"/sources/references.{ending}" for ending in ("bib", "ris", "csl.json")),
)
"""Files that the site publishes beside its pages, to which a text may link."""
_FOLDER_AT = {collection.address: folder for folder, collection in COLLECTIONS.items()}
_TEMPLATES = Path(__file__).parent / "templates"


def address(folder: str, id: str) -> str:
    """Return the address of an entry's page."""
    return f"/{COLLECTIONS[folder].address}/{id}.md"


def entry_at(address: str) -> tuple[str, str] | None:
    """Return (folder, id) of the entry whose page has this address, or None for any other page."""
    top, _, name = address.removeprefix("/").partition("/")
    id = name.partition("#")[0].removesuffix(".md")
    is_entry = address.startswith("/") and top in _FOLDER_AT and id not in ("", "index") and "/" not in id
    return (_FOLDER_AT[top], id) if is_entry else None


def meeting_address(folder: str, id: str, number: int) -> str:
    """Return the address of one meeting of a guide, counted from 1."""
    return f"/{COLLECTIONS[folder].address}/{id}/meeting-{number}.md"


@dataclass(frozen=True)
class Addresses:
    """Every page that the site will have: entries, index pages and authored pages."""

    root: Path
    ids: Mapping[str, Collection[str]]
    docs: Mapping[str, str]
    """Path below docs/ -> text, of each authored page."""

    @cached_property
    def pages(self) -> frozenset[str]:
        entries = {address(folder, id) for folder, ids in self.ids.items() for id in ids}
        indexes = {address(folder, "index") for folder in COLLECTIONS}
        return frozenset({*entries, *indexes, *(f"/{path}" for path in self.docs), *_PUBLISHED})

    @cached_property
    def site(self) -> str:
        """The address at which the handbook is published, from mkdocs.yml; empty where none is given."""
        file = self.root / "mkdocs.yml"
        found = re.search(r"^site_url:[ \t]*(\S+)", file.read_text("utf-8"), re.MULTILINE) if file.is_file() else None
        return found[1].strip("\"'").rstrip("/") if found else ""

    def page_at(self, url: str) -> str:
        """Return the page that is published at `url`, as links name it; empty where it is none of the handbook."""
        if not self.site or not f"{url.rstrip('/')}/".startswith(f"{self.site}/"):
            return ""
        path, _, anchor = url.removeprefix(self.site).partition("#")
        bare = path.partition("?")[0].removesuffix("index.html").strip("/")
        wanted = (f"/{bare}.md", f"/{bare}/index.md") if bare else ("/index.md",)
        found = next((page for page in wanted if page in self.pages), "")
        return f"{found}#{anchor}" if found and anchor else found

    def has_anchor(self, page: str, anchor: str) -> bool:
        """Tell whether `page`, which exists, has a place called `anchor`."""
        made = page.removeprefix("/") not in self.docs
        return anchor in self.places(page) or (made and anchor.startswith(("claim-", "ref-")))

    def places(self, page: str) -> frozenset[str]:
        """Return the anchors that are known of a page, which exists."""
        authored = self.docs.get(page.removeprefix("/"))
        return _template_anchors() if authored is None else anchors(authored)


@lru_cache(maxsize=512)
def anchors(text: str) -> frozenset[str]:
    """Return the anchors of an authored page: those it names, and those its headings get."""
    named = set(_ANCHOR.findall(text))
    for element in elements(text):
        if element.kind == "heading" and not _ANCHOR.search(element.words):
            named.add(slugify(element.words, "-"))
    return frozenset(named)


@cache
def _template_anchors() -> frozenset[str]:
    found: set[str] = set()
    for template in _TEMPLATES.rglob("*.jinja"):
        found.update(_ANCHOR.findall(template.read_text("utf-8")))
    return frozenset(found)
