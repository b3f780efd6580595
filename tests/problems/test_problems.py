"""Each mistake that an editor can make has one document: what is given, and the exact report."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from macros.lint import check
from macros.report import report
from macros.right_ways import RIGHT_WAYS
from tests.problems.tree import SOUND, plant

HERE = Path(__file__).parent
CASES = [
    pytest.param(case, id=f"{path.stem}: {case['name']}")
    for path in sorted(HERE.glob("*.yml"))
    for case in yaml.safe_load_all(path.read_text("utf-8"))
]
LONGEST = 30
"""Words that one message may have."""


@pytest.mark.parametrize("case", CASES)
def test_report(case: dict[str, Any], tmp_path: Path) -> None:
    root = plant(case["given"], tmp_path / "tree")
    problems = check(root)[1]
    assert report(problems, root) + "\n" * bool(problems) == case["expected"]
    assert all(len(problem.message.split()) <= LONGEST for problem in problems)
    assert {problem.rule for problem in problems} <= {*RIGHT_WAYS}


def test_the_sound_tree_has_no_problem() -> None:
    assert check(SOUND)[1] == ()
