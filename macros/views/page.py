"""Pages that exist because of content: one for each entry, one for each collection."""

from collections.abc import Mapping
from dataclasses import dataclass

from macros.handbook import Handbook
from macros.model.entry import Record
from macros.model.guide import Guide
from macros.prose import Prose, plain
from macros.views.backrefs import users
from macros.views.claim import claim_cards
from macros.views.dues import due_of
from macros.views.entry import entry_text, more_of
from macros.views.neighbours import neighbours
from macros.views.overview import OVERVIEWS
from macros.views.references import reference_list
from macros.views.sheet import Sheet

CORRECTED_AS = {"claims": "claims", "strategies": "strategies", "studies": "sources"}
"""Folder -> the field of a correction that names its entries."""
DESCRIBED_BY = {"claims": "statement", "terms": "definition", "studies": "limit"}
SHOWN = {"strategies": "related", "tools": "tools"}
"""Collection -> what a template is given of it; these stand on the page and need not be listed again as users."""
SUMMARIES = "/one-page/"
"""What the address of an entry on one page holds."""


@dataclass(frozen=True)
class Page:
    """A page: `title` and `description` are plain text, `body` is Markdown headings between blocks of HTML."""

    title: str
    description: str
    body: str


def entry_page(
    handbook: Handbook, prose: Prose, folder: str, id: str, downloads: Mapping[str, str] | None = None
) -> Page:
    """Return the page of one entry; `downloads` are the labels and URLs of files that go with it."""
    sheet = Sheet(handbook, prose)
    entry = handbook.find(folder, id)
    title = sheet.title(folder, id)
    files = sorted_files(downloads or {})
    more = more_of(sheet, folder, entry)
    shown = [(name, one.id) for name, field in SHOWN.items() for one in more.get(field, ())]
    text = entry_text(sheet, folder, entry, more, users(sheet, folder, id, shown), **files)
    given = dict(folder=folder, entry=entry, title=title, **files)
    own = id if folder == "claims" else None
    foot = sheet.write("parts/foot.md.jinja", **given, **_foot(sheet, folder, entry))
    body = "\n".join((text, claim_cards(sheet, _claims(entry), own), reference_list(sheet), foot))
    return Page(title, _description(folder, entry), body)


def _foot(sheet: Sheet, folder: str, entry: Record) -> dict[str, object]:
    """Return what ends the page of an entry: its neighbours, its corrections, and when it is due for a review."""
    field = CORRECTED_AS.get(folder, "")
    corrections = [one for one in sheet.handbook.all("corrections") if entry.id in getattr(one, field, ())]
    return {**neighbours(sheet, folder, entry.id), "corrections": corrections, "due": due_of(folder, entry)}


def index_page(
    handbook: Handbook, prose: Prose, folder: str, downloads: Mapping[str, str] | None = None
) -> Page:
    """Return the page of one collection; `downloads` are the labels and URLs of files that go with it."""
    sheet = Sheet(handbook, prose)
    overview = OVERVIEWS[folder]
    given = dict(title=overview.title, folder=folder, downloads=downloads or {}, **overview.given(sheet))
    text = sheet.write(f"index/{folder}.md.jinja", **given)
    references = "" if folder == "studies" else reference_list(sheet)
    body = "\n".join((text, claim_cards(sheet), references))
    return Page(overview.title, overview.description, body)


def sorted_files(downloads: Mapping[str, str]) -> dict[str, dict[str, str]]:
    """Return the one-page summary of an entry, which is offered near the top, apart from its other files."""
    top = {label: url for label, url in downloads.items() if SUMMARIES in url}
    return {"one_page": top, "downloads": {label: url for label, url in downloads.items() if label not in top}}


def _description(folder: str, entry: Record) -> str:
    return plain(getattr(entry, DESCRIBED_BY.get(folder, "summary")))


def _claims(entry: Record) -> tuple[str, ...]:
    if isinstance(entry, Guide):
        return tuple(dict.fromkeys(id for session in entry.sessions for id in session.claims))
    return getattr(entry, "claims", ())
