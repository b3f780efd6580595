"""`handbook prose`: advice on words, which never blocks anything."""

from collections.abc import Collection, Sequence
from pathlib import Path

from macros.advice.advising import Advised, advise
from macros.advice.reading_grade import grade_of
from macros.advice.tally import table
from macros.problems import Place, Problem
from macros.report import report


def prose(root: Path, paths: Sequence[str], form: str, worst: int | None) -> str:
    """Return the advice on all texts, or on those below `paths`, in one of the forms of `report`.

    With `worst`, only so many texts are shown: those with most to say about, then the hardest to read."""
    advised = [each for each in advise(root) if _wanted(each.passage.file, paths)]
    shown = _worst(advised)[:worst] if worst is not None else advised
    notes = [note for each in shown for note in each.notes()]
    missing = [] if form != "text" else [*_missing(root, paths)]
    printed = report([*missing, *notes], root, form)
    if form != "text":
        return printed
    count = f"{len(notes)} piece{'s' * (len(notes) != 1)} of advice; nothing here blocks a build"
    return "\n\n".join(part for part in (printed, table(each.passage for each in advised), count) if part)


def _wanted(file: str, paths: Sequence[str]) -> bool:
    named = [_tidied(path) for path in paths]
    return not named or any(path == "." or file == path or file.startswith(f"{path}/") for path in named)


def _tidied(path: str) -> str:
    return Path(path).as_posix()


def _missing(root: Path, paths: Sequence[str]) -> Collection[Problem]:
    message = "there is no such file or folder: name one below content/ or docs/"
    return [Problem(Place(_tidied(path)), message, "no-path", "note") for path in paths if not (root / path).exists()]


def _worst(advised: Sequence[Advised]) -> list[Advised]:
    return sorted(advised, key=lambda each: (-len(each.remarks), -(grade_of(each.passage) or 0.0)))
