"""New entries into a .bib file: each at its place by key, every other byte left as it is."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from macros.bibliography.work import Work

_ENTRY = re.compile(rb"[ \t]*@")
_COMMENT = re.compile(rb"[ \t]*%")


def inserted(data: bytes, works: Mapping[str, Work], entries: Mapping[str, str]) -> bytes:
    """Return the file with each entry before the first one whose key comes later; `works` are those of `data`."""
    end = b"\r\n" if b"\r\n" in data else b"\n"
    lines = re.findall(rb"[^\n]*\n|[^\n]+", data)
    places: defaultdict[int, list[bytes]] = defaultdict(list)
    for key in sorted(entries, key=str.casefold):
        text = entries[key].strip().encode().replace(b"\n", end) + end
        places[_place(lines, works, key)].append(text)
    last = places.pop(len(lines), [])
    parts = [b"".join([*(text + end for text in places[at]), line]) for at, line in enumerate(lines)]
    return _appended(b"".join(parts), last, end)


def _place(lines: Sequence[bytes], works: Mapping[str, Work], key: str) -> int:
    """Return the number of the line before which an entry belongs, counted from 0."""
    later = next((work for work in works.values() if work.key.casefold() > key.casefold()), None)
    at = _first_line(lines, later.place.line - 1) if later else None
    return len(lines) if at is None else at


def _first_line(lines: Sequence[bytes], at: int) -> int | None:
    """Return the line with which an entry begins, its comment included; None where it begins within a line."""
    while at >= 0 and not _ENTRY.match(lines[at]):
        if b"@" in lines[at] or not lines[at].strip():
            return None
        at -= 1
    while at > 0 and _COMMENT.match(lines[at - 1]):
        at -= 1
    return at if at >= 0 else None


def _appended(data: bytes, texts: Sequence[bytes], end: bytes) -> bytes:
    if not texts or not data.strip():
        return data + end.join(texts)
    gap = b"" if data.endswith((b"\n\n", b"\r\n\r\n")) else end if data.endswith(b"\n") else end + end
    return data + gap + end.join(texts)
