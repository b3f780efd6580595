"""Each way in which a change of content could do harm has one document: what is given, and the exact report."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from macros.lint import check
from macros.report import report
from macros.right_ways import RIGHT_WAYS
from tests.problems.test_problems import LONGEST
from tests.problems.tree import plant

HERE = Path(__file__).parent
CASES = [
    pytest.param(case, id=f"{path.stem}: {case['name']}")
    for path in sorted(HERE.glob("*.yml"))
    for case in yaml.safe_load_all(path.read_text("utf-8"))
]


@pytest.mark.parametrize("case", CASES)
def test_report(case: dict[str, Any], tmp_path: Path) -> None:
    root = plant(case["given"], tmp_path / "tree")
    problems = check(root)[1]
    assert report(problems, root) + "\n" * bool(problems) == case["expected"]
    assert all(len(problem.message.split()) <= LONGEST for problem in problems)
    assert {problem.rule for problem in problems if not problem.rule.startswith("bib-")} <= {*RIGHT_WAYS}


def test_a_hundred_thousand_fields_are_one_problem(tmp_path: Path) -> None:
    fields = "".join(f"field-{number}: tea\n" for number in range(100_000))
    root = plant({"files": {"content/terms/cup.yml": fields[: 2**20]}}, tmp_path / "tree")
    assert [problem.rule for problem in check(root)[1]] == ["too-many"]


def test_a_line_of_half_a_mebibyte_is_one_problem(tmp_path: Path) -> None:
    entry = f"title: {'a' * 2**19}\ndefinition: What tea is in.\n"
    root = plant({"files": {"content/terms/cup.yml": entry}}, tmp_path / "tree")
    assert [problem.rule for problem in check(root)[1]] == ["too-long-a-text"]


def test_shapes_a_hundred_thousand_deep_are_read(tmp_path: Path) -> None:
    picture = f'<svg xmlns="http://www.w3.org/2000/svg">{"<g>" * 100_000}{"</g>" * 100_000}</svg>'
    root = plant({"files": {"docs/assets/images/cup.svg": picture}}, tmp_path / "tree")
    assert check(root)[1] == ()
