"""YAML files as trees that remember where everything stands.

Scalars stay strings: the model decides what they mean. Aliases, anchors and tags are refused, so a file can neither
expand without bound nor name code.
"""

from collections.abc import Callable, Iterator
from functools import cached_property
from typing import Any

import yaml

from macros.kept import Findings
from macros.model.blank import blank_in, may_hold_blank
from macros.model.shape import Path, Shape, leaves
from macros.problems import Place, Problem
from macros.scalar_places import positions
from macros.text_file import Text
from macros.yaml_tree import Builder, Node
from macros.yaml_words import in_plain_words


class Source:
    """One parsed file: `data` as plain values, and the place of any part of it."""

    def __init__(self, text: Text, root: Node, gaps: bool = True) -> None:
        self.text = text
        self.root = root
        self._gaps = gaps
        """Whether a value was left out or is an alias; most files have neither, and need no search."""
        self._found: dict[int, list[int]] = {}
        self._leaves: tuple[tuple[Path, Shape, str], ...] | None = None
        self.findings = Findings()

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
        if may_hold_blank(self.text.value):
            yield from _where(self.root, (), _is_blank)

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
    builder = Builder(text)
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


def _is_blank(node: Node) -> bool:
    return isinstance(node.value, str) and blank_in(node.value) is not None
