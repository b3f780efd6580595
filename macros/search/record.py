"""A record: one page as search sees it."""

from dataclasses import dataclass
from functools import cached_property

from macros.model.collections import COLLECTIONS
from macros.search.spelling import words_in

SOURCE, MEETING, PAGE = "Source", "Meeting", "Page"


def kind_of(folder: str) -> str:
    """Return what readers call a page of a collection; a study card is the page of a source."""
    one = COLLECTIONS[folder].one
    return SOURCE if folder == "studies" else one[0].upper() + one[1:]


KINDS = (*map(kind_of, COLLECTIONS), MEETING, PAGE)
"""Every kind of page, in the order in which filters name them."""


@dataclass(frozen=True)
class Record:
    """One page; its texts are plain, and `pillars` and `legs` are the titles by which readers know them."""

    address: str
    """As a link names it: /strategies/x.md."""
    kind: str
    """One of KINDS."""
    title: str
    summary: str
    aliases: tuple[str, ...] = ()
    """Words that people type when they mean this page."""
    body: str = ""
    names: tuple[str, ...] = ()
    """Who wrote the works that the page rests on."""
    pillars: tuple[str, ...] = ()
    legs: tuple[str, ...] = ()
    grade: str = ""
    """How sure we are, in words, where the page stands for a claim."""

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words of the page's text, and the names: all that its first lines do not hold."""
        return tuple(word for text in (self.body, *self.names) for word in words_in(text))

    def url(self, folders: bool) -> str:
        """Return the URL below the site: of a folder (strategies/x/), or of a file (strategies/x.html)."""
        path = self.address.removeprefix("/").removesuffix(".md")
        if not folders:
            return f"{path}.html"
        return f"{path.removesuffix('index').rstrip('/')}/".removeprefix("/")
