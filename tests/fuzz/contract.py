"""What holds whatever a file holds: the check answers with problems in the editor's words, or the pages are sound."""

import re
from collections.abc import Iterable
from pathlib import Path
from zlib import crc32

from macros.lint import check
from macros.problems import Problem
from macros.report import FORMATS, report
from macros.right_ways import RIGHT_WAYS
from macros.summary import summary
from tests.fuzz.guard import guarded
from tests.fuzz.markup import misplaced
from tests.fuzz.narrow import OneFile
from tests.fuzz.pages import made_of
from tests.fuzz.tree import Input, Tree

PROGRAMMERS_WORDS = re.compile(
    r"Traceback|pydantic|Input should|Value error|object at 0x|NoneType|<class|\b[A-Za-z]+(?:Error|Exception)\b|Errno"
)
_WHOLE = 8
"""Of so many inputs one is asked about with the whole tree, whatever it holds by itself."""
LONGEST = 500
"""Characters of one message; what an editor wrote is quoted in it and must be cut."""
_OTHER_RULES = ("bare-statistic",)
"""Rules that share one example of right input."""


def warm_up(tree: Tree) -> None:
    """Draw every page of the sound tree once: what the program loads as it goes is then there, and can be watched."""
    handbook, problems = check(tree.root)
    assert handbook is not None, problems
    report(problems, tree.root)
    summary(problems, tree.root, "")
    for file in tree.sound:
        for page, html in made_of(handbook, file).items():
            assert not (found := misplaced(html)), f"{page} holds {found}"


def answer(tree: Tree, given: Input) -> tuple[Problem, ...]:
    """Check the tree with an input in it and, where it has no errors, draw its pages; raises where one is unsound."""
    with tree.holding(given) as root:
        with guarded(root):
            handbook, problems = check(root)
            printed = [report(problems, root, form) for form in FORMATS]
            printed.append(summary(problems, root, "https://example.org/"))
            pages = made_of(handbook, given.file) if handbook else {}
        _problems_are_sound(problems, given, root)
        for text in printed:
            text.encode("utf-8")
    for page, html in pages.items():
        assert not (found := misplaced(html)), f"{page} holds {found}"
    return problems


def answer_alone(tree: Tree, one: OneFile, given: Input) -> tuple[Problem, ...]:
    """Ask about the file alone, and about the whole tree where that finds nothing, or by chance; raises as `answer`."""
    if crc32(given.data) % _WHOLE:
        with tree.holding(given) as root:
            with guarded(root):
                outcome = one.outcome(given, root)
            if outcome is not None:
                _problems_are_sound(outcome.problems, given, root)
                assert not (found := misplaced("".join(outcome.html))), f"a text becomes {found}"
        if outcome is not None and (outcome.html or any(each.severity == "error" for each in outcome.problems)):
            return outcome.problems
    return answer(tree, given)


def _problems_are_sound(problems: Iterable[Problem], given: Input, root: Path) -> None:
    text = given.data.decode("utf-8", "replace")
    for problem in problems:
        message = problem.message
        assert message.strip(), "a message is empty"
        assert "\n" not in message, f"a message has several lines: {message!r}"
        assert len(message) <= LONGEST, f"a message is too long: {message!r}"
        for word in PROGRAMMERS_WORDS.findall(message):
            assert word in text, f"a message speaks to programmers: {message!r}"
        assert problem.rule in RIGHT_WAYS or problem.rule.startswith("bib-") or problem.rule in _OTHER_RULES, problem
        _place_exists(problem, root)


def _place_exists(problem: Problem, root: Path) -> None:
    place = problem.place
    assert place.line >= 1, problem
    assert place.column >= 1, problem
    assert (root / place.file).exists(), f"there is no file {place.file!r}: {problem}"
    lines = _lines((root / place.file).read_bytes()) if (root / place.file).is_file() else [""]
    assert place.line <= len(lines), f"there is no line {place.line} of {len(lines)}: {problem}"
    assert place.column <= len(lines[place.line - 1]) + 1, f"there is no column {place.column}: {problem}"


def _lines(data: bytes) -> list[str]:
    wide = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    text = data.decode("utf-16", "replace") if wide else data.decode("utf-8-sig", "surrogateescape")
    return re.split("\r\n|\r|\n", text)
