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

DESCRIBED_BY = {"claims": "statement", "terms": "definition", "studies": "limit"}

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
    given = dict(folder=folder, entry=entry, title=title, downloads=downloads or {})
    more = more_of(sheet, folder, entry)
    shown = [(folder, one.id) for one in more.get("related", ())]
    text = entry_text(sheet, folder, entry, more, users(sheet, folder, id, shown), downloads=downloads or {})
    own = id if folder == "claims" else None
    foot = sheet.write("parts/foot.md.jinja", **given, **neighbours(sheet, folder, id), due=due_of(folder, entry))
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


def _description(folder: str, entry: Record) -> str:
    return plain(getattr(entry, DESCRIBED_BY.get(folder, "summary")))


def _claims(entry: Record) -> tuple[str, ...]:
    if isinstance(entry, Guide):
        return tuple(dict.fromkeys(id for session in entry.sessions for id in session.claims))
    return getattr(entry, "claims", ())
