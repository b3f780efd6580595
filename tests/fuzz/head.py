"""The head of a page as our theme writes it: what a page says of itself stands there, outside of its own markup."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from jinja2 import Environment, Template
from lxml import html as reader
from mkdocs.theme import Theme

ROOT = Path(__file__).parents[2]
_BLOCKS = ("site_meta", "htmltitle")
_CONFIG = {
    "site_name": "A handbook",
    "site_description": "About tea.",
    "site_url": "https://example.org/",
    "theme": {"favicon": "x.svg"},
    "extra": {"tagline": "Tea", "generator": False},
}


def head_is_sound(meta: Mapping[str, Any], title: str) -> None:
    """What a page says of itself must be text and nothing else: the head has the elements of any other page."""
    found = _shape(_head_of(meta, title))
    assert found == _usual(), f"the head of the page holds {[each for each in found if each not in _usual()]}"


@cache
def _usual() -> list[tuple[str, tuple[str, ...]]]:
    return _shape(_head_of({"title": "A page", "description": "About it."}, "A page"))


def _shape(head: str) -> list[tuple[str, tuple[str, ...]]]:
    document = reader.document_fromstring(f"<!doctype html><html><head>{head}</head><body></body></html>")
    return [(str(element.tag), tuple(sorted(element.attrib))) for element in document.iter()]


def _head_of(meta: Mapping[str, Any], title: str) -> str:
    """Return the parts of the theme's head that show the title and description of a page."""
    page = SimpleNamespace(meta=meta, title=title, url="x/", canonical_url="https://example.org/x/", is_homepage=False)
    template = _template()
    context = template.new_context({"page": page, "config": _CONFIG})
    return "".join(part for name in _BLOCKS for part in template.blocks[name](context))


@cache
def _template() -> Template:
    environment: Environment = Theme(name="material", custom_dir=str(ROOT / "docs" / "overrides")).get_env()
    environment.filters["url"] = str
    main = environment.get_template("main.html")
    base = environment.get_template("base.html")
    main.blocks = {**base.blocks, **main.blocks}
    return main
