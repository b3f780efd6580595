"""Back-references: where an entry is used."""

from collections.abc import Collection
from dataclasses import dataclass

from macros.handbook import Mention
from macros.views.overview import OVERVIEWS
from macros.views.sheet import Sheet
from macros.views.study import pages_that_cite


@dataclass(frozen=True)
class Users:
    """The entries of one collection that use an entry, as pairs of title and URL."""

    words: str
    links: tuple[tuple[str, str], ...]


def users(sheet: Sheet, folder: str, id: str, shown: Collection[Mention] = ()) -> tuple[Users, ...]:
    """Return who uses an entry, by collection; entries in `shown` stand elsewhere on the page already."""
    book = sheet.handbook
    named = pages_that_cite(book, id) if folder == "studies" else (*book.users(folder, id), *book.readers(folder, id))
    groups = []
    for user_folder, overview in OVERVIEWS.items():
        ids = dict.fromkeys(user for name, user in named if name == user_folder and (name, user) not in shown)
        links = tuple((sheet.title(user_folder, user), sheet.href(user_folder, user)) for user in ids)
        if links:
            groups.append(Users(overview.title, links))
    return tuple(groups)
