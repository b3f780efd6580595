"""Neighbours: the entries before and after an entry in its collection."""

from macros.views.overview import OVERVIEWS
from macros.views.sheet import Sheet


def neighbours(sheet: Sheet, folder: str, id: str) -> dict[str, object]:
    """Return the ids of the entries before and after one, in reading order, and the title of the collection."""
    ids = [entry.id for entry in sheet.handbook.all(folder)]
    at = ids.index(id)
    return {
        "before": ids[at - 1] if at else None,
        "after": ids[at + 1] if at + 1 < len(ids) else None,
        "collection": OVERVIEWS[folder].title,
    }
