"""The pages that a file of the handbook shows on, drawn as a build draws them, and the files that go out with them."""

import json
import re
from collections.abc import Iterator
from dataclasses import asdict
from datetime import date
from functools import cache, partial
from pathlib import Path
from typing import Any

import markdown
import yaml
from jinja2 import Environment, StrictUndefined
from lxml import etree
from markupsafe import escape
from mkdocs.utils.meta import get_data

from macros.aside import Aside
from macros.authored import draw, mark
from macros.exports.feed import feed_files
from macros.exports.files import export_files
from macros.exports.head import head_html
from macros.exports.json_ld import claims_json
from macros.exports.page_record import PageRecord, Publication
from macros.handbook import Handbook
from macros.page_html import page_html
from macros.page_macros import PAGE_MACROS, PageMacro
from macros.prose import Prose, format_site
from macros.redirects import FILE as REDIRECTS
from macros.redirects import redirect_pages
from macros.search.catalogue import catalogue
from macros.search.records import record_of, records
from macros.search.words import FILE as SEARCH
from macros.search.words import read_words
from macros.views.meeting import meeting_page
from macros.views.page import Page, entry_page, index_page
from tests.fuzz.head import head_is_sound
from tests.fuzz.tree import BIBLIOGRAPHY

ROOT = Path(__file__).parents[2]
_USERS = 2
"""Pages on which an entry is used, beside its own, that are drawn."""
_ON_INDEX = ("strategies", "pillars", "legs", "studies")
"""Collections of which the page index.md of the small handbook shows something."""
_MACROS = {
    "claims": ("numbers", "evidence_map", "disputes", "gaps", "grade_sums"),
    "situations": ("doors",),
    "paths": ("ways_in", "hero"),
    "strategies": ("pillar_leg_map", "whats_new"),
}
"""Collections, and what authored pages show of them."""
PUBLICATION = Publication("A handbook", "https://example.org/", "Some people", "2026.1", date(2026, 11, 21))


def made_of(handbook: Handbook, file: str) -> dict[str, str]:
    """Return the HTML of each page on which a file shows, by its path; other files that it goes into are read back."""
    made = dict(_pages(handbook, file))
    for path, text in _beside(handbook, file):
        text.encode("utf-8")
        _read(path, text)
    return made


def _pages(handbook: Handbook, file: str) -> Iterator[tuple[str, str]]:
    if file.startswith("docs/"):
        yield file, _authored(handbook, handbook.docs[file.removeprefix("docs/")])
        return
    formatted = format_site(handbook, "apa", None)
    own = _own(handbook, file)
    users = [user for one in own for user in handbook.users(*one)]
    for folder, id in dict.fromkeys([*own, *users[:_USERS]]):
        prose = Prose(handbook, formatted, lambda address: address, "https://example.org/issues")
        yield f"{folder}/{id}", _whole(entry_page(handbook, prose, folder, id))
        for number in range(1, len(handbook.find(folder, id).sessions) + 1) if folder == "guides" else ():
            yield f"{folder}/{id}/{number}", _whole(meeting_page(handbook, prose, id, number))
    for folder in {folder for folder, _ in own}:
        prose = Prose(handbook, formatted, lambda address: address)
        yield folder, _whole(index_page(handbook, prose, folder))
        if folder in _ON_INDEX:
            yield "index.md", _authored(handbook, handbook.docs["index.md"])
        for name in _MACROS.get(folder, ()):
            prose = Prose(handbook, formatted, lambda address: address)
            yield name, str(PAGE_MACROS[name](handbook, prose))


def _own(handbook: Handbook, file: str) -> list[tuple[str, str]]:
    """Return the entries that a file makes: its own, or for the list of sources every study card."""
    if file == BIBLIOGRAPHY:
        return [("studies", id) for id in handbook.entries["studies"]]
    return [(folder, id) for folder, files in handbook.files.items() for id, path in files.items() if path == file]


def _beside(handbook: Handbook, file: str) -> Iterator[tuple[str, str]]:
    """Yield the path and text of each file beside the pages that another file goes into."""
    if file == BIBLIOGRAPHY:
        yield from export_files(handbook)
    elif file == REDIRECTS:
        yield from redirect_pages(handbook.redirects, {}, PUBLICATION.url)
    elif file == SEARCH or file.startswith("docs/"):
        words = read_words(handbook.root).words
        found = catalogue(handbook, words, records(handbook, handbook.docs, words), True)
        yield "catalogue.json", json.dumps(found, ensure_ascii=False)
    for folder, id in _own(handbook, file):
        yield "record.json", json.dumps(asdict(record_of(handbook, folder, id)), ensure_ascii=False)
        if folder in ("claims", "studies"):
            yield "claims.json", claims_json(handbook, PUBLICATION)
        if folder in ("corrections", "strategies"):
            yield from feed_files(handbook, PUBLICATION)


def _whole(page: Page) -> str:
    """Return a page with its head, as the program escapes it."""
    made = page_html(page.body)
    record = PageRecord(PUBLICATION, "x.md", page.title, date(2026, 11, 21), page.description)
    head = str(head_html(record))
    assert head.count("<script") == 1, head
    assert head.lower().count("</script") == 1, head
    json.loads(head[head.index(">", head.index("<script")) + 1 : head.rindex("</script>")])
    meta = {"title": str(escape(page.title)), "description": str(escape(page.description))}
    head_is_sound(meta, page.title)
    return made.html + "".join(heading.words for heading in made.headings)


def _authored(handbook: Handbook, text: str) -> str:
    """Return an authored page, through the host's front matter, macros and Python-Markdown."""
    body, meta = get_data(text)
    assert not text.startswith("---\n") or body != text, "the host does not read the top of the page"
    prose = Prose(handbook, format_site(handbook, "apa", None), lambda address: address)
    marked = mark(body, prose)
    aside = Aside()

    def called(macro: PageMacro, *words: str, **named: str) -> str:
        return aside.put(macro(handbook, prose, *words, **named))

    text = (
        _templates().from_string(marked.text).render({name: partial(called, one) for name, one in PAGE_MACROS.items()})
    )
    drawn = draw(text, marked.drawings, handbook, prose, aside)
    head_is_sound({name: str(escape(meta[name])) for name in ("title", "description") if name in meta}, "A page")
    return aside.restore(_markdown().reset().convert(drawn))


@cache
def _templates() -> Environment:
    """Return templates as the macros plugin makes them."""
    return Environment(undefined=StrictUndefined)


@cache
def _markdown() -> markdown.Markdown:
    """Return Python-Markdown as mkdocs.yml sets it up."""
    listed = yaml.safe_load(re.sub(r"!\w+", "", (ROOT / "mkdocs.yml").read_text("utf-8")))["markdown_extensions"]
    configured = {name: settings for item in listed if isinstance(item, dict) for name, settings in item.items()}
    names = [name if isinstance(name, str) else next(iter(name)) for name in listed]
    return markdown.Markdown(extensions=names, extension_configs=configured)


def _read(path: str, text: str) -> Any:
    """Read a file as what its ending says it is."""
    if path.endswith(".json"):
        return json.loads(text, parse_constant=_no_json)
    return etree.fromstring(text.encode()) if path.endswith(".xml") else None


def _no_json(word: str) -> None:
    raise ValueError(f"{word} is not JSON")
