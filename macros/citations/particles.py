"""Given names that pandoc adds because it compares surnames without particles: van der Berg is not van den Berg."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

Item = Mapping[str, Any]


def needless(works: Sequence[Item]) -> dict[str, str]:
    """Return what to replace in a citation, for each name with a particle that only one first author bears."""
    bearers: dict[str, set[str]] = defaultdict(set)
    for name in _first_authors(works):
        bearers[_surname(name)].add(name.get("given", ""))
    return {
        f"{given} {surname}": surname
        for surname, givens in bearers.items()
        if len(givens) == 1 and " " in surname
        for given in _printed(next(iter(givens)))
    }


def _first_authors(works: Sequence[Item]) -> Iterator[Mapping[str, str]]:
    for work in works:
        yield from (name for name in work.get("author", ())[:1] if "non-dropping-particle" in name)


def _surname(name: Mapping[str, str]) -> str:
    return f"{name['non-dropping-particle']} {name.get('family', '')}"


def _printed(given: str) -> tuple[str, ...]:
    """Return a given name as styles print it: whole, or as initials."""
    initials = ". ".join(part[0] for part in given.split() if part)
    return (given, f"{initials}.") if given else ()
