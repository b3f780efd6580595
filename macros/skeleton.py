"""A new entry before anyone has written in it: every field that it needs, what to write there, and a mark in its place.

The file is made from the model, so that it is complete for as long as the model is what checks it.
"""

import textwrap
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice
from pathlib import Path as File
from typing import Any

from macros.model.blank import MARK
from macros.model.collections import COLLECTIONS, Collection
from macros.model.field import Field, Value, fields_of
from macros.model.shape import Path
from macros.problems import closest
from macros.sources import parse
from macros.text_file import read

WIDTH = 100
_MOST_NAMES = 8
"""Names that a comment lists; of more it gives an example."""
_READ = 3
"""Entries of a collection that are read for examples."""
_LONGEST_EXAMPLE = 16
"""Words of an example; of a longer text its beginning stands there."""
_COMMON = {"number": "0.35", "date": "2026-11-21"}
_MINUTES = "60"
"""The length of meeting with which a table of minutes begins."""


@dataclass(frozen=True)
class Skeletons:
    """Writes skeletons; `names` are the ids of each collection and the keys of `references`.

    `entries` gives entries of a collection as plain values, from which the examples in the comments are taken.
    """

    names: Mapping[str, Sequence[str]]
    entries: Callable[[str], Sequence[Any]]

    def text(self, collection: Collection, title: str, more: str = "") -> str:
        """Return the file of a new entry, with its title where the kind has one, and `more` to say at its head."""
        fill = f"Write something in place of each {MARK}, and keep the spaces before it"
        head = f"A new {collection.one}. {fill}; lines that begin with # are help."
        lines = [*_comment(f"{head} {more}".strip(), "")]
        for each in fields_of(collection.model):
            given = _quoted(title) if each.name == "title" and title else MARK
            lines += ["", *self._field(each, (collection.folder, each.name), "", given)]
        return "\n".join(lines) + "\n"

    def _field(self, each: Field, path: Path, indent: str, given: str = MARK, help: bool = True) -> Iterator[str]:
        asked = each.required or each.usual
        if not asked and not help:
            return
        words = self._help(each, path)
        if help:
            yield from _comment(words if asked else f"May be left out. {words}", indent)
        for line in self._lines(each, path, given, help and asked):
            yield f"{indent}{line}" if asked else f"{indent}# {line}"

    def _lines(self, each: Field, path: Path, given: str, help: bool) -> Iterator[str]:
        value = each.value
        if value.kind == "text":
            yield from (f"{each.name}: |-", f"  {given}")
        elif value.kind == "list" and value.item:
            yield f"{each.name}:"
            for number in range(max(1, value.least or 0)):
                yield from self._item(value.item, (*path, 0), help and number == 0)
        elif value.kind == "table":
            yield from (f"{each.name}:", f"  {_MINUTES}: {given}")
        elif value.kind == "group":
            yield f"{each.name}:"
            for inner in value.fields:
                yield from self._field(inner, (*path, inner.name), "  ", help=help)
        else:
            yield f"{each.name}: {given}"

    def _item(self, value: Value, path: Path, help: bool) -> Iterator[str]:
        """Yield one item of a list: a dash before its first line, the others indented like it."""
        if value.kind != "group":
            yield from ("  - |-", f"    {MARK}") if value.kind == "text" else (f"  - {MARK}",)
            return
        dash = "  - "
        for inner in value.fields:
            for line in self._field(inner, (*path, inner.name), "", help=help):
                yield f"{'    ' if line.startswith('#') else dash}{line}"
                dash = dash if line.startswith("#") else "    "

    def _help(self, each: Field, path: Path) -> str:
        """Return what to say above a field: what it is for, what it may hold, and an example of it."""
        value = each.value.item if each.value.item and each.value.kind == "list" else each.value
        at = (*path, 0) if each.value.kind == "list" else path
        allowed, example = self._allowed(value, each.description), self._example(value, at, each.description)
        return " ".join(filter(None, (each.description, _limits(each), allowed, example)))

    def _allowed(self, value: Value, said: str) -> str:
        names = self.names.get(value.collection, ())
        if value.kind == "word":
            return "" if all(word in said for word in value.words) else f"One of: {', '.join(value.words)}."
        if value.kind == "id" and 0 < len(names) <= _MOST_NAMES:
            return f"Of these: {', '.join(names)}."
        if value.kind == "id" and value.collection != "references":
            return f"The name of a file in content/{value.collection}, without .yml."
        return ""

    def _example(self, value: Value, path: Path, said: str) -> str:
        names = self.names.get(value.collection, ())
        if value.kind == "id":
            return f"Such as {names[0]}." if len(names) > _MOST_NAMES else ""
        if value.kind in ("word", "truth", "group"):
            return ""
        found = next((text for entry in self.entries(path[0]) if (text := _at(entry, path[1:]))), "")
        words = (found or _COMMON.get(value.kind, "")).split()
        short = " ".join(words[:_LONGEST_EXAMPLE]) + (" …" if len(words) > _LONGEST_EXAMPLE else "")
        return f"Such as: {short}" if short and short not in said else ""


def skeletons(root: File, files: Mapping[str, Mapping[str, str]], keys: Sequence[str]) -> Skeletons:
    """Return the skeletons of a tree, with its names and with examples from its own entries.

    `files` gives the path of each entry below `root` by collection and id, `keys` are the citation keys.
    """

    @cache
    def entries(folder: str) -> list[Any]:
        return [*islice(_readable(root / path for path in sorted(files[folder].values())), _READ)]

    names = {folder: sorted(ids) for folder, ids in files.items()}
    return Skeletons({**names, "references": keys}, entries)


def _readable(paths: Iterable[File]) -> Iterator[Any]:
    for path in paths:
        text = read(path, path.name)[0]
        source = parse(text)[0] if text else None
        if source is not None:
            yield source.data


def kind_named(word: str) -> Collection | None:
    """Return the collection whose kind of entry, folder or address is called so, in any spelling near enough."""
    spelt = {
        name: collection
        for collection in COLLECTIONS.values()
        for name in (collection.address, collection.folder, collection.one, collection.one.split()[0])
    } | {"source": COLLECTIONS["studies"], "source-card": COLLECTIONS["studies"]}
    return spelt.get(word.lower().replace("-", " ")) or spelt.get(closest(word, spelt) or "")


def _limits(each: Field) -> str:
    value = each.value
    if value.kind == "list":
        return f"{value.least} or more." if (value.least or 0) > 1 else ""
    if value.most_words and f"{value.most_words} words" not in each.description:
        return f"At most {value.most_words} words."
    if value.kind != "whole" or (value.least is None and value.most is None):
        return ""
    return f"From {value.least} to {value.most}." if value.most is not None else f"{value.least} or more."


def _comment(words: str, indent: str) -> list[str]:
    return [f"{indent}# {line}" for line in textwrap.wrap(words, WIDTH - len(indent), break_on_hyphens=False)]


def _quoted(text: str) -> str:
    """Return a line of text as YAML reads it back: in quotes where a sign in it would mean something else."""
    plain = text[:1].isalnum() and not any(sign in text for sign in (": ", " #")) and not text.endswith(":")
    return text if plain else "'" + text.replace("'", "''") + "'"


def _at(entry: Any, path: Path) -> str:
    for step in path:
        if isinstance(entry, dict):
            entry = entry.get(step)
        elif isinstance(entry, list) and entry and isinstance(step, int):
            entry = entry[0]
        else:
            return ""
    return entry if isinstance(entry, str) else ""
