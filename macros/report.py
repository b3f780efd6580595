"""Problems in print: for a terminal, for a program, and for a pull request."""

import json
import re
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from unicodedata import category

from macros.problems import Place, Problem
from macros.right_ways import right_way

_LINE_END = re.compile("\r\n|\r|\n")
FORMATS = ("text", "json", "github")
_MANY = 3
"""Files in which one mistake is made before it is told once and counted."""
_SHOWN = 20
"""Further places that are listed; a list of all is printed as JSON."""


def report(problems: Iterable[Problem], root: Path, form: str = "text") -> str:
    """Return every problem in one of `FORMATS`, sorted by place; source lines are read below `root`."""
    ordered = sorted(set(problems))
    return {"text": _text, "json": _json, "github": _github}[form](ordered, root)


def _text(problems: Sequence[Problem], root: Path) -> str:
    @cache
    def lines(file: str) -> list[str]:
        try:
            inside = (root / file).resolve().is_relative_to(root.resolve())
            data = (root / file).read_bytes() if inside else b""
        except OSError:
            return []
        return [] if b"\x00" in data[:4] else _LINE_END.split(data.decode("utf-8-sig", "replace"))

    return "\n".join(
        _with_caret(first, lines(first.place.file)) + _elsewhere([each.place for each in rest])
        for first, *rest in together(problems)
    )


def together(problems: Iterable[Problem]) -> list[list[Problem]]:
    """Return the problems in order; those that say the same of many files follow the first of them as one group."""
    alike: dict[tuple[str, str, str], list[Problem]] = {}
    for problem in problems:
        alike.setdefault((problem.severity, problem.rule, problem.message), []).append(problem)
    groups = []
    for group in alike.values():
        many = len({problem.place.file for problem in group}) >= _MANY
        groups += [group] if many else [[problem] for problem in group]
    return sorted(groups)


def _elsewhere(places: Sequence[Place]) -> str:
    """Return where else the same is wrong."""
    if not places:
        return ""
    shown = [f"{printable(place.file)}:{place.line}:{place.column}" for place in places[:_SHOWN]]
    rest = [f"and {len(places) - _SHOWN} more"] if len(places) > _SHOWN else []
    return "".join(f"\n       + {line}" for line in [f"the same in {_places(len(places))}:", *shown, *rest])


def printable(text: str) -> str:
    """Return a text without signs that order a terminal or a log about, such as those that begin a new line."""
    return "".join(sign if sign.isprintable() or category(sign) == "Zs" else "\ufffd" for sign in text)


def _places(count: int) -> str:
    return f"{count} more place{'s' * (count != 1)}"


def _with_caret(problem: Problem, lines: Sequence[str]) -> str:
    place = problem.place
    file, message = printable(place.file), printable(problem.message)
    kind = "note: " if problem.severity == "note" else ""
    head = f"{file}:{place.line}:{place.column}: {kind}{message}"
    line = lines[place.line - 1] if place.line <= len(lines) else ""
    if not line.strip():
        return head
    start = max(0, place.column - 80)
    shown = "".join(c if c.isprintable() else " " for c in line[start : start + 120])
    length = max(1, min(place.length, len(shown) - (place.column - 1 - start)))
    gutter = f"{place.line:>6} | "
    return f"{head}\n{gutter}{shown}\n{'| ':>{len(gutter)}}{' ' * (place.column - 1 - start)}{'^' * length}"


def _json(problems: Sequence[Problem], root: Path) -> str:
    return json.dumps(
        [
            {
                "file": p.place.file,
                "line": p.place.line,
                "column": p.place.column,
                "severity": p.severity,
                "message": p.message,
                "rule": p.rule,
            }
            for p in problems
        ],
        indent=2,
        ensure_ascii=False,
    )


def _github(problems: Sequence[Problem], root: Path) -> str:
    return "\n".join(
        f"::{'error' if p.severity == 'error' else 'notice'} file={_property(p.place.file)},line={p.place.line},"
        f"col={p.place.column},title={_property(right_way(p.rule).name)}::{_data(p.message)}"
        for p in problems
    )


def _data(text: str) -> str:
    """Escape as GitHub's toolkit does: https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
