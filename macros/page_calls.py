"""The calls that an authored page may hold: the name of each macro, and the words that it takes.

What a macro shows is in `macros.page_macros`, and tests hold that the two agree. A check needs the names alone: the
views behind them, their templates and pandoc's module took a seventh of the time in which it starts.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class PageCall:
    """The words that a macro needs, and those that may be left out, in order."""

    needs: tuple[str, ...] = ()
    may: tuple[str, ...] = ()

    @property
    def takes(self) -> tuple[str, ...]:
        """Every word."""
        return (*self.needs, *self.may)


PAGE_CALLS = {
    "cards": PageCall(("collection",), ("pillar", "leg")),
    "listing": PageCall(("collection",), ("pillar", "leg")),
    "card": PageCall(("collection", "id")),
    "stool": PageCall(),
    "pillar_leg_map": PageCall(),
    "hero": PageCall(),
    "doors": PageCall(),
    "cite": PageCall(("key",)),
    "references": PageCall(),
    "evidence_map": PageCall(),
    "disputes": PageCall(),
    "gaps": PageCall(),
    "numbers": PageCall(),
    "grade_sums": PageCall(),
    "search_page": PageCall(),
    "reading_path": PageCall(("path",)),
    "ways_in": PageCall(),
    "whats_new": PageCall(),
    "review_periods": PageCall(),
    "accessibility_results": PageCall(),
    "field_reference": PageCall(),
    "macro_reference": PageCall(),
    "new_entry_links": PageCall(),
}
"""Name of a macro -> what a page gives it; the handbook and the page are given by the program."""
