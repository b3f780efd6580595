"""What is wrong with content, and where: places, problems, and the exception that carries them all."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Literal

Severity = Literal["error", "note"]


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
    rule: str
    severity: Severity = "error"


class ProblemsFound(Exception):
    """Content cannot be used as it stands; `problems` lists every reason found in the run."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__(f"{len(self.problems)} problems found")


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return `; did you mean "x"?` for the closest known word, or an empty string when none is close."""
    names = {name.lower(): name for name in known}
    close = get_close_matches(word.lower(), names, n=1, cutoff=0.6)
    return f'; did you mean "{names[close[0]]}"?' if close else ""
