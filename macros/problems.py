"""What is wrong with content, and where: places, problems, and the exception that carries them all."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Literal

Severity = Literal["error", "note"]


_LONGEST_MESSAGE = 400
"""Characters; a longer message quotes what somebody pasted, and is cut."""
_UNSHOWN = re.compile(r"(?P<blank>[\t-\r\x85\u2028\u2029]+)|[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
"""Ends of lines, orders to a terminal, and halves of characters."""


@dataclass(frozen=True, order=True)
class Place:
    """A spot in a file: its path relative to the root (forward slashes), line and column, both counted from 1."""

    file: str
    line: int = 1
    column: int = 1
    length: int = field(default=1, compare=False)
    """How many characters the caret underlines."""


@dataclass(frozen=True, order=True)
class Problem:
    """One thing an editor should mend (error) or may consider (note), in the editor's words."""

    place: Place
    message: str
    """One line, whatever of the content it quotes."""
    rule: str
    severity: Severity = "error"

    def __post_init__(self) -> None:
        if len(self.message) > _LONGEST_MESSAGE or _UNSHOWN.search(self.message):
            object.__setattr__(self, "message", _one_line(self.message))


def _one_line(message: str) -> str:
    """Return a message as one line that any terminal can show."""
    line = _UNSHOWN.sub(lambda found: " " if found["blank"] else "\ufffd", message)
    return line if len(line) <= _LONGEST_MESSAGE else f"{line[:_LONGEST_MESSAGE].rstrip()} …"


class ProblemsFound(Exception):
    """Content cannot be used as it stands; `problems` lists every reason found in the run."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__(f"{len(self.problems)} problems found")


_CLOSE = 0.7
"""How alike two words must be, from 0 to 1, to take one for the other misspelt."""
_LONGEST = 80
_SHOWN = 5
_PASTED = {"\u00a0": "a non-breaking space", "\u202f": "a non-breaking space", "\u200d": "an invisible joiner"}
_QUOTES = "“”„‟«»‘’‚‛"


def closest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word that `word` is most likely meant to be, or None when none is close."""
    names = {name.lower(): name for name in known}
    bare = word.translate(_TYPED).strip(" '\"@").lower()
    if bare in names:
        return names[bare]
    close = get_close_matches(bare[:_LONGEST], names, n=1, cutoff=_CLOSE)
    return names[close[0]] if close else None


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return `; did you mean "x"?` for the closest known word, or an empty string when none is close."""
    found = closest(word, known)
    if found is None:
        return ""
    pasted = next((name for sign, name in _PASTED.items() if sign in word), None)
    foreign = next((sign for sign in word if sign.isalpha() and not sign.isascii() and sign not in found), None)
    if foreign and found.isascii():
        return f'; the "{foreign}" in it only looks like one of our letters: type "{found}"'
    if any(sign in word for sign in _QUOTES):
        pasted = "a curly quotation mark"
    return f'; {pasted} was pasted in: type "{found}"' if pasted else f'; did you mean "{found}"?'


def one_of(word: str, known: Collection[str]) -> str:
    """Return `did_you_mean`, or else the first few of the known words."""
    names = [*known]
    more = " and others" if len(names) > _SHOWN + 1 else ""
    listed = ", ".join(names[:_SHOWN] if more else names)
    return did_you_mean(word, names) or (f"; there are: {listed}{more}" if names else "")


_TYPED = {
    **{ord(sign): "" for sign in (*_QUOTES, *_PASTED)},
    **{ord(dash): "-" for dash in "‐‑‒–—"},
}
"""What a word processor puts in place of plain signs -> what was meant."""
