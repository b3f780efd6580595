"""Pieces for authored pages: cards and lists of entries, the home page's opening, the map, references and claims."""

from markupsafe import Markup

from macros.handbook import Handbook
from macros.model.vocabulary import Role
from macros.prose import Prose
from macros.views.audited import added_since, audited
from macros.views.claim import claim_cards, positions
from macros.views.crossing import pillar_leg_rows
from macros.views.drawing import drawing
from macros.views.dues import periods
from macros.views.entry import path_times
from macros.views.evidence_map import evidence_rows
from macros.views.gaps import gaps as gaps_of
from macros.views.numbers import kinds_of_numbers
from macros.views.references import reference_list
from macros.views.sheet import Sheet
from macros.views.whats_new import whats_new as news_of


def cards(
    handbook: Handbook, prose: Prose, collection: str, pillar: str | None = None, leg: str | None = None
) -> Markup:
    """Show a card for each entry of a collection; `pillar` and `leg` keep only the entries of one pillar or leg.

    Example: cards("strategies", pillar="visionary")
    """
    return Sheet(handbook, prose).write(
        "parts/cards.html.jinja", folder=collection, entries=handbook.all(collection, pillar, leg)
    )


def listing(
    handbook: Handbook, prose: Prose, collection: str, pillar: str | None = None, leg: str | None = None
) -> Markup:
    """Show a plain list of links to the entries of a collection, of one pillar or leg where named.

    Example: listing("strategies", leg="joint-work")
    """
    return Sheet(handbook, prose).write(
        "parts/list.html.jinja", folder=collection, entries=handbook.all(collection, pillar, leg)
    )


def card(handbook: Handbook, prose: Prose, collection: str, id: str) -> Markup:
    """Show the card of one entry.

    Example: card("claims", "number-157")
    """
    return Sheet(handbook, prose).write(
        "parts/cards.html.jinja", folder=collection, entries=[handbook.find(collection, id)]
    )


def hero(handbook: Handbook, prose: Prose) -> Markup:
    """Show the opening of the home page.

    Example: hero()
    """
    sheet = Sheet(handbook, prose)
    return sheet.write("parts/hero.html.jinja", drawing=drawing(sheet), paths=handbook.all("paths"))


def doors(handbook: Handbook, prose: Prose) -> Markup:
    """Show the situations as doors into the handbook.

    Example: doors()
    """
    return Sheet(handbook, prose).write("parts/doors.html.jinja", entries=handbook.all("situations"))


def stool(handbook: Handbook, prose: Prose) -> Markup:
    """Draw the three-legged stool with the five pillars; each part is a link.

    Example: stool()
    """
    return drawing(Sheet(handbook, prose))


def pillar_leg_map(handbook: Handbook, prose: Prose) -> Markup:
    """Show the map: a table with the strategies of each pillar and leg.

    Example: pillar_leg_map()
    """
    sheet = Sheet(handbook, prose)
    return sheet.write("parts/map.html.jinja", rows=pillar_leg_rows(sheet), legs=handbook.all("legs"))


def cite(handbook: Handbook, prose: Prose, key: str) -> Markup:
    """Cite one work by its citation key. In running text [@key] is shorter.

    Example: cite("grissom2021principals")
    """
    return prose.cite_key(key)


def references(handbook: Handbook, prose: Prose) -> Markup:
    """Show the reference list of the page where you want it; without it the list stands at the end.

    Example: references()
    """
    return reference_list(Sheet(handbook, prose))


def evidence(handbook: Handbook, prose: Prose) -> Markup:
    """Return the cards of the claims that the page has used so far."""
    return claim_cards(Sheet(handbook, prose))


def evidence_map(handbook: Handbook, prose: Prose) -> Markup:
    """Show the evidence map: for each pillar and leg how many claims there are, by grade.

    Example: evidence_map()
    """
    sheet = Sheet(handbook, prose)
    return sheet.write("parts/evidence-map.html.jinja", rows=evidence_rows(sheet), legs=handbook.all("legs"))


def disputes(handbook: Handbook, prose: Prose) -> Markup:
    """Show every disputed claim with both sides.

    Example: disputes()
    """
    sheet = Sheet(handbook, prose)
    disputed = [claim for claim in handbook.all("claims") if any(link.role is Role.DISPUTES for link in claim.evidence)]
    given = [(claim, positions(sheet, claim)["positions"]) for claim in disputed]
    return sheet.write("parts/disputes.md.jinja", disputes=given)


def gaps(handbook: Handbook, prose: Prose) -> Markup:
    """Show what is untested, borrowed, not read in full, and what falls due for another review.

    Example: gaps()
    """
    sheet = Sheet(handbook, prose)
    return sheet.write("parts/gaps.md.jinja", **gaps_of(sheet))


def numbers(handbook: Handbook, prose: Prose) -> Markup:
    """Show every statistic beside others of its own kind.

    Example: numbers()
    """
    sheet = Sheet(handbook, prose)
    return sheet.write("parts/numbers.md.jinja", kinds=kinds_of_numbers(sheet))


def grade_sums(handbook: Handbook, prose: Prose) -> Markup:
    """Show the grade of every claim as a sum: where it starts, each step, where it ends.

    Example: grade_sums()
    """
    return Sheet(handbook, prose).write("parts/sums.html.jinja", claims=handbook.all("claims"))


def whats_new(handbook: Handbook, prose: Prose) -> Markup:
    """Show what is new, changed, reviewed or corrected, by month and newest first.

    Example: whats_new()
    """
    sheet = Sheet(handbook, prose)
    return sheet.write("parts/whats-new.md.jinja", **news_of(sheet))


def review_periods(handbook: Handbook, prose: Prose) -> Markup:
    """Show for how long a review holds, by kind of entry.

    Example: review_periods()
    """
    return Sheet(handbook, prose).write("parts/periods.html.jinja", periods=periods())


def reading_path(handbook: Handbook, prose: Prose, path: str) -> Markup:
    """Show the steps of one reading path with their minutes.

    Example: reading_path("five-minutes")
    """
    sheet = Sheet(handbook, prose)
    entry = handbook.find("paths", path)
    return sheet.write("parts/path.html.jinja", entry=entry, times=path_times(sheet, entry))


def ways_in(handbook: Handbook, prose: Prose) -> Markup:
    """Show the reading paths of few minutes step by step, side by side, then the others with their minutes.

    Example: ways_in()
    """
    sheet = Sheet(handbook, prose)
    timed = [(path, path_times(sheet, path)) for path in handbook.all("paths")]
    short = [pair for pair in timed if pair[0].at_most]
    return sheet.write("parts/ways-in.html.jinja", short=short, others=[pair for pair in timed if pair not in short])


def accessibility_results(handbook: Handbook, prose: Prose) -> Markup:
    """Show what the last accessibility audit found, and which pages came after it.

    Example: accessibility_results()
    """
    audit = audited(handbook.root)
    added = added_since(handbook, audit) if audit else ()
    return Sheet(handbook, prose).write("parts/audited.html.jinja", audit=audit, added=added)
