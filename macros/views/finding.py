"""The page of search: the form, and the lists that lead everywhere without it."""

from itertools import groupby

from markupsafe import Markup

from macros.handbook import Handbook
from macros.model.collections import COLLECTIONS
from macros.model.entry import Entry
from macros.prose import Prose
from macros.views.overview import OVERVIEWS
from macros.views.sheet import Sheet

LISTED = ("situations", "strategies", "terms")
"""What the alphabet holds: pages that people know by name."""


def search_page(handbook: Handbook, prose: Prose) -> Markup:
    """Show the form of search with its results; below it every list, and the alphabet of what people know by name.

    Example: search_page()
    """
    sheet = Sheet(handbook, prose)
    found = [(_letter(entry), folder, entry) for folder in LISTED for entry in handbook.all(folder)]
    found.sort(key=lambda item: (item[0], item[2].title.casefold()))
    letters = [(letter, [item[1:] for item in some]) for letter, some in groupby(found, lambda item: item[0])]
    kinds = {folder: COLLECTIONS[folder].one for folder in LISTED}
    return sheet.write("parts/search.html.jinja", overviews=OVERVIEWS, letters=letters, kinds=kinds)


def _letter(entry: Entry) -> str:
    return entry.title.lstrip("‘“'\"")[0].upper()
