"""Nothing is lost silently: whatever leaf of an entry changes, readers are shown it, or the check refuses it."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path as File
from typing import Any

import pytest

from macros.model.collections import COLLECTIONS
from macros.model.shape import Path
from tests.leaves.edition import Editions, editions, got, leaf_paths, put, value_at

ROOT = File(__file__).parents[2]
ENTRIES_OF_A_PATH = 4
"""Entries in which a value other than a text is altered, for each path of the model that content uses."""
ITEMS = 2
"""Items of a list that are altered in each of them."""

COUNTED = {("paths", "at_most"), ("paths", "steps", "read")}
"""Values that decide how minutes are counted and held: they show only where a page is linked, or a limit is passed."""


@pytest.fixture(scope="module")
def all_editions() -> Editions:
    return editions(ROOT)


def is_words(folder: str, path: Path) -> bool:
    """Whether a leaf holds words; the address of a page and the name of a field that was not seen are none."""
    return value_at(folder, path).kind in ("line", "text") and path[-1] != "page" and path[0] != "unseen"


@pytest.mark.parametrize("folder", COLLECTIONS)
def test_every_word_of_every_entry_is_shown(all_editions: Editions, folder: str) -> None:
    lost: list[str] = []
    for id, data in all_editions.entries.get(folder, {}).items():
        marks = {path: f"zqx{n}xqz" for n, path in enumerate(leaf_paths(data)) if is_words(folder, path)}
        altered = data
        for path, mark in marks.items():
            altered = put(altered, path, got(data, path).rstrip() + mark)
        handbook = all_editions.changed(folder, id, altered)
        assert handbook is not None, f"{folder}/{id}"
        missing = marks
        for text in all_editions.shown(handbook, folder, id):
            missing = {path: mark for path, mark in missing.items() if mark not in text}
            if not missing:
                break
        lost += [f"{folder}/{id} {path}" for path in missing]
    assert lost == []


@pytest.mark.parametrize("folder", COLLECTIONS)
def test_every_other_value_shows_that_it_changed(all_editions: Editions, folder: str) -> None:
    lost: list[str] = []
    for id, path, given in chosen(all_editions, folder):
        before = all_editions.handbook
        after = all_editions.changed(folder, id, put(all_editions.entries[folder][id], path, given))
        if after is None:
            continue
        pairs = zip(all_editions.shown(before, folder, id), all_editions.shown(after, folder, id), strict=False)
        if not any(old != new for old, new in pairs):
            lost.append(f"{folder}/{id} {path} -> {given}")
    assert lost == []


def chosen(found: Editions, folder: str) -> Iterator[tuple[str, Path, str]]:
    """Yield entries and paths of values to alter, and what to put there; of like paths only some."""
    entries: dict[tuple[Any, ...], set[str]] = {}
    items: dict[tuple[Any, ...], int] = {}
    for id, data in found.entries.get(folder, {}).items():
        for path in leaf_paths(data):
            like = tuple(step for step in path if not isinstance(step, int))
            of_path = entries.setdefault(like, set())
            enough = len(of_path) == ENTRIES_OF_A_PATH and id not in of_path
            if enough or is_words(folder, path) or (folder, *like) in COUNTED:
                continue
            of_path.add(id)
            items[(id, *like)] = items.get((id, *like), 0) + 1
            if items[(id, *like)] <= ITEMS:
                yield id, path, another(found, folder, id, path)


def another(found: Editions, folder: str, id: str, path: Path) -> str:
    """Return another value that could stand at a path."""
    value, held = value_at(folder, path), got(found.entries[folder][id], path)
    if value.kind == "id":
        named = found.names.citation_keys if value.collection == "references" else found.names.ids[value.collection]
        used = str(found.entries[folder][id])
        return next((name for name in sorted(named) if name != id and f"'{name}'" not in used), "nothing")
    if value.kind == "word":
        return next(str(word) for word in value.words if str(word) != held)
    if value.kind == "date":
        return str(date.fromisoformat(held) - timedelta(days=1))
    if value.kind == "truth":
        return "false" if held == "true" else "true"
    if path[-1] == "order":
        count = len(found.entries[folder])
        far = min(value.most or count, count)
        return str(far if int(held) <= far // 2 else 1)
    if value.kind in ("whole", "number"):
        return str(Decimal(held) + 1)
    return f"{held}x"
