"""Each case in the .yml files here is a .bib file, with the CSL-JSON and the problems that must come of it."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from macros.bibliography import lint_bibliography, read_bibliography
from macros.problems import Problem

HERE = Path(__file__).parent
CASES = [
    pytest.param(case, id=f"{path.stem}: {case['fact']}")
    for path in sorted(HERE.glob("*.yml"))
    for case in yaml.safe_load(path.read_text(encoding="utf-8"))
]


def shown(problem: Problem) -> str:
    kind = "note: " if problem.severity == "note" else ""
    return f"{problem.place.line}:{problem.place.column}: {kind}{problem.message} ({problem.rule})"


@pytest.mark.parametrize("case", CASES)
def test_bibliography(case: dict[str, Any], tmp_path: Path) -> None:
    path = tmp_path / "references.bib"
    path.write_bytes(case["bib"].encode("utf-8"))
    bibliography, problems = read_bibliography(path)
    assert [shown(problem) for problem in problems] == case.get("problems", [])
    for key, expected in case.get("csl", {}).items():
        found = bibliography.works[key].csl
        assert {name: found.get(name) for name in expected} == expected
    if "keys" in case:
        assert list(bibliography.works) == case["keys"]
    if "lint" in case:
        found = lint_bibliography(bibliography, case.get("unseen", {}), case.get("latest_year"))
        assert [shown(problem) for problem in sorted(set(found))] == case["lint"]
