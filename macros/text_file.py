"""Text files as bytes arrive: size, encoding and stray characters are checked before anything is parsed."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from stat import S_ISREG

from macros.problems import Place, Problem

LARGEST = 1024 * 1024
"""Bytes that one file may hold."""

CONFLICT = re.compile(r"^(?:<{7}|>{7}|\|{7}) ", re.MULTILINE)
"""The lines by which git marks two editors' changes to one place; the line of seven = may be a heading of a page."""
_BETWEEN = re.compile(r"^={7}$", re.MULTILINE)
MERGE = "two editors' changes meet here: keep one, and delete the lines that begin with <<<, === and >>>"
STRAY = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]")
TURNING = re.compile(r"[\u202a-\u202e\u2066-\u2069\u061c]")
"""Marks that make a text read in another order than it is written in: https://trojansource.codes."""
INVISIBLE = re.compile(r"[\u200b\u200e\u200f\u00ad\u180e\u2060-\u2064\ufeff]")
"""Characters without width that come along with pasted text and mean nothing; joiners in emoji and scripts stay."""
PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd]")
"""Characters without a meaning of their own, such as a bullet of a word processor's symbol font."""
_UNUSUAL = re.compile(f"[{''.join(one.pattern[1:-1] for one in (STRAY, TURNING, INVISIBLE, PRIVATE))}]")
"""All of them: nearly every file has none, and one search of it takes a quarter of the time of four."""
_MEETINGS = ("<" * 7, ">" * 7, "|" * 7, "=" * 7)
"""What every line of git's marks holds; these are found twenty times as fast as the beginnings of lines."""
OF_ONE_FONT = "a sign of one font only stands here (U+{:04X}), and others see a box: type what is meant"
TURNED = "an invisible mark turns the direction of the text here (U+{:04X}): delete this line and type it again"


def unseen(count: int) -> str:
    """Return what to say of invisible characters that were passed over."""
    if count == 1:
        return "an invisible character stands here; the file is read as if it did not"
    return f"{count} invisible characters stand in this file, the first one here; it is read as if they did not"


@dataclass(frozen=True)
class Text:
    """The text of a file, with the name by which problems call it.

    `dropped` counts what was passed over: the offsets in `value` at which an invisible character stood in the file.
    """

    file: str
    value: str
    dropped: tuple[int, ...] = ()

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(match.end() for match in re.finditer("\n", self.value))]

    def offset(self, line: int, column: int) -> int:
        """Return the offset of a line and column (from 1), or of the end of the text."""
        start = self._starts[line - 1] if line <= len(self._starts) else len(self.value)
        return min(start + column - 1, len(self.value))

    def place(self, offset: int, length: int = 1) -> Place:
        """Return the line and column (from 1) of the character at `offset`."""
        line = bisect_right(self._starts, offset)
        start = self._starts[line - 1]
        unseen = bisect_right(self.dropped, offset) - bisect_right(self.dropped, start - 1)
        return Place(self.file, line, offset - start + unseen + 1, max(1, length))


def leads_outside(path: Path, root: Path) -> bool:
    """Tell whether a file is a link to a place outside a tree; what stands there is not read."""
    return path.is_symlink() and not path.resolve().is_relative_to(root.resolve())


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
        before = Text(file, _plain_ends(data[: error.start].decode("utf-8").removeprefix("\ufeff")))
        place = before.place(len(before.value))
        letter = data[error.start : error.start + 1].decode("cp1252", "replace")
        message = f'this "{letter}" is not saved as UTF-8: save the file again and choose the encoding UTF-8'
        return None, [Problem(place, message, "encoding")]
    problems: list[Problem] = []
    if value.startswith("\ufeff"):
        message = "this file starts with an invisible mark (a BOM); it is read without it"
        problems.append(Problem(Place(file), message, "encoding", "note"))
        value = value[1:]
    if "\r" in value:
        problems.append(_windows_lines(file, value))
        value = _plain_ends(value)
    text = Text(file, value)
    if not (_UNUSUAL.search(value) or any(mark in value for mark in _MEETINGS)):
        return text, problems
    problems += _wrong_characters(text)
    if any(problem.severity == "error" for problem in problems):
        return None, problems
    return _without_invisible(text, problems)


def _plain_ends(value: str) -> str:
    return value.replace("\r\n", "\n").replace("\r", "\n")


def _wrong_characters(text: Text) -> Iterator[Problem]:
    """A file must not hold what nobody can see and which changes what is read, nor two versions of one place."""
    stray, turning = STRAY.search(text.value), TURNING.search(text.value)
    if stray:
        message = f"an invisible character stands here (U+{ord(stray[0]):04X}): delete it and type the words again"
        yield Problem(text.place(stray.start()), message, "invisible-character")
    elif turning:
        yield Problem(text.place(turning.start()), TURNED.format(ord(turning[0])), "turned-text")
    private = PRIVATE.search(text.value)
    if private:
        yield Problem(text.place(private.start()), OF_ONE_FONT.format(ord(private[0])), "private-sign")
    between = None if text.file.endswith(".md") else _BETWEEN.search(text.value)
    conflict = CONFLICT.search(text.value) or between
    if conflict:
        yield Problem(text.place(conflict.start(), 7), MERGE, "merge-conflict")


def _without_invisible(text: Text, problems: list[Problem]) -> tuple[Text, list[Problem]]:
    found = [match.start() for match in INVISIBLE.finditer(text.value)]
    if not found:
        return text, problems
    problems.append(Problem(text.place(found[0]), unseen(len(found)), "invisible-character", "note"))
    dropped = tuple(offset - number for number, offset in enumerate(found))
    return Text(text.file, INVISIBLE.sub("", text.value), dropped), problems


def salvage(path: Path, file: str) -> Text:
    """Return what can be read of a file with problems, so that what others say of it can still be checked."""
    readable = path.is_file() and path.stat().st_size <= LARGEST
    return Text(file, path.read_bytes().decode("utf-8", "replace").replace("\r\n", "\n") if readable else "")


def _windows_lines(file: str, value: str) -> Problem:
    line = value[: value.index("\r")].count("\n") + 1
    message = "this file has Windows line ends; it is read as if they were plain ones"
    return Problem(Place(file, line, 1), message, "line-ends", "note")
