"""What one state of the handbook has that another has not: entries, works and authored pages, by title."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from macros.addresses import address
from macros.docs_pages import title_of
from macros.handbook import Handbook
from macros.model.collections import COLLECTIONS
from macros.views.sheet import work_title

Kind = Literal["new", "changed", "gone"]


@dataclass(frozen=True)
class Change:
    """An entry or authored page that is new, changed or gone; `page` is its path below docs/, `one` what it is."""

    kind: Kind
    one: str
    title: str
    page: str


def changes(before: Handbook, after: Handbook) -> tuple[Change, ...]:
    """Return every change, new ones first, each kind in the order of collections and titles."""
    found = [*_entries(before, after), *_pages(before, after)]
    order: tuple[Kind, ...] = ("new", "changed", "gone")
    return tuple(sorted(found, key=lambda change: order.index(change.kind)))


def _entries(before: Handbook, after: Handbook) -> Iterator[Change]:
    for folder, collection in COLLECTIONS.items():
        old, new = _known(before, folder), _known(after, folder)
        for id in sorted({*old, *new}, key=str.casefold):
            kind = _kind(old.get(id), new.get(id))
            if kind:
                title = _title(after if id in new else before, folder, id)
                yield Change(kind, collection.one, title, address(folder, id)[1:])


def _known(handbook: Handbook, folder: str) -> Mapping[str, object]:
    """Return what stands on the page of each entry; that of a study card also holds its work."""
    entries = handbook.entries[folder]
    works = handbook.bibliography.works if folder == "studies" else {}
    return {id: (entry, works[id].fields if id in works else None) for id, entry in entries.items()}


def _pages(before: Handbook, after: Handbook) -> Iterator[Change]:
    for path in sorted({*before.docs, *after.docs}):
        old, new = before.docs.get(path), after.docs.get(path)
        kind = _kind(old, new)
        if kind:
            yield Change(kind, "page", title_of(new or old or "") or path, path)


def _kind(old: object, new: object) -> Kind | None:
    if old == new:
        return None
    return "new" if old is None else "gone" if new is None else "changed"


def _title(handbook: Handbook, folder: str, id: str) -> str:
    if folder == "studies":
        return work_title(handbook.bibliography.works[id].csl) if id in handbook.bibliography.works else id
    return str(getattr(handbook.find(folder, id), "title", id))
