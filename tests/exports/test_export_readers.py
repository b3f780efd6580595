"""RIS and CSL-JSON of other programs: each case is a document in ris.yml or csl_json.yml."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from macros.exports.csl_reading import read_csl_json
from macros.exports.found import Found
from macros.exports.ris_reading import read_ris
from macros.problems import Problem

HERE = Path(__file__).parent
Reader = Callable[[str, str], tuple[list[Found], list[Problem]]]
READERS: Mapping[str, tuple[Reader, str]] = {"ris": (read_ris, "x.ris"), "csl_json": (read_csl_json, "x.json")}
CASES = [
    pytest.param(form, case, id=f"{form}: {case['fact']}")
    for form in READERS
    for case in yaml.safe_load((HERE / f"{form}.yml").read_text("utf-8"))
]


ODD = ["[" * 100_000, "TY  - " * 50_000, "{" * 1000, "\x00", "ER  - \n" * 1000, '[{"type": 1e999}]']


@pytest.mark.parametrize(("form", "case"), CASES)
def test_a_file_is_read(form: str, case: Mapping[str, Any]) -> None:
    read, file = READERS[form]
    found, problems = read(case["given"], file)
    told = [f"{p.place.file}:{p.place.line}:{p.place.column}: {p.message}" for p in sorted(problems)]
    assert told == case.get("problems", [])
    if "items" in case:
        items = [{name: value for name, value in one.item.items() if name != "id"} for one in found]
        assert [_sorted(item) for item in items] == [_sorted(item) for item in case["items"]]


def _sorted(item: Mapping[str, Any]) -> dict[str, Any]:
    names = sorted(item.get("author", []), key=lambda name: str(name.get("family") or name.get("literal")))
    return {**item, "author": names} if names else dict(item)


@pytest.mark.parametrize("form", READERS)
@pytest.mark.parametrize("text", ODD)
def test_no_text_is_too_odd_to_be_answered(form: str, text: str) -> None:
    read, file = READERS[form]
    found, problems = read(text, file)
    assert found or problems
    assert all(len(problem.message.split()) <= 30 for problem in problems)
