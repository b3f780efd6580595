"""First authors who share a surname: every citation of them carries initials (APA) or given names (Chicago)."""

from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from typing import Any

from macros.citations.style import Style

Item = Mapping[str, Any]
_ROLES = ("author", "editor", "director", "compiler", "host", "interviewer", "translator", "container-author")


def namesakes(works: Sequence[Item], style: Style) -> dict[str, tuple[str, str]]:
    """Return given name and surname, as printed, for each work whose first author has a namesake among first authors.

    APA 7, section 8.20, and Chicago 18, section 13.110: even where years differ. The other styles have no such rule.
    """
    if style.id not in ("apa", "chicago"):
        return {}
    named = {work["id"]: name for work in works if (name := _first(work))}
    bearers: dict[str, set[str]] = defaultdict(set)
    for name in named.values():
        bearers[_surname(name)].add(name.get("given", ""))
    return {
        key: (given, _surname(name))
        for key, name in named.items()
        if (given := _told_apart(name.get("given", ""), bearers[_surname(name)], style))
    }


def with_suffixes(works: Sequence[Item], found: Mapping[str, tuple[str, str]]) -> dict[str, str]:
    """Return what to replace where a name printed with initials has a suffix: M. King becomes M. King Jr."""
    replaced: dict[str, str] = {}
    for work in works:
        if work["id"] in found and (suffix := (_first(work) or {}).get("suffix")):
            name = " ".join(found[work["id"]])
            replaced |= {f"{name} {suffix}": name, name: f"{name} {suffix}"}
    return replaced


def _told_apart(given: str, bearers: Set[str], style: Style) -> str:
    """Initials where they differ; in Chicago, the whole given name where they do not."""
    others = {other for other in bearers if other and other != given}
    taken = {initials(other) for other in others}
    if not given or not others or (style.id == "apa" and taken == {initials(given)}):
        return ""
    return given if style.id == "chicago" and initials(given) in taken else initials(given)


def initials(given: str) -> str:
    """Return given names as initials: J.-P. R. for Jean-Paul Rene."""
    return "\u00a0".join(_initial(part) for part in given.split())


def first_names(work: Item) -> Sequence[Mapping[str, str]]:
    """Return the names under which a work is listed: its authors, or else its editors, directors and so on."""
    return next((work[role] for role in _ROLES if work.get(role)), ())


def _first(work: Item) -> Mapping[str, str] | None:
    names = first_names(work)
    return names[0] if names and "family" in names[0] else None


def _surname(name: Mapping[str, str]) -> str:
    return f"{name.get('non-dropping-particle', '')} {name['family']}".strip()


def _initial(part: str) -> str:
    """Return the initials of one given name: J.-P. for Jean-Paul."""
    return "-".join(f"{piece[0]}." for piece in part.split("-") if piece)
