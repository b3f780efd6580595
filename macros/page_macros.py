"""The macros that an authored page may call. What each does stands in its docstring, which the editors' page shows."""

from collections.abc import Callable
from inspect import Parameter, signature

from markupsafe import Markup

from macros.handbook import Handbook
from macros.prose import Prose
from macros.views import cards as views
from macros.views import manual
from macros.views.figures import stool as draw_stool

PageMacro = Callable[..., Markup]


def cards(
    handbook: Handbook, prose: Prose, collection: str, pillar: str | None = None, leg: str | None = None
) -> Markup:
    """Show a card for each entry of a collection; `pillar` and `leg` keep only the entries of one pillar or leg.

    Example: cards("strategies", pillar="visionary")
    """
    return views.cards(handbook, prose, collection, pillar, leg)


def listing(
    handbook: Handbook, prose: Prose, collection: str, pillar: str | None = None, leg: str | None = None
) -> Markup:
    """Show a plain list of links to the entries of a collection, of one pillar or leg where named.

    Example: listing("strategies", leg="joint-work")
    """
    return views.listing(handbook, prose, collection, pillar, leg)


def card(handbook: Handbook, prose: Prose, collection: str, id: str) -> Markup:
    """Show the card of one entry.

    Example: card("claims", "number-157")
    """
    return views.card(handbook, prose, collection, id)


def stool(handbook: Handbook, prose: Prose) -> Markup:
    """Draw the three-legged stool with the five pillars; each part is a link.

    Example: stool()
    """
    pillars = [(pillar.id, pillar.title) for pillar in handbook.all("pillars")]
    legs = [(leg.id, leg.title) for leg in handbook.all("legs")]
    return Markup(draw_stool(prose.href, pillars, legs))


def pillar_leg_map(handbook: Handbook, prose: Prose) -> Markup:
    """Show the map: a table with the strategies of each pillar and leg.

    Example: pillar_leg_map()
    """
    return views.pillar_leg_map(handbook, prose)


def hero(handbook: Handbook, prose: Prose) -> Markup:
    """Show the opening of the home page.

    Example: hero()
    """
    return views.hero(handbook, prose)


def doors(handbook: Handbook, prose: Prose) -> Markup:
    """Show the situations as doors into the handbook.

    Example: doors()
    """
    return views.doors(handbook, prose)


def cite(handbook: Handbook, prose: Prose, key: str) -> Markup:
    """Cite one work by its citation key. In running text [@key] is shorter.

    Example: cite("grissom2021principals")
    """
    return prose.cite_key(key)


def references(handbook: Handbook, prose: Prose) -> Markup:
    """Show the reference list of the page where you want it; without it the list stands at the end.

    Example: references()
    """
    return views.references(handbook, prose)


def evidence_map(handbook: Handbook, prose: Prose) -> Markup:
    """Show the evidence map: for each pillar and leg how many claims there are, by grade.

    Example: evidence_map()
    """
    return views.evidence_map(handbook, prose)


def disputes(handbook: Handbook, prose: Prose) -> Markup:
    """Show every disputed claim with both sides.

    Example: disputes()
    """
    return views.disputes(handbook, prose)


def gaps(handbook: Handbook, prose: Prose) -> Markup:
    """Show what is untested, borrowed, not read in full or overdue.

    Example: gaps()
    """
    return views.gaps(handbook, prose)


def numbers(handbook: Handbook, prose: Prose) -> Markup:
    """Show every statistic beside others of its own kind.

    Example: numbers()
    """
    return views.numbers(handbook, prose)


def grade_sums(handbook: Handbook, prose: Prose) -> Markup:
    """Show the grade of every claim as a sum: where it starts, each step, where it ends.

    Example: grade_sums()
    """
    return views.grade_sums(handbook, prose)


def field_reference(handbook: Handbook, prose: Prose) -> Markup:
    """Show the table of every field of every collection, for editors.

    Example: field_reference()
    """
    return Markup(manual.field_reference())


def macro_reference(handbook: Handbook, prose: Prose) -> Markup:
    """Show this list of macros.

    Example: macro_reference()
    """
    return Markup(manual.macro_reference(PAGE_MACROS))


_ALL = (
    cards,
    listing,
    card,
    stool,
    pillar_leg_map,
    hero,
    doors,
    cite,
    references,
    evidence_map,
    disputes,
    gaps,
    numbers,
    grade_sums,
    field_reference,
    macro_reference,
)

PAGE_MACROS: dict[str, PageMacro] = {macro.__name__: macro for macro in _ALL}


def parameters(macro: PageMacro) -> tuple[Parameter, ...]:
    """Return what a page gives a macro; the handbook and the page are given by the program."""
    return tuple(signature(macro).parameters.values())[2:]
