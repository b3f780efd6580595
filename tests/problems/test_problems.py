"""Each mistake that an editor can make has one document: what is given, and the exact report."""

from pathlib import Path
from typing import Any

import pytest

from macros.lint import check
from tests.problems.reporting import cases_of, holds
from tests.problems.tree import SOUND

HERE = Path(__file__).parent


@pytest.mark.parametrize("case", cases_of(HERE))
def test_report(case: dict[str, Any], tmp_path: Path) -> None:
    holds(case, tmp_path / "tree")


def test_the_sound_tree_has_no_problem() -> None:
    assert check(SOUND)[1] == ()
