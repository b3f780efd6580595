"""Mistakes as documents: what is given, and the exact report."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from macros.lint import check
from macros.report import report
from macros.right_ways import RIGHT_WAYS
from tests.problems.tree import plant

LONGEST = 30
"""Words that one message may have."""


def cases_of(folder: Path) -> list[Any]:
    """Return each case of the documents in a folder, as a parameter of a test."""
    return [
        pytest.param(case, id=f"{path.stem}: {case['name']}")
        for path in sorted(folder.glob("*.yml"))
        for case in yaml.safe_load_all(path.read_text("utf-8"))
    ]


def holds(case: dict[str, Any], root: Path) -> None:
    """Assert that the check of what a case gives, planted at `root`, says exactly what the case expects."""
    planted = plant(case["given"], root)
    problems = check(planted)[1]
    assert report(problems, planted) + "\n" * bool(problems) == case["expected"]
    assert all(len(problem.message.split()) <= LONGEST for problem in problems)
    assert {problem.rule for problem in problems} <= {*RIGHT_WAYS}
