"""APA's order among authors who share surname and initial: pandoc sorts by given names that are not printed."""

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Any, TypeVar
from unicodedata import combining, normalize

from macros.citations.namesakes import first_names, initials

Printed = TypeVar("Printed")
Item = Mapping[str, Any]


def by_initials(entries: Mapping[str, Printed], works: Mapping[str, Item]) -> dict[str, Printed]:
    """Return the entries, those of one surname and first initial by initials, then fewer authors, then year.

    APA 7, sections 9.46 to 9.48.
    """
    ordered: list[str] = []
    for shared, run in groupby(entries, lambda key: _shared(works[key])):
        keys = [*run]
        ordered += sorted(keys, key=lambda key: _rank(works[key])) if shared else keys
    return {key: entries[key] for key in ordered}


def _shared(work: Item) -> tuple[str, str] | None:
    names = first_names(work)
    if not names or "family" not in names[0] or not names[0].get("given"):
        return None
    return _surname(names[0]), names[0]["given"][0]


def _rank(work: Item) -> tuple[Sequence[tuple[str, str]], int, Sequence[int]]:
    authors = [(_surname(name), initials(name.get("given", ""))) for name in first_names(work)]
    parts = work.get("issued", {}).get("date-parts", [[]])
    group = 2 if work.get("status") else 1 if parts[0] else 0
    return authors, group, [int(part) for part in parts[0]]


def _surname(name: Mapping[str, str]) -> str:
    """Return a surname with its particle, in small letters without accents."""
    whole = f"{name.get('non-dropping-particle', '')} {name.get('family') or name.get('literal', '')}".strip()
    return "".join(sign for sign in normalize("NFKD", whole.casefold()) if not combining(sign))
