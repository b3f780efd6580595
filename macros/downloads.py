"""Files that go with pages: printed guides, exports for reference managers; and how each page is cited."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from pathlib import Path

from markupsafe import Markup

from macros.addresses import address
from macros.build_day import build_day
from macros.citations.answer import Rendered
from macros.citations.engine import Formatted
from macros.docs_pages import title_of
from macros.exports.feed import feed_files
from macros.exports.files import export_files, page_base
from macros.exports.head import head_html
from macros.exports.open_data import open_data_files
from macros.exports.page_citation import page_citations
from macros.exports.page_list import PAGES, page_list
from macros.exports.page_record import PageRecord, Publication, page_records
from macros.exports.panel import cite_panel
from macros.handbook import Handbook
from macros.model.collections import COLLECTIONS
from macros.print.downloads import print_all
from macros.redirects import redirect_pages
from macros.views.overview import OVERVIEWS


@dataclass(frozen=True)
class Downloads:
    """What stands beside the pages; files are kept below `cache`, which may be deleted at any time."""

    handbook: Handbook
    formatted: Formatted
    publication: Publication
    cache: Path
    out: Path
    """Where the printed files are put together for this one build."""
    progress: Callable[[str], None]
    preview: bool = False
    """Whether pages stand alone, without files and without how to cite them, so that an edit is soon on its page."""
    links: dict[str, dict[str, str]] = field(default_factory=dict)
    """Path of a page -> label -> address of each file that goes with it."""

    @cached_property
    def files(self) -> Mapping[str, Path | bytes]:
        """Path below the site -> what goes there: a file that was printed, or the content itself."""
        return {} if self.preview else {**self._guides(), **self._exports()}

    def panel(self, path: str, locate: Callable[[str], str]) -> Markup:
        """Return "Cite this page" for the page at `path`."""
        found = self.cited_as(path)
        if found is None:
            return Markup("")
        record, citations, base = found
        exports = locate(f"/{base}.bib").removesuffix(".bib") if base else ""
        return cite_panel(record, citations, exports)

    def cited_as(self, path: str) -> tuple[PageRecord, Mapping[str, Rendered], str] | None:
        """Return all that "Cite this page" shows of a page, or None where it does not stand there: facts about the
        page, how each style cites it, and the path of the files of the works that it cites, without their ending.
        """
        record = self._records.get(path)
        if record is None or self.preview:
            return None
        return record, self._citations[path], self._bases.get(path, "")

    def head(self, path: str, description: str) -> Markup:
        """Return the tags by which reference managers and search engines know the page at `path`."""
        record = self._records.get(path)
        return head_html(replace(record, description=description)) if record is not None else Markup("")

    def day(self, path: str) -> date:
        """Return the day on which the page at `path` last changed; one without a day of its own bears the build's."""
        record = None if path in self.handbook.docs else self._records.get(path)
        return record.reviewed if record else build_day(self.publication.issued)

    def _guides(self) -> dict[str, Path]:
        out, url = self.out / "guides", self.publication.url
        found = {}
        for one in print_all(self.handbook, self.formatted, url, out, self.cache / "print", self.progress):
            path = f"guides/{one.path.relative_to(out).as_posix()}"
            found[path] = one.path
            self.links.setdefault(one.page, {})[one.label] = f"/{path}"
        return found

    def _exports(self) -> dict[str, bytes]:
        given = (self.handbook, self.publication)
        moved = redirect_pages(self.handbook.redirects, self._titles, self.publication.url)
        pages = (PAGES, page_list(self._records.values(), self._overviews))
        exports = (*export_files(self.handbook), *open_data_files(*given), *feed_files(*given), pages, *moved)
        return {path: text.encode() for path, text in exports}

    @property
    def _titles(self) -> dict[str, str]:
        """Title of each entry by folder/id."""
        each = ((folder, id, entry) for folder, ids in self.handbook.entries.items() for id, entry in ids.items())
        return {f"{folder}/{id}": getattr(entry, "title", id) for folder, id, entry in each}

    @cached_property
    def _records(self) -> dict[str, PageRecord]:
        authored = {
            path: PageRecord(self.publication, path, title, self.publication.issued)
            for path, text in self.handbook.docs.items()
            if (title := title_of(text))
        }
        return {**authored, **page_records(self.handbook, self.publication)}

    @property
    def _overviews(self) -> dict[str, str]:
        """Address below the site -> title, of the page of each collection."""
        return {f"{one.address}/": OVERVIEWS[folder].title for folder, one in COLLECTIONS.items()}

    @cached_property
    def _citations(self) -> Mapping[str, Mapping[str, Rendered]]:
        return page_citations(self._records, cache=self.cache / "citations")

    @cached_property
    def _bases(self) -> dict[str, str]:
        return {
            address(folder, id)[1:]: page_base(self.handbook, folder, id)
            for folder, entries in self.handbook.entries.items()
            for id in entries
        }


def latest_review(handbook: Handbook) -> date:
    """Return the newest date at which an entry was reviewed, which is that of the edition."""
    entries = (entry for collection in handbook.entries.values() for entry in collection.values())
    reviews = (getattr(entry, "reviewed", None) for entry in entries)
    return max((review.on for review in reviews if review), default=date(2026, 1, 1))
