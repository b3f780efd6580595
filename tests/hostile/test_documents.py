"""Each way in which a change of content could do harm has one document: what is given, and the exact report."""

from pathlib import Path
from typing import Any

import pytest

from macros.lint import check
from tests.problems.reporting import cases_of, holds
from tests.problems.tree import plant

HERE = Path(__file__).parent


@pytest.mark.parametrize("case", cases_of(HERE))
def test_report(case: dict[str, Any], tmp_path: Path) -> None:
    holds(case, tmp_path / "tree")


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
