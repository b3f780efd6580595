"""Back-references: where an entry is used."""

from dataclasses import dataclass

from macros.views.overview import OVERVIEWS
from macros.views.sheet import Sheet


@dataclass(frozen=True)
class Users:
    """The entries of one collection that use an entry, as pairs of title and URL."""

    words: str
    links: tuple[tuple[str, str], ...]


def users(sheet: Sheet, folder: str, id: str) -> tuple[Users, ...]:
    """Return who uses an entry, by collection, in the order of the collections."""
    named = sheet.handbook.users(folder, id)
    groups = []
    for user_folder, overview in OVERVIEWS.items():
        ids = [user for name, user in named if name == user_folder]
        links = tuple((sheet.title(user_folder, user), sheet.href(user_folder, user)) for user in ids)
        if links:
            groups.append(Users(overview.title, links))
    return tuple(groups)
