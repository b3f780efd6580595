"""Meetings of a guide: each on a page of its own, to have open on the table, with a clock plan."""

from macros.handbook import Handbook
from macros.model.guide import Guide
from macros.prose import Prose, plain
from macros.views.claim import claim_cards
from macros.views.entry import meeting_terms
from macros.views.page import Page
from macros.views.references import reference_list
from macros.views.sheet import Sheet


def meeting_page(handbook: Handbook, prose: Prose, guide_id: str, number: int) -> Page:
    """Return the page of a guide's meeting, counted from 1."""
    sheet, guide = Sheet(handbook, prose), handbook.find("guides", guide_id)
    assert isinstance(guide, Guide)
    session = guide.sessions[number - 1]
    text = sheet.write("meeting.md.jinja", entry=guide, session=session, number=number, **meeting_terms(sheet, guide))
    body = "\n".join((text, claim_cards(sheet, session.claims), reference_list(sheet)))
    return Page(f"{guide.title}, meeting {number}: {session.title}", plain(session.aims[0]), body)
