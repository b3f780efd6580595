"""First authors who share a surname: every citation of them carries initials (APA) or given names (Chicago)."""

from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from typing import Any

from macros.citations.style import Style

Item = Mapping[str, Any]
_ROLES = ("author", "editor", "director", "compiler", "host", "interviewer", "translator", "container-author")


def namesakes(works: Sequence[Item], style: Style) -> dict[str, tuple[str, str]]:
    """Return, for each work whose first author has a namesake among the first authors, given name and surname as printed.

    APA 7, section 8.20, and Chicago 18, section 13.110: even where the years differ. The other styles have no such rule.
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
    initials = {_initials(other) for other in others}
    if not given or not others or (style.id == "apa" and initials == {_initials(given)}):
        return ""
    return given if style.id == "chicago" and _initials(given) in initials else _initials(given)


def _initials(given: str) -> str:
    return "\u00a0".join(_initial(part) for part in given.split())


def _first(work: Item) -> Mapping[str, str] | None:
    names = next((work[role] for role in _ROLES if work.get(role)), [{}])
    return names[0] if "family" in names[0] else None


def _surname(name: Mapping[str, str]) -> str:
    return f"{name.get('non-dropping-particle', '')} {name['family']}".strip()


def _initial(part: str) -> str:
    """Return the initials of one given name: J.-P. for Jean-Paul."""
    return "-".join(f"{piece[0]}." for piece in part.split("-") if piece)
