"""Every page of the site as plain HTML with a title, so that any generator can take it: no macro, no link to resolve.

Links lead from page to page as a server sees them, strategies/x.md being at strategies/x/. Some generators rewrite
links that do not begin with a slash: for these, all links can begin at the server's root.
"""

import json
import posixpath
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

import yaml
from jinja2 import Environment, StrictUndefined
from markdown import Markdown
from markupsafe import escape

from macros.authored import draw, mark
from macros.docs_pages import without_front_matter
from macros.page_html import page_html
from macros.page_macros import PAGE_MACROS, PageMacro
from macros.pages import VirtualPage, virtual_pages
from macros.site import Site
from macros.views.whole import whole_page

_HEADER_LINK = re.compile(r'<a class="headerlink"[^>]*>[^<]*</a>')
_LINK = re.compile(r'(\s(?:href|src)=")(/[^"]*|[^":#]+\.md(?:#[^"]*)?)(?=")')
_PRE = re.compile(r"<pre.*?</pre>", re.DOTALL)
_BLANK = re.compile(r"\n\s*(?=\n)")
_BREAK = re.compile(r"\n(?=[ \t]*\n)")


@dataclass(frozen=True)
class PlainPage:
    """One page: `path` below the folder of pages; `title` and `description` are plain text; `html` is all it shows."""

    path: str
    title: str
    description: str
    html: str

    @property
    def text(self) -> str:
        """The page as a Markdown file: what heads it, and one block of HTML, which no parser looks into.

        Titles are escaped, because generators differ in whether they do it themselves.
        """
        head = {"title": self.title, "description": self.description}
        lines = [f"{name}: {json.dumps(str(escape(words)), ensure_ascii=False)}" for name, words in head.items()]
        return "\n".join(["---", *lines, "---", "", f'<div class="hb-page">\n{_closed(self.html)}\n</div>', ""])


def plain_pages(site: Site, markdown: Markdown, base: str = "") -> Iterator[PlainPage]:
    """Yield the authored pages, then those made from content; `markdown` reads the authored ones.

    `base` is where the site stands on its server, such as /handbook/; without it, links are relative to their page.
    """
    site.locate = partial(from_root, base) if base else between
    for path in site.handbook.docs:
        yield _authored(site, path, markdown)
    for page in virtual_pages(site.handbook):
        yield _made(site, page)


def between(address: str, path: str) -> str:
    """Return the URL of an address, such as /strategies/x.md#steps, relative to the page at `path`."""
    target, hash_, anchor = address.partition("#")
    there = _place(target.lstrip("/"))
    way = posixpath.relpath(there or ".", _place(path) or ".")
    return f"{way}{'/' if not there or there.endswith('/') else ''}{hash_}{anchor}"


def from_root(base: str, address: str, path: str) -> str:
    """Return the URL of an address from the root of the server."""
    target, hash_, anchor = address.partition("#")
    return f"/{base.strip('/')}/{_place(target.lstrip('/'))}{hash_}{anchor}".replace("//", "/", 1)


def _place(path: str) -> str:
    """Return where a page or file stands, below the site; a page is a folder."""
    if not path.endswith(".md"):
        return path
    folder, _, name = path.removesuffix(".md").rpartition("/")
    return "".join(f"{part}/" for part in (folder, "" if name == "index" else name) if part)


def _made(site: Site, virtual: VirtualPage) -> PlainPage:
    page = whole_page(site.handbook, site.open_page(virtual.path), virtual, site.links(virtual.path))
    html = page_html(page.body + site.foot(virtual.path)).html
    return PlainPage(virtual.path, page.title, page.description, _HEADER_LINK.sub("", html))


def _authored(site: Site, path: str, markdown: Markdown) -> PlainPage:
    """Return an authored page with its macros called and its citations drawn, as the host has it."""
    text, prose = site.handbook.docs[path], site.open_page(path)
    marked = mark(without_front_matter(text).strip(), prose)
    called = Environment(undefined=StrictUndefined).from_string(marked.text).render(_macros(site, path))
    aside = site.aside(path)
    drawn = draw(called, marked.drawings, site.handbook, prose, aside) + aside.put(site.foot(path))
    head = _head(text)
    whole = aside.restore(markdown.reset().convert(drawn))
    html = _LINK.sub(lambda found: found[1] + _resolved(site, found[2], path), whole)
    return PlainPage(path, str(head.get("title", "")), str(head.get("description", "")), html)


def _macros(site: Site, path: str) -> dict[str, Callable[..., str]]:
    def bound(macro: PageMacro) -> Callable[..., str]:
        return lambda *words, **named: site.call(path, macro, *words, **named)

    return {name: bound(macro) for name, macro in PAGE_MACROS.items()}


def _head(text: str) -> dict[str, object]:
    end = text.find("\n---\n", 3)
    found = yaml.safe_load(text[4:end]) if text.startswith("---\n") and end > 0 else {}
    return found if isinstance(found, dict) else {}


def _resolved(site: Site, link: str, path: str) -> str:
    whole = link if link.startswith("/") else posixpath.normpath(posixpath.join("/", posixpath.dirname(path), link))
    return site.locate(whole, path)


def _closed(html: str) -> str:
    """Return HTML without an empty line, which would end the block, and without braces that a generator may take up."""
    whole = _PRE.sub(lambda found: _BREAK.sub("&#10;", found[0]), html)
    return _BLANK.sub("", whole).strip().replace("{{", "&#123;&#123;").replace("{%", "&#123;%")
