"""Claims on pages: who says what about a claim, and the cards with which a page ends."""

from collections.abc import Iterable

from markupsafe import Markup

from macros.model.claim import Claim
from macros.model.vocabulary import Role
from macros.views.sheet import Sheet

HEADINGS = {
    Role.SUPPORTS: "What supports it",
    Role.DEFINES: "Where the meaning comes from",
    Role.QUALIFIES: "What limits it",
    Role.DISPUTES: "Who disputes it",
}


def positions(sheet: Sheet, claim: Claim) -> dict[str, object]:
    """Return the evidence of a claim by what it does, disputes last and always there."""
    groups = [(role, words, [link for link in claim.evidence if link.role is role]) for role, words in HEADINGS.items()]
    return {"positions": [group for group in groups if group[2] or group[0] is Role.DISPUTES]}


def claim_cards(sheet: Sheet, claims: Iterable[str] = (), own: str | None = None) -> Markup:
    """Return the cards of these claims and of all that the page has used; a card's own text may use more."""
    shown: dict[str, Markup] = {}
    while waiting := [id for id in (*claims, *sheet.prose.claims) if id not in shown and id != own]:
        claim = sheet.handbook.find("claims", waiting[0])
        shown[claim.id] = sheet.write("parts/claim.html.jinja", claim=claim, **positions(sheet, claim))
    return sheet.write("parts/evidence.md.jinja", cards=list(shown.values())) if shown else Markup()
