"""The tree of a YAML file, built from libyaml's events: nothing in it is resolved, repeated or run."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from macros.problems import Problem
from macros.text_file import PRIVATE, STRAY, TURNING, Text

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


class Builder:
    """Builds the tree from libyaml's events, without recursion on hostile depth."""

    def __init__(self, text: Text) -> None:
        self.text = text
        self.problems: list[Problem] = []
        self.depth = 0
        self.count = 0
        self.told: set[str] = set()
        self.gaps = False
        self.hashes = "#" in text.value
        """Whether there may be comments; most files have none, and need no search after each value."""
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
            if style is None:
                self.gaps = self.gaps or value in _EMPTY
                if self.hashes:
                    self._cut_off(end)
            elif style == '"' and any(signs.search(value) for signs in (STRAY, TURNING, PRIVATE)):
                self._problem(event, "a backslash makes an invisible character here: use single quotes", "yaml")
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

    def _cut_off(self, end: int) -> None:
        """A comment must have a line of its own: behind a value YAML drops it, also where a text was meant."""
        comment = _COMMENT.match(self.text.value, end)
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
