"""An edition of the handbook in which one entry differs, and everything that readers are shown of that entry."""

import json
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path as File
from typing import Any

from pydantic import ValidationError

from macros.citations.engine import Formatted
from macros.exports.feed import feed_files
from macros.exports.open_data import open_data_files
from macros.exports.page_record import Publication
from macros.handbook import Handbook
from macros.lint import load
from macros.model.collections import COLLECTIONS
from macros.model.field import Value, field_at
from macros.model.ids import Names
from macros.model.rules import RULES
from macros.model.shape import Path
from macros.print.guide import guide_data
from macros.print.printing import EDITIONS
from macros.print.tool_sheet import tool_data
from macros.print.writing import Writing
from macros.prose import Prose, format_site
from macros.search.records import record_of
from macros.sources import parse
from macros.text_file import read
from macros.views.meeting import meeting_page
from macros.views.page import entry_page, index_page

PUBLICATION = Publication("Handbook", "https://handbook.example/", "Editors", "2026-11", date(2026, 11, 21))


@dataclass(frozen=True)
class Editions:
    """The handbook of a tree, its entries as written, and what may be named in them."""

    handbook: Handbook
    formatted: Formatted
    entries: dict[str, dict[str, Any]]
    names: Names

    def changed(self, folder: str, id: str, data: Any) -> Handbook | None:
        """Return the handbook with an entry that holds `data`, or None where the check refuses it."""
        collection = COLLECTIONS[folder]
        if any(True for rule in RULES.get(folder, ()) for _ in rule(data)):
            return None
        try:
            record = collection.model.model_validate({**data, "id": id}, context=self.names)
        except ValidationError:
            return None
        every = {**self.handbook.entries[folder], id: record}
        entries = {**self.handbook.entries, folder: {one.id: one for one in sorted(every.values(), key=_rank)}}
        return replace(self.handbook, entries=entries)

    def shown(self, handbook: Handbook, folder: str, id: str) -> Iterator[str]:
        """Yield what readers see of an entry, the likeliest place first."""
        yield entry_page(handbook, self._prose(handbook), folder, id).body
        if folder == "guides":
            for number in range(1, len(handbook.find("guides", id).sessions) + 1):
                yield meeting_page(handbook, self._prose(handbook), id, number).body
            for edition in EDITIONS:
                writing = Writing(handbook, self.formatted, PUBLICATION.url)
                yield json.dumps(guide_data(writing, handbook.find("guides", id), edition), ensure_ascii=False)
        if folder == "tools":
            writing = Writing(handbook, self.formatted, PUBLICATION.url)
            yield json.dumps(tool_data(writing, handbook.find("tools", id)), ensure_ascii=False)
        yield index_page(handbook, self._prose(handbook), folder).body
        yield " ".join(record_of(handbook, folder, id).aliases)
        if folder in ("claims", "studies", "corrections"):
            yield from (text for _, text in open_data_files(handbook, PUBLICATION))
            yield from (text for _, text in feed_files(handbook, PUBLICATION))

    def _prose(self, handbook: Handbook) -> Prose:
        return Prose(handbook, self.formatted, lambda address: address)


def _rank(record: Any) -> tuple[int, str]:
    """Return by what entries stand in reading order."""
    return getattr(record, "order", 0), str(getattr(record, "title", record.id)).casefold()


def editions(root: File) -> Editions:
    """Return the editions of a tree that has no errors."""
    handbook = load(root)
    entries: dict[str, dict[str, Any]] = {}
    for folder, files in handbook.files.items():
        for id, path in files.items():
            text = read(root / path, path)[0]
            source = parse(text)[0] if text else None
            assert source is not None
            entries.setdefault(folder, {})[id] = source.data
    formatted = format_site(handbook, "apa", root / ".cache" / "citations")
    return Editions(handbook, formatted, entries, Names(handbook.files, handbook.bibliography.works))


def leaf_paths(data: Any, path: Path = ()) -> Iterator[Path]:
    """Yield the path of each value that is no list and no group."""
    parts = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for step, part in parts:
        yield from leaf_paths(part, (*path, step))
    if not isinstance(data, dict | list):
        yield path


def value_at(folder: str, path: Path) -> Value:
    """Return what the model says of the value at a path."""
    field = field_at(COLLECTIONS[folder].model, path)
    assert field is not None
    value = field.value
    while value.item is not None:
        value = value.item
    return value


def put(data: Any, path: Path, given: str) -> Any:
    """Return a copy of `data` with another value at `path`."""
    copied = deepcopy(data)
    part = copied
    for step in path[:-1]:
        part = part[step]
    part[path[-1]] = given
    return copied


def got(data: Any, path: Path) -> str:
    """Return the value at a path."""
    for step in path:
        data = data[step]
    return str(data)
