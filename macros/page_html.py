"""The HTML of a page made from content, without a Markdown parser.

Views write Markdown headings between blocks of HTML, which any generator can read. Parsing those blocks again took two
fifths of a build and changed nothing, so here only the headings are turned into HTML; a test holds that Python-Markdown
gives the same page.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from markupsafe import Markup

from macros.views.words import curled

HEADING = re.compile(r"(#{1,6}) +")
"""The marks of a Markdown heading."""
_NAMED = re.compile(r"\{ *#([\w-]+) *\}$")
_ID = re.compile(r"<[a-z][^>]*?\sid=\"([^\"]+)\"")
_LISTED = range(2, 4)
"""Levels of headings that stand in the table of contents."""


@dataclass
class Heading:
    """A heading of the table of contents; `words` are HTML."""

    level: int
    id: str
    words: str
    children: list["Heading"] = field(default_factory=list)

    @property
    def token(self) -> dict[str, Any]:
        """The heading as Python-Markdown's extension toc tells of it."""
        return {
            "level": self.level,
            "id": self.id,
            "name": self.words,
            "children": [child.token for child in self.children],
        }


@dataclass(frozen=True)
class PageHtml:
    """A whole page: its HTML, the headings below its title as a tree, and every id that a link may name."""

    html: str
    headings: list[Heading]
    ids: frozenset[str]


def page_html(body: str) -> PageHtml:
    """Return the page that a view's `body` (headings, and blocks of HTML) makes."""
    lines, headings = [], []
    for line in filter(None, body.split("\n")):
        found = HEADING.match(line)
        if found is None:
            lines.append(line)
            continue
        words = line[found.end() :].rstrip(" ")
        named = _NAMED.search(words)
        words = words[: named.start()].rstrip(" ") if named else words
        heading = Heading(len(found[1]), named[1] if named else _slug(words), curled(words))
        headings.append(heading)
        lines.append(_html(heading))
    html = "\n".join(lines)
    return PageHtml(html, list(_nested(headings)), ids_of(html))


def ids_of(html: str) -> frozenset[str]:
    """Return every id in a piece of HTML."""
    return frozenset(_ID.findall(html))


def _html(heading: Heading) -> str:
    tag = f"h{heading.level}"
    link = f'<a class="headerlink" href="#{heading.id}" title="Link to this section">#</a>'
    return f'<{tag} id="{heading.id}">{heading.words}{link}</{tag}>'


def _slug(words: str) -> str:
    """Return an id as the table-of-contents extension of Python-Markdown makes it, but none that the theme needs."""
    plain = Markup(words).striptags()
    slug = re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", plain.encode("ascii", "ignore").decode()).strip().lower())
    return f"the-{slug.lstrip('_')}" if slug.startswith(("_", "hb-")) else slug


def _nested(headings: Iterable[Heading]) -> Iterable[Heading]:
    open_: list[Heading] = []
    for heading in headings:
        if heading.level not in _LISTED:
            continue
        while open_ and open_[-1].level >= heading.level:
            open_.pop()
        if open_:
            open_[-1].children.append(heading)
        else:
            yield heading
        open_.append(heading)
