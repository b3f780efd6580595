"""Pages that exist because of content: one for each entry, one for each collection."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from macros.handbook import Handbook
from macros.model.entry import Record
from macros.model.guide import Guide
from macros.prose import Prose, plain
from macros.views.agenda import clock
from macros.views.backrefs import users
from macros.views.claim import claim_cards, positions
from macros.views.crossing import crossings
from macros.views.neighbours import neighbours
from macros.views.overview import OVERVIEWS
from macros.views.protocol import lengths
from macros.views.references import reference_list
from macros.views.sheet import Sheet
from macros.views.strategy import related
from macros.views.study import findings

DESCRIBED_BY = {"claims": "statement", "terms": "definition", "studies": "limit"}
MORE: dict[str, Callable[..., dict[str, Any]]] = {
    "pillars": crossings,
    "legs": crossings,
    "claims": positions,
    "studies": findings,
    "protocols": lengths,
    "strategies": related,
    "guides": clock,
}
"""What a template of a collection is given beside the entry itself."""
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
    given = dict(folder=folder, entry=entry, title=title, **sorted_files(downloads or {}))
    more = MORE[folder](sheet, entry) if folder in MORE else {}
    shown = [(name, one.id) for name, field in SHOWN.items() for one in more.get(field, ())]
    text = sheet.write(f"{folder}.md.jinja", **given, **more, used=users(sheet, folder, id, shown))
    own = id if folder == "claims" else None
    foot = sheet.write("parts/foot.md.jinja", **given, **neighbours(sheet, folder, id))
    body = "\n".join((text, claim_cards(sheet, _claims(entry), own), reference_list(sheet), foot))
    return Page(title, _description(folder, entry), body)


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
