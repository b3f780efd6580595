"""Guides against protocols and sizes of groups."""

from pathlib import Path

import pytest

from macros.addresses import Addresses
from macros.bibliography import read_bibliography
from macros.content_files import find
from macros.entries import read_entries
from macros.guide_rules import problems_of_guides
from macros.problems import Problem
from macros.text_rules import TextContext
from tests.print.conftest import ROOT

GUIDE = Path("content/guides/first-cup.yml")


def _problems(root: Path) -> list[Problem]:
    files = find(root)
    bibliography, _ = read_bibliography(root / "references.bib", "references.bib")
    context = TextContext(Addresses(root, files.files, {}), bibliography.works, files.files["claims"])
    return list(problems_of_guides(read_entries(files, bibliography, context)))


def _edited(root: Path, old: str, new: str) -> list[Problem]:
    text = (root / GUIDE).read_text("utf-8")
    assert old in text
    (root / GUIDE).write_text(text.replace(old, new, 1), "utf-8")
    return _problems(root)


def test_the_handbooks_own_guides_keep_the_rules() -> None:
    assert _problems(ROOT) == []


def test_a_guide_whose_groups_the_protocol_suits_has_no_problem(tree: Path) -> None:
    assert _problems(tree) == []


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "most: 10",
            "most: 40",
            "one-cup-each is made for 3 to 12 people and this guide for 4 to 40: "
            "say under otherwise what the others do",
        ),
        (
            "fewest: 4",
            "fewest: 2",
            "one-cup-each is made for 3 to 12 people and this guide for 2 to 10: "
            "say under otherwise what the others do",
        ),
    ],
)
def test_a_protocol_that_does_not_fit_is_shown_where_it_is_named(tree: Path, old: str, new: str, message: str) -> None:
    (problem,) = _edited(tree, old, new)
    assert problem.message == message
    line = (tree / GUIDE).read_text("utf-8").splitlines()[problem.place.line - 1]
    assert line[problem.place.column - 1 :] == "one-cup-each"


def test_saying_what_other_sizes_do_settles_it(tree: Path) -> None:
    _edited(tree, "most: 10", "most: 40")
    said = "protocol: one-cup-each\n        otherwise: Sit at tables of six."
    assert _edited(tree, "protocol: one-cup-each", said) == []


def test_a_turn_must_leave_time_for_a_sentence(tree: Path) -> None:
    note = "        facilitator: SECRET NOTE about silence."
    (problem,) = _edited(tree, note, "        turns: 3\n        facilitator: x")
    assert problem.message == "with 10 people each has 10 seconds here: give the part more minutes"
    line = (tree / GUIDE).read_text("utf-8").splitlines()[problem.place.line - 1]
    assert line.strip() == "45: 5"
