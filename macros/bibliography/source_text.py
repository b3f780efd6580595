"""The text of a bibliography file, and the place of each character in it."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from pathlib import Path

from macros.problems import Place, Problem
from macros.text_file import CONFLICT, INVISIBLE, MERGE, OF_ONE_FONT, PRIVATE, TURNED, TURNING, unseen

LARGEST = 64 * 2**20
"""Bytes; a larger file is refused so that time and memory stay bounded."""
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]")


class SourceText:
    """A file's text; turns offsets into places."""

    def __init__(self, text: str, file: str) -> None:
        self.text = text
        self.file = file
        self._starts = [0, *(match.end() for match in re.finditer("\n", text))]

    def place(self, offset: int, length: int = 1) -> Place:
        """Return the place of the character at this offset (counted from 0)."""
        line = bisect_right(self._starts, offset)
        end = self._starts[line] - 1 if line < len(self._starts) else len(self.text)
        column = offset - self._starts[line - 1] + 1
        return Place(self.file, line, column, max(1, min(length, end - offset)))


def read_source_text(path: Path, file: str) -> tuple[SourceText, list[Problem]]:
    """Read the file as UTF-8; what is not UTF-8 or not text is a problem, and the rest is still returned."""
    problem = _unreadable(path, file)
    if problem:
        return SourceText("", file), [problem]
    data = path.read_bytes()
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        message = "This file is saved as UTF-16. Save it as UTF-8."
        return _cleaned(data.decode("utf-16", "replace"), file, [Problem(Place(file), message, "encoding")])
    text = data.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "surrogateescape")
    return _cleaned(text, file, [])


def _unreadable(path: Path, file: str) -> Problem | None:
    try:
        size = path.stat().st_size
        with path.open("rb"):
            pass
    except FileNotFoundError:
        return Problem(Place(file), "There is no such file. Put the list of sources here.", "file")
    except OSError as error:
        return Problem(Place(file), f"This file cannot be opened: {error.strerror}.", "file")
    if size > LARGEST:
        message = f"This file is larger than {LARGEST // 2**20} MiB. Keep only the sources in it."
        return Problem(Place(file), message, "file")
    return None


def _cleaned(text: str, file: str, problems: list[Problem]) -> tuple[SourceText, list[Problem]]:
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    source = SourceText(text, file)
    conflict = CONFLICT.search(text)
    if conflict:
        problem = Problem(source.place(conflict.start(), 7), MERGE, "merge-conflict")
        return SourceText("", file), [*problems, problem]
    problems += _invisible(source)
    source = SourceText(INVISIBLE.sub("", text), file)
    text = source.text
    found = list(_first_per_kind(source))
    if not found:
        return source, problems
    problems.extend(found)
    text = re.sub("[\udc80-\udcff]", "\ufffd", text)
    return SourceText(_CONTROL.sub(" ", text), file), problems


def _invisible(source: SourceText) -> Iterator[Problem]:
    """What has no width is passed over with a note; what turns the direction or belongs to one font must go."""
    found = [match.start() for match in INVISIBLE.finditer(source.text)]
    if found:
        yield Problem(source.place(found[0]), unseen(len(found)), "invisible-character", "note")
    turning = TURNING.search(source.text)
    if turning:
        yield Problem(source.place(turning.start()), TURNED.format(ord(turning[0])), "turned-text")
    private = PRIVATE.search(source.text)
    if private:
        yield Problem(source.place(private.start()), OF_ONE_FONT.format(ord(private[0])), "private-sign")


def _first_per_kind(source: SourceText) -> Iterator[Problem]:
    wrong = [match.start() for match in re.finditer("[\udc80-\udcff]", source.text)]
    if wrong:
        message = f"This file is not saved as UTF-8 ({_times(len(wrong))} unreadable). Save it as UTF-8."
        yield Problem(source.place(wrong[0]), message, "encoding")
    control = [match.start() for match in _CONTROL.finditer(source.text)]
    if control:
        message = f"There is an invisible control character here ({_times(len(control))} in the file). Delete it."
        yield Problem(source.place(control[0]), message, "encoding")


def _times(count: int) -> str:
    return "1 character" if count == 1 else f"{count} characters"
