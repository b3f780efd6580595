"""The macros that an authored page may call. What each does stands in its docstring, which the editors' page shows."""

from collections.abc import Callable

from markupsafe import Markup

from macros.handbook import Handbook
from macros.prose import Prose
from macros.views import cards, finding, manual
from macros.views.starting import starting_links

PageMacro = Callable[..., Markup]


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


def new_entry_links(handbook: Handbook, prose: Prose) -> Markup:
    """Show a link for each kind of entry that starts it in the browser, with every field explained.

    Example: new_entry_links()
    """
    return starting_links(handbook, prose.issues)


_ALL = (
    cards.cards,
    cards.listing,
    cards.card,
    cards.stool,
    cards.pillar_leg_map,
    cards.hero,
    cards.doors,
    cards.cite,
    cards.references,
    cards.evidence_map,
    cards.disputes,
    cards.gaps,
    cards.numbers,
    cards.grade_sums,
    finding.search_page,
    cards.reading_path,
    cards.ways_in,
    cards.whats_new,
    cards.review_periods,
    cards.accessibility_results,
    field_reference,
    macro_reference,
    new_entry_links,
)

PAGE_MACROS: dict[str, PageMacro] = {macro.__name__: macro for macro in _ALL}
