"""Whatever a file holds: problems in the editor's words at places that exist, or pages in which nothing runs."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from tests.fuzz.contract import answer, answer_alone
from tests.fuzz.kinds import kinds
from tests.fuzz.narrow import OneFile
from tests.fuzz.tree import Input, Tree

KINDS = ("yaml", "bibtex", "citations", "markdown", "docs")
BOUNDED = settings(
    max_examples=120,
    derandomize=True,
    database=None,
    deadline=None,
    phases=(Phase.generate, Phase.shrink),
    suppress_health_check=list(HealthCheck),
)


def test_every_kind_is_asked(tree: Tree) -> None:
    assert tuple(kinds(tree)) == KINDS


@pytest.mark.parametrize("kind", KINDS)
def test_inputs(kind: str, tree: Tree) -> None:
    one = OneFile(tree.root)

    @BOUNDED
    @given(kinds(tree)[kind])
    def holds(given: Input) -> None:
        answer_alone(tree, one, given)

    holds()


def test_the_sound_files_are_sound(tree: Tree) -> None:
    for file, data in tree.sound.items():
        assert not [each for each in answer(tree, Input(file, data)) if each.severity == "error"]


def test_the_folder_of_the_tree_is_as_it_was(tree: Tree) -> None:
    files = sorted(path for path in tree.root.rglob("*") if path.is_file() and path.suffix != ".png")
    assert {Path(path).relative_to(tree.root).as_posix(): path.read_bytes() for path in files} == tree.sound
