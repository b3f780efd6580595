"""An overdue review is a note, counted to the newest date in the content and never to today."""

from pathlib import Path

import pytest

from macros.lint import check
from tests.problems.tree import plant

REVIEWED = "content/claims/plain-claim.yml"
SEEN = "content/studies/ash2001invented.yml"


def overdue(root: Path) -> list[str]:
    """Return the files whose review is called overdue."""
    return [problem.place.file for problem in check(root)[1] if problem.rule == "overdue-review"]


def with_last_reading(folder: Path, on: str) -> Path:
    """Return a sound handbook in which a source was last read on this day."""
    root = plant({}, folder / "tree")
    file = root / SEEN
    file.write_text(file.read_text("utf-8").replace("on: 2026-11-20", f"on: {on}"), "utf-8")
    assert on in file.read_text("utf-8")
    return root


def test_the_sound_handbook_has_none(tmp_path: Path) -> None:
    assert overdue(plant({}, tmp_path / "tree")) == []


@pytest.mark.parametrize(("newest", "is_overdue"), [("2028-05-20", False), ("2028-05-22", True), ("2035-01-01", True)])
def test_eighteen_months_are_counted_to_the_newest_date(tmp_path: Path, newest: str, is_overdue: bool) -> None:
    assert (REVIEWED in overdue(with_last_reading(tmp_path, newest))) is is_overdue
