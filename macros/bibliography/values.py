"""The value of a field: braces, quotes, numbers and names of `@string`, joined by `#`."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

MONTHS = {
    name[:3].lower(): name
    for name in [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ]
}
"""The macros that every BibTeX style defines."""
_BRACE = re.compile(r"\\[{}]|[{}]")
_BRACE_OR_QUOTE = re.compile(r'\\[{}]|[{}"]')
_NAME = re.compile(r"[^\s\"#%'(),={}]+")


class Piece(NamedTuple):
    """One part of a value: its text, its offset in the raw value, and whether it names a `@string`."""

    text: str
    offset: int
    is_name: bool = False


@dataclass(frozen=True)
class Leftover:
    """What stands where a `#` or the end of the value was expected."""

    text: str
    offset: int


def pieces(raw: str) -> tuple[list[Piece], Leftover | None]:
    """Split a raw value such as `"a" # jan # {b}`; reading stops at what does not belong there."""
    if raw.startswith("{") and raw.find("}") == len(raw) - 1 and raw.find("{", 1) < 0:
        return [Piece(raw[1:-1], 1)], None
    found: list[Piece] = []
    position = _skip_space(raw, 0)
    while position < len(raw):
        end = _piece_end(raw, position)
        if end == position:
            return found, Leftover(raw[position:].strip(), position)
        found.append(_piece(raw, position, end))
        position = _skip_space(raw, end)
        if position < len(raw):
            if raw[position] != "#":
                return found, Leftover(raw[position:].strip(), position)
            position = _skip_space(raw, position + 1)
    return found, None


def _skip_space(raw: str, position: int) -> int:
    while position < len(raw) and raw[position].isspace():
        position += 1
    return position


def _piece_end(raw: str, start: int) -> int:
    if raw[start] == "{":
        return _closing_brace(raw, start)
    if raw[start] == '"':
        return _closing_quote(raw, start)
    match = _NAME.match(raw, start)
    return match.end() if match else start


def _closing_brace(raw: str, start: int) -> int:
    depth = 0
    for match in _BRACE.finditer(raw, start):
        depth += {"{": 1, "}": -1}.get(match[0], 0)
        if depth == 0:
            return match.end()
    return len(raw)


def _closing_quote(raw: str, start: int) -> int:
    depth = 0
    for match in _BRACE_OR_QUOTE.finditer(raw, start + 1):
        depth += {"{": 1, "}": -1}.get(match[0], 0)
        if match[0] == '"' and depth <= 0:
            return match.end()
    return len(raw)


def _piece(raw: str, start: int, end: int) -> Piece:
    if raw[start] in '{"':
        return Piece(raw[start + 1 : end - 1], start + 1)
    return Piece(raw[start:end], start, is_name=not raw[start:end].isdigit())


class Macros:
    """The `@string` definitions of a file; names are case-insensitive, months are known."""

    def __init__(self) -> None:
        self._texts: dict[str, str] = dict(MONTHS)

    @property
    def known(self) -> Mapping[str, str]:
        """Every defined name with its text."""
        return self._texts

    def define(self, name: str, text: str) -> None:
        """Define a name, or redefine it, from here on."""
        self._texts[name.lower()] = text

    def text(self, name: str) -> str | None:
        """Return the text of a name, or None when nothing defines it."""
        return self._texts.get(name.lower())
