"""YAML files as trees that remember where everything stands.

Scalars stay strings: the model decides what they mean. Aliases, anchors and tags are refused, so a file can neither
expand without bound nor name code.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import yaml

from macros.model.blank import MARK
from macros.model.shape import Path, Shape, leaves
from macros.problems import Place, Problem
from macros.scalar_places import positions
from macros.text_file import PRIVATE, STRAY, TURNING, Text
from macros.yaml_words import in_plain_words

DEEPEST = 20
"""How many levels of nesting a file may have; the model needs seven."""
MOST = 5000
"""How many values a file may have; the longest guide needs some hundreds."""
_TOLD = 20  # repeated fields beyond these are one mistake, such as a file pasted twice

_EMPTY = ("", "~", "null")
"""How YAML writes that there is no value."""
_COMMENT = re.compile(r"[ \t]+(#[^\n]*)")
_MOST_TOLD = 200
"""Signs of YAML that are refused one by one; a file with more was made by a program."""
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(slots=True)
class Node:
    """A scalar, list or mapping with the offsets at which it starts and ends in the file."""

    value: "str | list[Node] | list[tuple[Node, Node]]"
    kind: str
    start: int
    end: int
    style: str | None = None

    @property
    def items(self) -> "list[Node]":
        """The items of a list; none of anything else."""
        return self.value if self.kind == "sequence" else []  # type: ignore[return-value]

    @property
    def pairs(self) -> "list[tuple[Node, Node]]":
        """The names and values of a mapping; none of anything else."""
        return self.value if self.kind == "mapping" else []  # type: ignore[return-value]

    @property
    def empty(self) -> bool:
        return self.kind == "scalar" and self.style is None and self.value in _EMPTY


class Source:
    """One parsed file: `data` as plain values, and the place of any part of it."""

    def __init__(self, text: Text, root: Node, gaps: bool = True) -> None:
        self.text = text
        self.root = root
        self._gaps = gaps
        """Whether a value was left out or is an alias; most files have neither, and need no search."""
        self._found: dict[int, list[int]] = {}
        self._leaves: tuple[tuple[Path, Shape, str], ...] | None = None

    @cached_property
    def data(self) -> Any:
        return _plain(self.root)

    def node(self, path: tuple[Any, ...]) -> Node:
        """Return the node at `path` (field names and list positions), or the closest one above it."""
        return self._walk(path)[1]

    def place(self, path: tuple[Any, ...], of_key: bool = False) -> Place:
        """Return where the value at `path` stands, or the key that names it."""
        key, node = self._walk(path)
        target = key if of_key and key is not None else node
        if target.kind == "scalar":
            return self._scalar_place(target)
        return self.text.place(target.start, 1)

    def place_in(self, path: tuple[Any, ...], offset: int, length: int) -> Place:
        """Return where the `length` characters at `offset` of the text at `path` stand in the file."""
        node = self.node(path)
        if node.kind != "scalar":
            return self.place(path)
        found = self._positions(node)
        if offset >= len(found):
            return self._scalar_place(node)
        start = found[offset]
        line_end = self.text.value.find("\n", start)
        room = (line_end if line_end >= 0 else len(self.text.value)) - start
        return self.text.place(start, max(1, min(length, room)))

    def empties(self) -> Iterator[tuple[Any, ...]]:
        """Yield the path of every value that was left out."""
        yield from _where(self.root, (), lambda node: node.empty) if self._gaps else ()

    def aliases(self) -> Iterator[tuple[Any, ...]]:
        """Yield the path of every alias, whose value is not known."""
        yield from _where(self.root, (), lambda node: node.style == "alias") if self._gaps else ()

    def leaves(self, shape: Shape) -> tuple[tuple[Path, Shape, str], ...]:
        """Return (path, shape, text) of each text that the shape of the file's collection knows, in order."""
        if self._leaves is None:
            self._leaves = tuple(leaves(shape, self.data))
        return self._leaves

    def blanks(self) -> Iterator[tuple[Any, ...]]:
        """Yield the path of every value in which something still has to be filled in."""
        if MARK in self.text.value:
            yield from _where(self.root, (), lambda node: node.kind == "scalar" and MARK in node.value)

    def _walk(self, path: tuple[Any, ...]) -> tuple[Node | None, Node]:
        key, node = None, self.root
        for step in path:
            found = _child(node, step)
            if found is None:
                break
            key, node = found
        return key, node

    def _positions(self, node: Node) -> list[int]:
        if node.start not in self._found:
            self._found[node.start] = positions(self.text.value, node.start, node.end, str(node.value), node.style)
        return self._found[node.start]

    def _scalar_place(self, node: Node) -> Place:
        if node.style in ("|", ">"):
            found = self._positions(node)
            start = found[0] if found else node.start
        else:
            start = node.start
        end = self.text.value.find("\n", start, node.end)
        return self.text.place(start, max(1, (end if end >= 0 else node.end) - start))


def parse(text: Text) -> tuple[Source | None, list[Problem]]:
    """Parse one YAML file; return its tree, or None where it cannot be read, and every problem found."""
    builder = _Builder(text)
    try:
        root = builder.build()
    except yaml.MarkedYAMLError as error:
        return None, [*builder.problems, _syntax_problem(text, error)]
    except yaml.YAMLError:
        return None, [Problem(text.place(0), "this file holds signs that YAML cannot hold: type it again", "yaml")]
    if root is None:
        problems = builder.problems or [
            Problem(Place(text.file), "this file is empty: write an entry, or delete the file", "empty-file")
        ]
        return None, problems
    if root.kind != "mapping":
        message = "this file must hold fields: on each line a name, a colon, a space and a value, as in title: Tea"
        return None, [*builder.problems, Problem(text.place(root.start), message, "not-fields")]
    return Source(text, root, builder.gaps), builder.problems


class _Builder:
    """Builds the tree from libyaml's events, without recursion on hostile depth."""

    def __init__(self, text: Text) -> None:
        self.text = text
        self.problems: list[Problem] = []
        self.depth = 0
        self.count = 0
        self.told: set[str] = set()
        self.gaps = False
        self.events: Iterator[Any] = iter(())

    def build(self) -> Node | None:
        self.events = iter(_Loader(self.text.value).get_event, None)
        root = None
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent) and root is not None:
                self._problem(event, "one file holds one entry: take out the line with the three dashes", "two-entries")
                break
            if isinstance(event, yaml.NodeEvent):
                root = self._node(event)
                if root is None:
                    break
        return root

    def _node(self, event: Any) -> Node | None:
        if event.anchor or event.tag:  # an alias has an anchor, and no tag
            self._refuse(event)
        self.count += 1
        if self.count == MOST:
            self._problem(event, f"this file holds more than {MOST} values: split it into several entries", "too-many")
            return None
        start, end = event.start_mark.index, event.end_mark.index
        if isinstance(event, yaml.ScalarEvent):
            style, value = event.style or None, event.value
            if style == '"' and any(signs.search(value) for signs in (STRAY, TURNING, PRIVATE)):
                self._problem(event, "a backslash makes an invisible character here: use single quotes", "yaml")
            self.gaps = self.gaps or (style is None and value in _EMPTY)
            self._cut_off(end, style)
            return Node(value, "scalar", start, end, style)
        if isinstance(event, yaml.AliasEvent):
            self.gaps = True
            return Node("", "scalar", start, end, "alias")
        self.depth += 1
        if self.depth > DEEPEST:
            self._problem(event, "this is nested too deeply: an entry needs only a few levels", "too-deep")
            return None
        node = self._sequence(start) if isinstance(event, yaml.SequenceStartEvent) else self._mapping(start)
        self.depth -= 1
        return node

    def _cut_off(self, end: int, style: str | None) -> None:
        """A comment must have a line of its own: behind a value YAML drops it, also where a text was meant."""
        comment = _COMMENT.match(self.text.value, end) if style is None else None
        if comment:
            message = "what follows # is left out here: put the whole value in quotes, or a comment on its own line"
            self.problems.append(Problem(self.text.place(comment.start(1), len(comment[1])), message, "comment"))

    def _sequence(self, start: int) -> Node | None:
        items: list[Node] = []
        for event in self.events:
            if isinstance(event, yaml.SequenceEndEvent):
                return Node(items, "sequence", start, _end(event))
            item = self._node(event)
            if item is None:
                return None
            items.append(item)
        return None

    def _mapping(self, start: int) -> Node | None:
        pairs: list[tuple[Node, Node]] = []
        seen: dict[str, Node] = {}
        for event in self.events:
            if isinstance(event, yaml.MappingEndEvent):
                return Node(pairs, "mapping", start, _end(event))
            key = self._node(event)
            value = self._node(next(self.events)) if key is not None else None
            if key is None or value is None:
                return None
            if self._is_name(key, seen):
                pairs.append((key, value))
        return None

    def _is_name(self, key: Node, seen: dict[str, Node]) -> bool:
        if not isinstance(key.value, str) or key.style == "alias":
            place = self.text.place(key.start, key.end - key.start)
            self.problems.append(Problem(place, "the name of a field must be a plain word, as in title: Tea", "key"))
            return False
        if key.value in seen and len(self.problems) < _TOLD:
            place = self.text.place(key.start, key.end - key.start)
            first = self.text.place(seen[key.value].start).line
            message = f'the field "{key.value}" stands twice here; the first is on line {first}: keep one'
            self.problems.append(Problem(place, message, "duplicate-key"))
        else:
            seen.setdefault(key.value, key)
        return True

    def _refuse(self, event: Any) -> None:
        if isinstance(event, yaml.AliasEvent):
            self._once(event, f"*{event.anchor} repeats another part (a YAML alias): write the text out", "alias")
        elif event.anchor:
            self._once(event, f"&{event.anchor} marks a part for repeating (a YAML anchor): take it out", "anchor")
        tag = getattr(event, "tag", None)
        if tag and tag != "!":
            shown = tag.replace("tag:yaml.org,2002:", "!!")
            self._once(event, f"{shown[:40]} is a YAML tag: take it out, or put the whole value in quotes", "tag")

    def _once(self, event: Any, message: str, rule: str) -> None:
        if message not in self.told:
            self.told.add(message)
            self._problem(event, message, rule)

    def _problem(self, event: Any, message: str, rule: str) -> None:
        if len(self.problems) < _MOST_TOLD:
            self.problems.append(Problem(self.text.place(event.start_mark.index), message, rule))


def _end(event: Any) -> int:
    return int(event.end_mark.index)


def _syntax_problem(text: Text, error: yaml.MarkedYAMLError) -> Problem:
    mark = error.problem_mark or error.context_mark
    offset = min(mark.index, len(text.value)) if mark else 0
    offset, message = in_plain_words(error, text.value, offset)
    return Problem(text.place(offset), message, "yaml")


def _plain(node: Node) -> Any:
    if node.kind == "scalar":
        return node.value
    if node.kind == "sequence":
        return [_plain(item) for item in node.items]
    return {str(key.value): _plain(value) for key, value in node.pairs}


def _child(node: Node, step: Any) -> tuple[Node | None, Node] | None:
    for key, value in reversed(node.pairs):
        if key.value == str(step):
            return key, value
    items = node.items
    return (None, items[step]) if isinstance(step, int) and step < len(items) else None


def _where(node: Node, path: tuple[Any, ...], wanted: Callable[[Node], bool]) -> Iterator[tuple[Any, ...]]:
    """Yield the path of every node below `node` for which `wanted` holds."""
    children: list[tuple[Any, Node]] = [*enumerate(node.items), *((key.value, value) for key, value in node.pairs)]
    for step, child in children:
        if wanted(child):
            yield (*path, step)
        yield from _where(child, (*path, step), wanted)
