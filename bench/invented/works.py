"""Works that were made up: many share a surname or a year, so that a citation style has something to tell apart."""

import random
from functools import cache
from typing import Any

from bench.invented.words import shuffled
from macros.bibliography.citation_key import proposed_key

_SURNAMES = [
    first + end
    for first in ["Ash", "Bar", "Cal", "Dor", "Eld", "Far", "Gar", "Hal", "Ing", "Kel", "Lor", "Mar", "Nor"]
    for end in ["an", "er", "ing", "ow", "son"]
]
_GIVEN = ["Ana", "Ben", "Cy", "Di", "Eli", "Fay", "Gus", "Hal", "Ivy", "Jo", "Kim", "Lee", "Max", "Nan", "Oz", "Pat"]
_AREAS = ["mornings", "meetings", "corridors", "staff rooms", "timetables", "visits", "libraries", "lunches", "exits"]
_KINDS = ["Notes on", "A history of", "Questions about", "Records of", "An account of", "A year of", "Letters on"]
_PLACES = ["rural", "urban", "coastal", "mountain", "island", "border", "river", "valley", "prairie", "harbor", "lake"]


MOST = 10_000
"""Works that there are."""


def key(number: int) -> str:
    """Return the citation key of a work."""
    return str(_all()[number]["id"])


def _title(number: int) -> str:
    """Return the title of a work, in sentence case; no two are alike."""
    kind, area, place = shuffled(number % 693, _KINDS, _AREAS, _PLACES)
    return f"{kind} {area} in {place} schools, volume {_roman(number // 693 + 1)}"


def works(count: int) -> list[dict[str, Any]]:
    """Return the first so many works as CSL-JSON; a third of their surnames are shared, and some years too."""
    return _all()[:count]


@cache
def _all() -> list[dict[str, Any]]:
    chance, taken = random.Random(1), set[str]()
    found = []
    for number in range(MOST):
        work = _work(number, chance)
        work["id"] = proposed_key(work, taken)
        taken.add(work["id"])
        found.append(work)
    return found


def _work(number: int, chance: random.Random) -> dict[str, Any]:
    people = [
        {"family": chance.choice(_SURNAMES), "given": chance.choice(_GIVEN)}
        for _ in range(chance.choice((1, 1, 2, 2, 3, 5)))
    ]
    return {
        "type": "article-journal",
        "title": _title(number),
        "container-title": "Journal of Invented Studies",
        "volume": str(number % 40 + 1),
        "page": f"{number % 300 + 1}-{number % 300 + 12}",
        "author": people,
        "issued": {"date-parts": [[1990 + number % 35]]},
        "DOI": f"10.5555/{number}",
    }


def bibtex(work: dict[str, Any]) -> str:
    """Return a work as an entry of a .bib file."""
    authors = " and ".join(f"{person['family']}, {person['given']}" for person in work["author"])
    fields = {
        "author": authors,
        "title": work["title"],
        "journal": work["container-title"],
        "year": str(work["issued"]["date-parts"][0][0]),
        "volume": work["volume"],
        "pages": work["page"].replace("-", "--"),
        "doi": work["DOI"],
    }
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items())
    return f"@article{{{work['id']},\n{lines}}}\n"


def _roman(number: int) -> str:
    return "".join(letter * (number // value % most) for letter, value, most in (("x", 10, 9), ("i", 1, 10)))
