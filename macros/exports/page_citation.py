"""How to cite a page of the handbook, in each style and as BibTeX.

Each page is cited alone, so no letter may follow its year because other pages have the same author. All pages are still
formatted in one call: each is given an author that no other page has, which the true one replaces afterwards.
"""

import json
import re
from collections.abc import Mapping, Sequence
from hashlib import sha256
from html import escape
from pathlib import Path

from macros.bibliography.citation_key import proposed_key
from macros.citations import pandoc
from macros.citations.answer import Rendered
from macros.citations.engine import VERSION, format_citations
from macros.citations.store import Store
from macros.citations.style import style_named, style_xml
from macros.exports.bibtex import entry_text
from macros.exports.from_csl import draft_of
from macros.exports.page_record import PageRecord

STYLES = ("apa", "mla", "chicago")
_ALONE = re.compile("\uf000(\\d+)\uf001(\\.?)( ?)")
"""The author that stands in for the true one, and the point and space after it."""

_LESS = "\uf002"
"""Stands for < in a title, which is plain text: CSL-JSON would take <b> for bold letters."""


def page_citations(
    pages: Mapping[str, PageRecord], styles: Sequence[str] = STYLES, cache: Path | None = None
) -> dict[str, dict[str, Rendered]]:
    """Return the citation of each page, by its path, in each style; the cache saves all that did not change."""
    found: dict[str, dict[str, Rendered]] = {path: {} for path in pages}
    for style in styles:
        for path, rendered in _in_style(pages, style, cache).items():
            found[path][style] = rendered
    return found


def page_bibtex(page: PageRecord) -> str:
    """Return the entry of a page for a .bib file; its key ends with the page's id, so that no two pages share one."""
    draft = draft_of(_without_tags(page.item))
    id = page.path.removesuffix(".md").rpartition("/")[2].replace("-", "")
    return entry_text(draft.entry_type, proposed_key(page.item | {"title": id}), draft.fields).replace(_LESS, "<")


def styled_item(page: PageRecord, style: str) -> dict[str, object]:
    """Return a page as a style wants it: APA prints the version of documents only, and no site that is the author."""
    about, item = page.publication, page.item
    if style == "mla":
        return item
    del item["container-title"]
    site = {} if about.title == about.author else {"publisher" if style == "apa" else "container-title": about.title}
    return item | site | ({"type": "document"} if style == "apa" else {})


def _in_style(pages: Mapping[str, PageRecord], style: str, cache: Path | None) -> dict[str, Rendered]:
    store = Store(cache, ["pages", VERSION, pandoc.version(), style_xml(style_named(style))])
    kept = store.load() or {}
    wanted = {path: _hash(page) for path, page in pages.items()}
    missing = [page for path, page in pages.items() if wanted[path] not in kept]
    if missing:
        fresh = {_hash(page): [one.html, one.text] for page, one in _formatted(missing, style)}
        kept = {mark: (fresh | kept)[mark] for mark in wanted.values()}
        store.save(kept)
    return {path: Rendered(*kept[mark]) for path, mark in wanted.items()}


def _hash(page: PageRecord) -> str:
    return sha256(json.dumps(page.item, sort_keys=True).encode()).hexdigest()[:32]


def _formatted(pages: Sequence[PageRecord], style: str) -> list[tuple[PageRecord, Rendered]]:
    items = [
        {**_without_tags(styled_item(page, style)), "id": f"p{n}", "author": [{"literal": f"\uf000{n}\uf001"}]}
        for n, page in enumerate(pages)
    ]
    entries = format_citations(items, (), style, cited_only=False).entries
    return [(page, _signed(_with_less(entries[f"p{number}"]), page, style)) for number, page in enumerate(pages)]


def _without_tags(item: Mapping[str, object]) -> dict[str, object]:
    return {name: value.replace("<", _LESS) if isinstance(value, str) else value for name, value in item.items()}


def _with_less(one: Rendered) -> Rendered:
    return Rendered(one.html.replace(_LESS, "&lt;"), one.text.replace(_LESS, "<"))


def _signed(alone: Rendered, page: PageRecord, style: str) -> Rendered:
    """Put the author in. MLA 9, section 5.19: a group that publishes its own work is named as its publisher only."""
    author = page.publication.author
    if style == "mla" and author == page.publication.title:
        return Rendered(_ALONE.sub("", alone.html), _ALONE.sub("", alone.text))
    return Rendered(_with(escape(author, quote=False), alone.html), _with(author, alone.text))


def _with(author: str, printed: str) -> str:
    return _ALONE.sub(lambda found: author + ("" if author.endswith(".") else found[2]) + found[3], printed)
