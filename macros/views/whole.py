"""The page of anything that has one, by what made it exist."""

from collections.abc import Mapping

from macros.handbook import Handbook
from macros.pages import VirtualPage
from macros.prose import Prose
from macros.views.meeting import meeting_page
from macros.views.page import Page, entry_page, index_page


def whole_page(handbook: Handbook, prose: Prose, virtual: VirtualPage, links: Mapping[str, str] | None = None) -> Page:
    """Return a page made from content; `links` are the labels and URLs of files that go with it."""
    if virtual.id is None:
        return index_page(handbook, prose, virtual.folder, links)
    if virtual.meeting is not None:
        return meeting_page(handbook, prose, virtual.id, virtual.meeting)
    return entry_page(handbook, prose, virtual.folder, virtual.id, links)
