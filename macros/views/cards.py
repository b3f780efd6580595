"""Pieces for authored pages: cards and lists of entries, the home page's opening, the map, references and claims."""

from markupsafe import Markup

from macros.handbook import Handbook
from macros.model.vocabulary import Role
from macros.prose import Prose
from macros.views.claim import claim_cards, positions
from macros.views.crossing import pillar_leg_rows
from macros.views.drawing import drawing
from macros.views.evidence_map import evidence_rows
from macros.views.gaps import gaps as gaps_of
from macros.views.numbers import kinds_of_numbers
from macros.views.references import reference_list
from macros.views.sheet import Sheet


def cards(handbook: Handbook, prose: Prose, folder: str, pillar: str | None = None, leg: str | None = None) -> Markup:
    """Return the cards of a collection, of one pillar or leg where named."""
    return Sheet(handbook, prose).write(
        "parts/cards.html.jinja", folder=folder, entries=handbook.all(folder, pillar, leg)
    )


def listing(handbook: Handbook, prose: Prose, folder: str, pillar: str | None = None, leg: str | None = None) -> Markup:
    """Return a plain list of links to the entries of a collection, of one pillar or leg where named."""
    return Sheet(handbook, prose).write(
        "parts/list.html.jinja", folder=folder, entries=handbook.all(folder, pillar, leg)
    )


def card(handbook: Handbook, prose: Prose, folder: str, id: str) -> Markup:
    """Return the card of one entry."""
    return Sheet(handbook, prose).write("parts/cards.html.jinja", folder=folder, entries=[handbook.find(folder, id)])


def hero(handbook: Handbook, prose: Prose) -> Markup:
    """Return the opening of the home page: the question, the answer in short, and the stool."""
    sheet = Sheet(handbook, prose)
    return sheet.write("parts/hero.html.jinja", drawing=drawing(sheet))


def doors(handbook: Handbook, prose: Prose) -> Markup:
    """Return the situations as doors into the handbook."""
    return Sheet(handbook, prose).write("parts/doors.html.jinja", entries=handbook.all("situations"))


def pillar_leg_map(handbook: Handbook, prose: Prose) -> Markup:
    """Return the map of pillars and legs: a table with the strategies of each crossing."""
    sheet = Sheet(handbook, prose)
    return sheet.write("parts/map.html.jinja", rows=pillar_leg_rows(sheet), legs=handbook.all("legs"))


def references(handbook: Handbook, prose: Prose) -> Markup:
    """Return the references of the works that the page has cited so far."""
    return reference_list(Sheet(handbook, prose))


def evidence(handbook: Handbook, prose: Prose) -> Markup:
    """Return the cards of the claims that the page has used so far."""
    return claim_cards(Sheet(handbook, prose))


def evidence_map(handbook: Handbook, prose: Prose) -> Markup:
    """Return the map of the evidence: a table of how many claims of each grade stand where a pillar meets a leg."""
    sheet = Sheet(handbook, prose)
    return sheet.write("parts/evidence-map.html.jinja", rows=evidence_rows(sheet), legs=handbook.all("legs"))


def disputes(handbook: Handbook, prose: Prose) -> Markup:
    """Return every claim that a source disputes, both sides together; each under a heading of level 2."""
    sheet = Sheet(handbook, prose)
    disputed = [claim for claim in handbook.all("claims") if any(link.role is Role.DISPUTES for link in claim.evidence)]
    given = [(claim, positions(sheet, claim)["positions"]) for claim in disputed]
    return sheet.write("parts/disputes.md.jinja", disputes=given)


def gaps(handbook: Handbook, prose: Prose) -> Markup:
    """Return what is untested, borrowed, not read in full or overdue; each kind under a heading of level 2."""
    sheet = Sheet(handbook, prose)
    return sheet.write("parts/gaps.md.jinja", **gaps_of(sheet))


def numbers(handbook: Handbook, prose: Prose) -> Markup:
    """Return every number of the claims, each beside its own kind only; each kind under a heading of level 2."""
    sheet = Sheet(handbook, prose)
    return sheet.write("parts/numbers.md.jinja", kinds=kinds_of_numbers(sheet))


def grade_sums(handbook: Handbook, prose: Prose) -> Markup:
    """Return the grade of each claim as a sum."""
    return Sheet(handbook, prose).write("parts/sums.html.jinja", claims=handbook.all("claims"))
