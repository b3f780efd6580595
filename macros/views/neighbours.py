"""Neighbours: the entries before and after an entry in its collection."""

from macros.views.overview import OVERVIEWS
from macros.views.sheet import Sheet


def neighbours(sheet: Sheet, folder: str, id: str) -> dict[str, object]:
    """Return the ids of the entries before and after one, in reading order, and the title of the collection."""
    before, after = sheet.handbook.beside(folder, id)
    return {"before": before, "after": after, "collection": OVERVIEWS[folder].title}
