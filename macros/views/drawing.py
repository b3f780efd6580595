"""The drawing of the stool, with the handbook's own pillars and legs."""

from markupsafe import Markup

from macros.views.figures import stool
from macros.views.sheet import Sheet


def drawing(sheet: Sheet) -> Markup:
    """Return the stool with the pillars above it, its parts linked from this page."""
    pillars, legs = ([(one.id, one.title) for one in sheet.handbook.all(folder)] for folder in ("pillars", "legs"))
    return Markup(stool(sheet.prose.href, pillars, legs))
