"""The outline of a rendered page: its tags as a reader's program meets them."""

from collections.abc import Callable
from dataclasses import dataclass, field
from html.parser import HTMLParser

import markdown

from macros.prose import Prose
from macros.views.page import Page

Render = Callable[[str, str | None], Page]
NewProse = Callable[[], Prose]

VOID = {"br", "hr", "img", "input"}
EXTENSIONS = ["attr_list", "md_in_html", "toc", "tables", "def_list", "pymdownx.superfences"]


@dataclass
class Outline(HTMLParser):
    """Headings with their levels, ids, links, the text, and tags that do not close in order."""

    levels: list[int] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    _open: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.tags.append(tag)
        self.ids += [given["id"]] if given.get("id") else []
        self.links += [given["href"]] if given.get("href") else []
        if tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
            self.levels.append(int(tag[1]))
        if tag in ("p", "a") and tag in self._open:
            self.faults.append(f"<{tag}> inside <{tag}>")
        if tag not in VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID and (not self._open or self._open.pop() != tag):
            self.faults.append(f"</{tag}> closes nothing")

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def outline(body: str) -> Outline:
    """Return the outline of a page's body after Markdown has turned it into HTML."""
    found = Outline()
    found.feed(markdown.markdown(body, extensions=EXTENSIONS))
    found.close()
    found.faults += [f"<{tag}> is never closed" for tag in found._open]
    return found
