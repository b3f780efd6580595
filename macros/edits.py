"""Which pages an edit makes stale: those of the entries that changed, and those that show them."""

import re
from collections.abc import Iterator

from macros.addresses import address
from macros.handbook import Handbook, Mention


def stale_pages(before: Handbook, after: Handbook) -> frozenset[str] | None:
    """Return the paths below docs/ of the pages to build again; None means all, because the bibliography changed."""
    if before.bibliography != after.bibliography:
        return None
    changed = set(_changed(before, after))
    shown = {user for entry in changed for user in (*before.users(*entry), *after.users(*entry))}
    regraded = {("claims", id) for id in after.entries["claims"] if _grade(before, id) != _grade(after, id)}
    cited = {entry for entry in changed if entry[0] == "studies"}
    for entry in regraded | {user for study in cited for user in after.users(*study)}:
        shown |= {entry, *after.users(*entry)}
        shown |= {again for user in after.users(*entry) for again in after.users(*user)} if entry in regraded else set()
    return frozenset([*_paths(changed | shown, after), *_authored(before, after, changed)])


def _changed(before: Handbook, after: Handbook) -> Iterator[Mention]:
    for folder, entries in after.entries.items():
        for id in {*entries, *before.entries[folder]}:
            if before.entries[folder].get(id) != entries.get(id):
                yield folder, id


def _grade(handbook: Handbook, id: str) -> object:
    return handbook.grade(id) if id in handbook.entries["claims"] else None


def _paths(entries: set[Mention], handbook: Handbook) -> Iterator[str]:
    for folder, id in entries:
        yield address(folder, "index")[1:]
        ids = [*handbook.entries[folder]]
        if id in ids:
            place = ids.index(id)
            yield from (address(folder, near)[1:] for near in ids[max(0, place - 1) : place + 2])


_SHOWS = {
    "doors": ("situations",),
    "pillar_leg_map": ("strategies",),
    "evidence_map": ("claims", "studies"),
    "disputes": ("claims", "studies"),
    "gaps": ("claims", "studies"),
    "numbers": ("claims", "studies"),
    "grade_sums": ("claims", "studies"),
    "field_reference": (),
    "macro_reference": (),
    "new_entry_links": (),
}
"""Macro -> the collections whose entries it shows; one that is not listed names its collection or shows titles."""
_CALL = re.compile(r"\{\{\s*(\w+)\((?:\s*\"(\w+)\")?")


def _authored(before: Handbook, after: Handbook, changed: set[Mention]) -> Iterator[str]:
    """Yield the authored pages that changed, and those whose macros or claims show an entry that changed."""
    folders = {folder for folder, _ in changed}
    for path, text in after.docs.items():
        shown = {folder for name, word in _CALL.findall(text) for folder in _SHOWS.get(name, (word,))}
        if "[=" in text or "[@" in text:
            shown |= {"claims", "studies"}
        if before.docs.get(path) != text or shown & folders:
            yield path
