"""`handbook prose`: advice on words, which never blocks anything."""

from collections.abc import Sequence
from pathlib import Path

from macros.advice.advising import Advised, advise
from macros.advice.reading_grade import grade_of
from macros.advice.tally import table
from macros.problems import Place, Problem
from macros.report import report


def prose(root: Path, paths: Sequence[str], form: str, worst: int | None) -> str:
    """Return the advice on all texts, or on those below `paths`, in one of the forms of `report`.

    With `worst`, only so many texts are shown: those with most to say about, then the hardest to read."""
    wanted = [_below(root, path) for path in paths]
    advised = [each for each in advise(root) if _is_wanted(each.passage.file, wanted)]
    shown = _worst(advised)[:worst] if worst is not None else advised
    notes = [note for each in shown for note in each.notes()]
    missing = [] if form != "text" or advised else [_nothing_here(*wanted)]
    printed = report([*missing, *notes], root, form)
    if form != "text":
        return printed
    count = f"{len(notes)} piece{'s' * (len(notes) != 1)} of advice; nothing here blocks a build"
    return "\n\n".join(part for part in (printed, table(each.passage for each in advised), count) if part)


def _below(root: Path, path: str) -> str:
    """Return a path as files are called in reports: relative to the root, with forward slashes."""
    given = Path(path)
    if given.is_absolute() and given.resolve().is_relative_to(root.resolve()):
        given = given.resolve().relative_to(root.resolve())
    return given.as_posix()


def _is_wanted(file: str, wanted: Sequence[str]) -> bool:
    return not wanted or any(path == "." or file == path or file.startswith(f"{path}/") for path in wanted)


def _nothing_here(path: str = "content", *others: str) -> Problem:
    message = "there is nothing to read here: name a file or folder below content/ or docs/"
    return Problem(Place(path), message, "no-path", "note")


def _worst(advised: Sequence[Advised]) -> list[Advised]:
    return sorted(advised, key=lambda each: (-len(each.remarks), -(grade_of(each.passage) or 0.0)))
