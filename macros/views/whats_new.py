"""What is new: the latest news one by one, and all of it in numbers, month by month."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from macros.model.collections import COLLECTIONS
from macros.news import HAPPENED, News, news
from macros.views.overview import OVERVIEWS
from macros.views.sheet import Sheet
from macros.views.words import sentence

LATEST = 25
"""So many pieces of news are told one by one; the rest are counted."""


@dataclass(frozen=True)
class Told:
    """What happened to some entries on one day, as pairs of the news and the kind of entry."""

    on: date
    what: str
    entries: tuple[tuple[News, str], ...]


@dataclass(frozen=True)
class Count:
    """How many entries of one collection had the same thing happen to them, beyond those told one by one."""

    folder: str
    what: str
    count: int
    collection: str


@dataclass(frozen=True)
class Month:
    """The news of one month."""

    anchor: str
    name: str
    told: tuple[Told, ...]
    counts: tuple[Count, ...]


def whats_new(sheet: Sheet) -> dict[str, object]:
    """Return the months with news, the newest first."""
    numbered = enumerate(news(sheet.handbook))
    months = groupby(numbered, lambda pair: (pair[1].on.year, pair[1].on.month))
    return {"months": [_month(list(some)) for _, some in months]}


def _month(numbered: list[tuple[int, News]]) -> Month:
    on = numbered[0][1].on
    told = [each for number, each in numbered if number < LATEST]
    counted = Counter((each.what, each.folder) for number, each in numbered if number >= LATEST)
    counts = tuple(
        Count(folder, HAPPENED[what].lower(), count, OVERVIEWS[folder].title)
        for (what, folder), count in counted.items()
    )
    return Month(f"{on:%Y-%m}", f"{on:%B %Y}", tuple(_told(told)), counts)


def _told(some: list[News]) -> Iterator[Told]:
    for (on, what), same in groupby(some, lambda each: (each.on, each.what)):
        yield Told(on, HAPPENED[what], tuple((each, sentence(COLLECTIONS[each.folder].one)) for each in same))
