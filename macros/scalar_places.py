"""Where each character of a YAML text stands in its file, though folding, quotes and escapes lie between."""

import re

_ESCAPE = re.compile(r"\\(x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|\r?\n[ \t]*|.)", re.DOTALL)


def positions(text: str, start: int, end: int, value: str, style: str | None) -> list[int]:
    """Return, for each character of the value that is written from `start` to `end`, its offset in the file.

    Folding and indentation change white space only, so the two texts are walked side by side over everything else.
    """
    at = start
    if style in ("|", ">"):
        at = text.find("\n", at) + 1
    elif style in ("'", '"'):
        at += 1
    found = []
    for character in value:
        if not character.isspace():
            while at < end and text[at].isspace():
                at += 1
        found.append(min(at, max(end - 1, start)))
        if character.isspace():
            if at < end and text[at].isspace() and text[at] == character:
                at += 1
            continue
        at = _after(text, at, style)
    return found


def _after(text: str, at: int, style: str | None) -> int:
    """Return the offset after the one character that stands at `at`, which quotes may have escaped."""
    if style == '"' and text.startswith("\\", at):
        escape = _ESCAPE.match(text, at)
        return escape.end() if escape else at + 1
    if style == "'" and text.startswith("''", at):
        return at + 2
    return at + 1
