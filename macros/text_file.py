"""Text files as bytes arrive: size, encoding and stray characters are checked before anything is parsed."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from stat import S_ISREG

from macros.problems import Place, Problem

LARGEST = 1024 * 1024
"""Bytes that one file may hold."""

_CONFLICT = re.compile(r"^<{7} ", re.MULTILINE)
STRAY = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]")


@dataclass(frozen=True)
class Text:
    """The text of a file, with the name by which problems call it."""

    file: str
    value: str

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(match.end() for match in re.finditer("\n", self.value))]

    def place(self, offset: int, length: int = 1) -> Place:
        """Return the line and column (from 1) of the character at `offset`."""
        line = bisect_right(self._starts, offset)
        return Place(self.file, line, offset - self._starts[line - 1] + 1, max(1, length))


def read(path: Path, file: str) -> tuple[Text | None, list[Problem]]:
    """Read a text file; return None with the reasons where it cannot be used, and notes where it was mended."""
    try:
        status = path.stat()
        if not S_ISREG(status.st_mode):
            return None, [Problem(Place(file), "this is not a file that can be read: take it out", "unreadable")]
        if status.st_size > LARGEST:
            message = f"this file is larger than 1 MiB ({status.st_size} bytes): split it, or take out what was pasted"
            return None, [Problem(Place(file), message, "too-large")]
        data = path.read_bytes()
    except OSError as error:
        reason = (error.strerror or "it has no content").lower()
        return None, [Problem(Place(file), f"this file cannot be read ({reason}): put it here again", "unreadable")]
    return decode(data, file)


def decode(data: bytes, file: str) -> tuple[Text | None, list[Problem]]:
    """Decode a file's bytes, which must be UTF-8 without a byte order mark."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\x00" in data[:4]:
        message = "this file is saved as UTF-16: save it again and choose the encoding UTF-8"
        return None, [Problem(Place(file), message, "encoding")]
    try:
        value = data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = Text(file, data[: error.start].decode("utf-8"))
        place = before.place(len(before.value))
        letter = data[error.start : error.start + 1].decode("cp1252", "replace")
        message = f'this "{letter}" is not saved as UTF-8: save the file again and choose the encoding UTF-8'
        return None, [Problem(place, message, "encoding")]
    problems: list[Problem] = []
    if value.startswith("\ufeff"):
        message = "this file starts with an invisible mark (a BOM): save it as UTF-8 without BOM"
        problems.append(Problem(Place(file), message, "encoding"))
        value = value[1:]
    if "\r" in value:
        problems.append(_windows_lines(file, value))
        value = value.replace("\r\n", "\n").replace("\r", "\n")
    text = Text(file, value)
    stray = STRAY.search(value)
    if stray:
        message = f"an invisible character stands here (U+{ord(stray.group()):04X}): delete it and type the words again"
        return None, [*problems, Problem(text.place(stray.start()), message, "invisible-character")]
    conflict = _CONFLICT.search(value)
    if conflict:
        message = "two editors' changes meet here: keep one, and delete the lines that begin with <<<, === and >>>"
        return None, [*problems, Problem(text.place(conflict.start(), 7), message, "merge-conflict")]
    return text, problems


def salvage(path: Path, file: str) -> Text:
    """Return what can be read of a file with problems, so that what others say of it can still be checked."""
    readable = path.is_file() and path.stat().st_size <= LARGEST
    return Text(file, path.read_bytes().decode("utf-8", "replace").replace("\r\n", "\n") if readable else "")


def _windows_lines(file: str, value: str) -> Problem:
    line = value[: value.index("\r")].count("\n") + 1
    message = "this file has Windows line ends; it is read as if they were plain ones"
    return Problem(Place(file, line, 1), message, "line-ends", "note")
