"""Which pages an edit makes stale: those of the entries that changed, and those that show them."""

import re
from collections.abc import Iterator

from macros.addresses import address, meeting_address
from macros.due import MONTHS
from macros.handbook import Handbook, Mention, marked_in
from macros.news import FOLDERS


def stale_pages(before: Handbook, after: Handbook) -> frozenset[str] | None:
    """Return the paths below docs/ of the pages to build again; None means all.

    All are built again where the bibliography changed, whose works name each other, or what a pillar or leg is called,
    which stands everywhere.
    """
    changed = set(_changed(before, after))
    regraded = _regraded(before, after)
    renamed = {entry for entry in changed if _name(before, entry) != _name(after, entry)}
    if before.bibliography != after.bibliography or any(folder in ("pillars", "legs") for folder, _ in renamed):
        return None
    shown = {page for handbook in (before, after) for page in _shown(handbook, changed, regraded)}
    # A card shows the grade of an entry's first claim.
    listed = {folder for folder, _ in changed}
    listed |= {folder for claim in regraded for folder, _ in (claim, *after.users(*claim))}
    cites_anew = any(before.mentions.get(entry) != after.mentions.get(entry) for entry in changed)
    indexes = listed | ({"studies"} if renamed or cites_anew else set())  # the list of sources names who cites each
    near = {page for handbook in (before, after) for entry in renamed for page in _neighbours(handbook, entry)}
    named = {id for _, id in touched(before, after)}
    paths = {path for entry in shown | near for path in _paths(after, entry, None if entry in changed else named)}
    paths |= {address(folder, "index")[1:] for folder in indexes}
    return frozenset({*paths, *_authored(before, after, changed, listed, shown)})


def touched(before: Handbook, after: Handbook) -> frozenset[Mention]:
    """Return the entries that an edit changed, and the claims whose cards it changed with them."""
    changed = set(_changed(before, after))
    return frozenset(changed | _regraded(before, after) | _claims_on(before, changed) | _claims_on(after, changed))


def showing(handbook: Handbook, entry: Mention) -> Iterator[str]:
    """Yield the paths of the pages that an edit of this entry's texts makes stale, while no name and grade changes."""
    for shown in {*_shown(handbook, {entry}, set())}:
        yield from _paths(handbook, shown, None)
    yield address(entry[0], "index")[1:]


def keep_texts(before: Handbook, after: Handbook, stale: frozenset[str] | None) -> None:
    """Take over the texts of pages that an edit left as they were: their words need no second count."""
    if stale is not None:
        after.read_aloud.update(
            {address: text for address, text in before.read_aloud.items() if address.lstrip("/") not in stale}
        )


def _changed(before: Handbook, after: Handbook) -> Iterator[Mention]:
    for folder, entries in after.entries.items():
        for id in {*entries, *before.entries[folder]}:
            if before.entries[folder].get(id) != entries.get(id):
                yield folder, id


def _name(handbook: Handbook, entry: Mention) -> object:
    found = handbook.entries[entry[0]].get(entry[1])
    return found and (getattr(found, "title", ""), getattr(found, "order", 0))


def _regraded(before: Handbook, after: Handbook) -> set[Mention]:
    return {("claims", id) for id in after.entries["claims"] if _grade(before, id) != _grade(after, id)}


def _grade(handbook: Handbook, id: str) -> object:
    return handbook.grade(id) if id in handbook.entries["claims"] else None


def _shown(handbook: Handbook, changed: set[Mention], regraded: set[Mention]) -> Iterator[Mention]:
    """Yield the entries whose pages show one that changed: who names it, whom it names, and what lies between.

    The page of a work lists who leans on its claims; a page that shows a claim shows the cards of its works; a card
    shows the grade of an entry's first claim.
    """
    for entry in changed:
        yield from (entry, *_around(handbook, entry))
        for named in handbook.mentions.get(entry, ()):
            if named[0] == "claims":
                yield from handbook.mentions.get(named, ())
        for user in handbook.users(*entry):
            yield from handbook.users(*user) if user[0] == "claims" else ()
    for entry in regraded:
        for user in (entry, *handbook.users(*entry)):
            yield from (user, *_around(handbook, user))


def _around(handbook: Handbook, entry: Mention) -> tuple[Mention, ...]:
    """Return who names an entry and whom it names; pages that a guide gives to read say so, too."""
    given = handbook.given(entry[1]) if entry[0] == "guides" else ()
    return (*handbook.users(*entry), *handbook.mentions.get(entry, ()), *given)


def _neighbours(handbook: Handbook, entry: Mention) -> Iterator[Mention]:
    folder, id = entry
    ids = [*handbook.entries[folder]]
    if id in ids:
        place = ids.index(id)
        yield from ((folder, near) for near in ids[max(0, place - 1) : place + 2])


def _claims_on(handbook: Handbook, changed: set[Mention]) -> set[Mention]:
    """Return the claims that rest on what changed: their cards show it."""
    return {user for entry in changed for user in handbook.users(*entry) if user[0] == "claims"}


def _paths(handbook: Handbook, entry: Mention, named: set[str] | None) -> Iterator[str]:
    """Yield the page of an entry, and of a guide those of its meetings, that name one of `named`, else all."""
    folder, id = entry
    yield address(folder, id)[1:]
    guide = handbook.entries["guides"].get(id) if folder == "guides" else None
    for number, session in enumerate(getattr(guide, "sessions", ()), start=1):
        if named is None or not named.isdisjoint(_NAME.findall(session.model_dump_json())):
            yield meeting_address("guides", id, number)[1:]


_NAMES, _EXAMPLES = "names", "examples"
"""What macros show beside collections: which entries there are, and the entries from which examples are taken."""
_SHOWS = {
    "hero": ("paths",),
    "doors": ("situations",),
    "pillar_leg_map": ("strategies",),
    "evidence_map": ("claims", "studies"),
    "disputes": ("claims", "studies"),
    "gaps": (*MONTHS, "studies"),
    "numbers": ("claims", "studies"),
    "grade_sums": ("claims", "studies"),
    "reading_path": FOLDERS,
    "ways_in": FOLDERS,
    "whats_new": FOLDERS,
    "search_page": ("situations", "strategies", "terms"),
    "accessibility_results": (_NAMES, "guides"),
    "review_periods": (),
    "field_reference": (),
    "macro_reference": (),
    "new_entry_links": (_NAMES, _EXAMPLES),
}
"""Macro -> the collections whose entries it shows; one that is not listed names its collection or shows titles."""
_NAME = re.compile(r"[\w-]+")
_CALL = re.compile(r"\{\{\s*(\w+)\((?:\s*\"(\w+)\")?")


def _authored(
    before: Handbook, after: Handbook, changed: set[Mention], listed: set[str], shown: set[Mention]
) -> Iterator[str]:
    """Yield the authored pages that changed, and those whose macros or citations show what did; `listed` are the
    collections whose cards did.
    """
    other = {*listed}
    if any(before.files[folder].keys() != files.keys() for folder, files in after.files.items()):
        other.add(_NAMES)
    if any(after.files[folder].get(id) in _first_files(after, folder) for folder, id in changed):
        other.add(_EXAMPLES)
    for path, text in after.docs.items():
        called = {each for name, word in _CALL.findall(text) for each in _SHOWS.get(name, (word,))}
        if before.docs.get(path) != text or called & other or shown.intersection(marked_in(text)):
            yield path


def _first_files(handbook: Handbook, folder: str) -> list[str]:
    """Return the files of a collection from which the links to new entries take their examples."""
    return sorted(handbook.files[folder].values())[:3]
