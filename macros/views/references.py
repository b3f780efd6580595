"""The list of references with which a page ends."""

from markupsafe import Markup

from macros.views.sheet import Sheet


def reference_list(sheet: Sheet) -> Markup:
    """Return the references of the works that the page has cited so far, in the order of the style."""
    keys = sheet.prose.order(sheet.prose.cited)
    return sheet.write("parts/references.md.jinja", keys=keys) if keys else Markup()
