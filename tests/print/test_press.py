"""The press: the same bytes every time, a cache that is safe to lose, and refusals that name the place."""

from pathlib import Path

import pytest

from macros.problems import ProblemsFound
from tests.print.conftest import Press

NO = "the handbook's fonts have no"
GUIDE = Path("content/guides/first-cup.yml")


def _edit(root: Path, file: Path, old: str, new: str) -> None:
    text = (root / file).read_text("utf-8")
    assert old in text
    (root / file).write_text(text.replace(old, new, 1), "utf-8")


def test_a_second_print_without_the_cache_has_the_same_bytes(tree: Path, press: Press, tmp_path: Path) -> None:
    first = [one.path.read_bytes() for one in press(tree)]
    for kept in (tmp_path / "cache").iterdir():
        kept.unlink()
    assert [one.path.read_bytes() for one in press(tree)] == first


def test_what_is_on_the_shelf_is_not_made_again(tree: Path, press: Press) -> None:
    made: list[str] = []
    press(tree, progress=made.append)
    assert sorted(made) == ["printing first-cup-facilitator.pdf", "printing first-cup-participant.pdf"]
    press(tree, progress=made.append)
    assert sorted(made) == ["printing first-cup-facilitator.pdf", "printing first-cup-participant.pdf"]


def test_a_changed_text_is_printed_again(tree: Path, press: Press) -> None:
    before = [one.path.read_bytes() for one in press(tree)]
    _edit(tree, GUIDE, "Pour the tea.", "Pour the coffee.")
    assert all(one.path.read_bytes() != old for one, old in zip(press(tree), before, strict=True))


def test_a_note_for_the_facilitator_changes_her_edition_only(tree: Path, press: Press) -> None:
    before = {one.path: one.path.read_bytes() for one in press(tree)}
    _edit(tree, GUIDE, "about silence", "about noise")
    changed = {one.edition for one in press(tree) if one.path.read_bytes() != before[one.path]}
    assert changed == {"facilitator"}


@pytest.mark.parametrize("damage", [b"", b"%PDF-1.7 half", b"\x00" * 64])
def test_a_damaged_file_on_the_shelf_is_made_again(tree: Path, press: Press, tmp_path: Path, damage: bytes) -> None:
    first = [one.path.read_bytes() for one in press(tree)]
    for kept in (tmp_path / "cache").iterdir():
        kept.write_bytes(damage)
    assert [one.path.read_bytes() for one in press(tree)] == first


def test_a_shelf_that_cannot_be_written_costs_only_time(tree: Path, press: Press, tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file where the folder should be")
    assert len(press(tree)) == 4


def test_one_edition_on_one_paper(tree: Path, press: Press) -> None:
    (one,) = press(tree, editions=("participant",), papers=("a4",))
    assert one.path.name == "first-cup-participant-a4.pdf"


def test_a_guide_that_is_not_named_is_not_printed(tree: Path, press: Press) -> None:
    assert press(tree, only=("another",)) == ()


@pytest.mark.parametrize(
    ("file", "old", "new", "message"),
    [
        (GUIDE, "Pour the tea.", "Pour the 茶.", f"do cannot be printed: {NO} 茶: use a word instead"),
        (GUIDE, "title: Arrive", "title: Arrive 🙂", f"title cannot be printed: {NO} 🙂: use a word instead"),
        (
            Path("content/claims/borrowed-claim.yml"),
            "does_not_prove: ",
            "does_not_prove: Щ ",
            f"does_not_prove cannot be printed: {NO} Щ: use a word instead",
        ),
    ],
)
def test_a_text_that_cannot_be_set_is_named_with_its_place(
    tree: Path, press: Press, file: Path, old: str, new: str, message: str
) -> None:
    _edit(tree, file, old, new)
    with pytest.raises(ProblemsFound) as found:
        press(tree)
    (problem,) = found.value.problems
    assert problem.message == message
    lines = (tree / file).read_text("utf-8").splitlines()
    strange = message.split(" no ")[1][0]
    assert problem.place.file == file.as_posix()
    assert lines[problem.place.line - 1][problem.place.column - 1] == strange
