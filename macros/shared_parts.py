"""Parts of pages that are the same on many, such as the header and the tabs: drawn once and put on each.

In a template: {% call shared("tabs") %}...{% endcall %}. Such a part may show the navigation and link to any page but
one of an entry, and may show nothing of the page itself. Drawn for each page anew, they took half of the time of the
theme's templates.
"""

from collections.abc import Callable
from typing import Any

from jinja2 import pass_context
from jinja2.runtime import Context


class SharedParts:
    """What was drawn, by its name and by the place of the pages that it was drawn for."""

    def __init__(self) -> None:
        self._drawn: dict[tuple[object, ...], str] = {}
        self._listed: frozenset[str] = frozenset()

    @pass_context
    def shared(self, context: Context, name: str, caller: Callable[[], str]) -> str:
        """Return the part `name` as it is at the place of this page; `caller` draws it."""
        if not self._drawn:
            self._listed = frozenset(page.url for page in context["nav"].pages)
        place = (name, context["base_url"], self._place(context.get("page")))
        if place not in self._drawn:
            self._drawn[place] = caller()
        return self._drawn[place]

    def clear(self) -> None:
        """Forget all: another theme or navigation draws them."""
        self._drawn.clear()

    def _place(self, page: Any) -> str | None:
        """Return what decides the links and the marks of a page's surroundings: the folder of an entry.

        What surrounds another page may lead to that page or be marked for it, so its place is its own. The page of
        unknown addresses has none.
        """
        if page is None:
            return None
        own: str = page.url
        of_entry = page.file.inclusion.is_not_in_nav() and own not in self._listed
        return own.rstrip("/").rpartition("/")[0] + "/*" if of_entry else own
