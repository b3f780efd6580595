"""A record: one page as search sees it."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What kind of page a result is, in the words that a reader sees, in the order in which filters name them."""

    STRATEGY = "Strategy"
    SITUATION = "Situation"
    PILLAR = "Pillar"
    LEG = "Leg"
    CLAIM = "Claim"
    SOURCE = "Source"
    TERM = "Term"
    GUIDE = "Guide"
    MEETING = "Meeting"
    PROTOCOL = "Protocol"
    CASE = "Case"
    CORRECTION = "Correction"
    PAGE = "Page"


@dataclass(frozen=True)
class Record:
    """One page; its texts are plain, and `pillars` and `legs` are the titles by which readers know them."""

    address: str
    """As a link names it: /strategies/x.md."""
    kind: Kind
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

    def url(self, folders: bool) -> str:
        """Return the URL below the site: of a folder (strategies/x/), or of a file (strategies/x.html)."""
        path = self.address.removeprefix("/").removesuffix(".md")
        if not folders:
            return f"{path}.html"
        return f"{path.removesuffix('index').rstrip('/')}/".removeprefix("/")
