"""The summary of a check: each kind of mistake once, in plain words, with what is right and where to read on.

It is Markdown for the page of a pull request. What content holds is shown as typed: no sign of it means anything.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from macros.field_names import mend_names
from macros.model.collections import COLLECTIONS
from macros.model.shape import Shape, shape_of
from macros.problems import Place, Problem
from macros.report import printable, together
from macros.right_ways import right_way
from macros.sources import Source, parse
from macros.text_file import read
from macros.views.manual import field_anchor
from macros.yaml_tree import Node

_SIGN = re.compile(r"[\\\\`*_{}\[\]()<>#&|~@$]")
_MEANT = re.compile(r'"([^"]+)".*(?:did you mean|type) "([^"]+)"')
_LONGEST = 100
"""Letters of a line that is shown as it should be."""
_ADVICE = "Notes are advice. Some stand in files that you did not touch; leave those as they are."
_PLACES = 8
"""Places that are listed for one mistake; the rest are counted."""
_MISTAKES = 12
"""Mistakes that are listed for one kind."""


def summary(problems: Sequence[Problem], root: Path, site: str) -> str:
    """Return the summary of a check as Markdown; `site` is the address of the published handbook, or empty."""
    errors = [problem for problem in problems if problem.severity == "error"]
    notes = [problem for problem in problems if problem.severity == "note"]
    links = _Links(root, site)
    parts = [
        f"## {_counted(len(errors), 'error')}, {_counted(len(notes), 'note')}",
        _what_now(errors, notes),
        *_kinds(errors, links),
        *(["## Notes", _ADVICE, *_kinds(notes, links)] if notes else []),
    ]
    return "\n\n".join(parts) + "\n"


def _counted(count: int, word: str) -> str:
    return f"{count} {word}{'s' * (count != 1)}"


def _what_now(errors: Sequence[Problem], notes: Sequence[Problem]) -> str:
    if errors:
        files = len({problem.place.file for problem in errors})
        return f"Please mend the errors in {_counted(files, 'file')}. Open the file, press the pencil, go to the line."
    return "Nothing has to be mended. A note is advice." if notes else "All is well. Thank you."


def _kinds(problems: Sequence[Problem], links: "_Links") -> Iterator[str]:
    """Yield a section for each kind of mistake, the most frequent first."""
    kinds: dict[str, list[Problem]] = {}
    for problem in problems:
        kinds.setdefault(problem.rule, []).append(problem)
    for rule, found in sorted(kinds.items(), key=lambda kind: (-len(kind[1]), kind[0])):
        way = right_way(rule)
        groups = together(found)
        lines = [_mistake(group) for group in groups[:_MISTAKES]]
        lines += [f"- and {len(groups) - _MISTAKES} more of this kind"] * (len(groups) > _MISTAKES)
        read = links.to(found[0])
        yield f"### {way.name} ({len(found)})"
        yield "\n".join(lines)
        example = _mended(found[0], links.root) or way.example
        yield f"This is right:\n\n```\n{example}\n```" + (f"\n\n{read}" if read else "")


def _mistake(group: Sequence[Problem]) -> str:
    places = [f"`{_file(each.place.file)}` line {each.place.line}" for each in group[:_PLACES]]
    places += [f"and {len(group) - _PLACES} more"] * (len(group) > _PLACES)
    words = _SIGN.sub(lambda sign: f"&#{ord(sign[0])};", " ".join(group[0].message.split()))
    count = f"{len(group)} times: " if len(group) > 1 else ""
    return f"- {words} ({count}{', '.join(places)})"


def _mended(problem: Problem, root: Path) -> str:
    """Return the line of a problem with the word that was meant, or nothing where none is known."""
    meant = _MEANT.search(problem.message)
    text = read(root / problem.place.file, problem.place.file)[0] if meant else None
    lines = text.value.split("\n") if text else []
    line = lines[problem.place.line - 1].rstrip() if problem.place.line <= len(lines) else ""
    fits = meant and meant[1] in line and len(line) <= _LONGEST and "`" not in line and line.isprintable()
    return line.replace(meant[1], meant[2], 1) if meant and fits else ""


def _file(name: str) -> str:
    """Return the name of a file without what would end the code that it is shown as."""
    return printable(name).replace("`", "\ufffd")


class _Links:
    """Links into the guide for editors, to the field in which a problem stands."""

    def __init__(self, root: Path, site: str) -> None:
        self.root = root
        self._site = site.rstrip("/")
        self._source = cache(self._read)

    def to(self, problem: Problem) -> str:
        """Return a link to what the guide says of the place, or nothing where the site has no address."""
        if not self._site:
            return ""
        place = problem.place
        parts = place.file.split("/")
        if parts[0] != "content" or len(parts) < 3 or parts[1] not in COLLECTIONS:
            return f"[Read more in the guide]({self._site}/{_chapter(problem)})"
        path = self._fields(place, parts[1])
        if problem.rule == "missing":
            path = _missing(problem, parts[1], path)
        words = f"What belongs in `{path[-1]}`" if path else f"The fields of a {COLLECTIONS[parts[1]].one}"
        return f"[{words}]({self._site}/edit/fields/#{field_anchor((parts[1], *path))})"

    def _fields(self, place: Place, folder: str) -> tuple[str, ...]:
        """Return the names of the fields around a place that the model knows."""
        source = self._source(place.file)
        shape = shape_of(COLLECTIONS[folder].model)
        known: tuple[str, ...] = ()
        for step in _path_at(source, place) if source else ():
            shape = shape.item if isinstance(step, int) and shape.item else shape
            if isinstance(step, str) and step in shape.fields:
                shape, known = shape.fields[step], (*known, step)
        return known

    def _read(self, file: str) -> Source | None:
        text = read(self.root / file, file)[0]
        source = parse(text)[0] if text else None
        if source is not None:
            [*mend_names(source, shape_of(COLLECTIONS[file.split("/")[1]].model), {})]
        return source


def _chapter(problem: Problem) -> str:
    """Return the part of the guide that helps with a file which is no entry."""
    if problem.place.file == "references.bib":
        return "edit/#source"
    if "macro" in problem.rule or problem.rule == "jinja-comment":
        return "edit/macros/"
    if "link" in problem.rule or problem.rule in ("dead-anchor", "own-address"):
        return "edit/#link"
    return "edit/#search" if problem.place.file == "search.yml" else "edit/#file"


def _missing(problem: Problem, folder: str, path: tuple[str, ...]) -> tuple[str, ...]:
    """Return the path of a field that is missing beside or in the one at `path`."""
    named = re.search(r'"(\w+)"', problem.message)
    groups = (path[:-1], path, ())
    found = (group for group in groups if named and named[1] in _fields_in(folder, group))
    return next(((*group, named[1]) for group in found if named), path)


def _fields_in(folder: str, path: tuple[str, ...]) -> Mapping[str, Shape]:
    """Return the fields below a path of field names; the items of a list share theirs."""
    shape = shape_of(COLLECTIONS[folder].model)
    for step in path:
        shape = shape.fields.get(step, Shape())
        shape = shape.item or shape
    return shape.fields


def _path_at(source: Source, place: Place) -> tuple[Any, ...]:
    """Return the path of the innermost value in or before which a place lies, as far as it is known."""
    offset, node = source.text.offset(place.line, place.column), source.root
    path: tuple[Any, ...] = ()
    while inside := [part for part in _parts(node) if part[1].start <= offset <= part[2].end]:
        step, _, node = inside[-1]
        path = (*path, step)
    return path


def _parts(node: Node) -> list[tuple[Any, Node, Node]]:
    """Return step, beginning and value of each part of a list or mapping."""
    return [*((at, item, item) for at, item in enumerate(node.items)), *((k.value, k, v) for k, v in node.pairs)]
