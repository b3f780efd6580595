"""What a page of the handbook is called, where it stands, and when it was last reviewed: the facts for citing it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from macros.addresses import address
from macros.bibliography.rich_text import without_tags
from macros.handbook import Handbook
from macros.model.collections import COLLECTIONS
from macros.model.entry import Record
from macros.model.study import Study


@dataclass(frozen=True)
class Publication:
    """The handbook as a publication."""

    title: str
    url: str
    """Address of the site."""
    author: str
    """Who is named as author of each page: a group."""
    edition: str
    """As readers write it, such as 2026.1; empty where there is none."""
    issued: date
    """Date of pages that carry none of their own."""
    language: str = "en-US"
    license: str = "https://creativecommons.org/licenses/by/4.0/"

    def address(self, path: str) -> str:
        """Return the full address of the page whose Markdown stands at `path` below docs/."""
        folder, _, name = path.removesuffix(".md").rpartition("/")
        place = "/".join(filter(None, (folder, "" if name == "index" else name)))
        return f"{self.url.rstrip('/')}/{place}/" if place else f"{self.url.rstrip('/')}/"


@dataclass(frozen=True)
class PageRecord:
    """One page: `path` is that of its Markdown below docs/, `title` and `description` are plain text."""

    publication: Publication
    path: str
    title: str
    reviewed: date
    description: str = ""
    work: Mapping[str, Any] | None = None
    """For the page of a source: its CSL-JSON item."""

    @property
    def url(self) -> str:
        """The full address of the page."""
        return self.publication.address(self.path)

    @property
    def item(self) -> dict[str, Any]:
        """The page as a CSL-JSON item."""
        about = self.publication
        day = [self.reviewed.year, self.reviewed.month, self.reviewed.day]
        item = {
            "id": self.path,
            "type": "webpage",
            "author": [{"literal": about.author}],
            "title": self.title,
            "container-title": about.title,
            "version": about.edition,
            "issued": {"date-parts": [day]},
            "URL": self.url,
            "language": about.language,
        }
        return {variable: value for variable, value in item.items() if value}


def page_records(handbook: Handbook, publication: Publication) -> dict[str, PageRecord]:
    """Return the record of each entry's page by its path below docs/."""
    entries = ((folder, entry) for folder in COLLECTIONS for entry in handbook.all(folder))
    records = (_record(handbook, publication, folder, entry) for folder, entry in entries)
    return {record.path: record for record in records}


def _record(handbook: Handbook, publication: Publication, folder: str, entry: Record) -> PageRecord:
    path = address(folder, entry.id)[1:]
    if isinstance(entry, Study):
        work = handbook.bibliography.works[entry.id].csl
        title = f"Study card: {without_tags(str(work.get('title') or entry.id))}"
        return PageRecord(publication, path, title, max(sight.on for sight in entry.seen), work=work)
    reviewed = getattr(entry, "reviewed", None)
    day = reviewed.on if reviewed else publication.issued
    return PageRecord(publication, path, getattr(entry, "title", entry.id), day)
