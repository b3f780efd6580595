"""A new entry into a .bib file: at its place by key, every other byte left as it is."""

import re
from collections.abc import Mapping, Sequence

from macros.bibliography.work import Work

_ENTRY = re.compile(rb"[ \t]*@")
_COMMENT = re.compile(rb"[ \t]*%")


def inserted(data: bytes, works: Mapping[str, Work], key: str, entry: str) -> bytes:
    """Return the file with the entry before the first one whose key comes later; `works` are those of `data`."""
    end = b"\r\n" if b"\r\n" in data else b"\n"
    text = entry.strip().encode().replace(b"\n", end) + end
    lines = re.findall(rb"[^\n]*\n|[^\n]+", data)
    later = next((work for work in works.values() if work.key.casefold() > key.casefold()), None)
    at = _first_line(lines, later.place.line - 1) if later else None
    if at is None:
        return _appended(data, text, end)
    return b"".join([*lines[:at], text, end, *lines[at:]])


def _first_line(lines: Sequence[bytes], at: int) -> int | None:
    """Return the line with which an entry begins, its comment included; None where it begins within a line."""
    while at >= 0 and not _ENTRY.match(lines[at]):
        if b"@" in lines[at] or not lines[at].strip():
            return None
        at -= 1
    while at > 0 and _COMMENT.match(lines[at - 1]):
        at -= 1
    return at if at >= 0 else None


def _appended(data: bytes, text: bytes, end: bytes) -> bytes:
    if not data.strip():
        return data + text
    gap = b"" if data.endswith((b"\n\n", b"\r\n\r\n")) else end if data.endswith(b"\n") else end + end
    return data + gap + text
