"""Inputs that once did harm, and inputs that would where a reader is careless: each with the rules that speak of it."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.fuzz.contract import answer
from tests.fuzz.tree import Input, Tree

HERE = Path(__file__).parent
CASES = [
    pytest.param(case, id=f"{path.stem}: {case['name']}")
    for path in sorted((HERE / "cases").glob("*.yml"))
    for case in yaml.safe_load(path.read_text("utf-8"))
]
MOST = 500
"""Problems of one file that somebody may have to scroll through."""


def input_of(case: dict[str, Any], tree: Tree) -> Input:
    """Return what a case gives: a text (with `scrap` so many times in its middle), bytes, or words that are changed."""
    file = case["file"]
    if "bytes" in case:
        return Input(file, bytes.fromhex(case["bytes"]))
    text = tree.sound[file].decode() if "changes" in case or case.get("sound") else ""
    for old, new in case.get("changes", {}).items():
        assert text.count(old) == 1, f"{old!r} must stand once in {file}"
        text = text.replace(old, new)
    scrap, size = case.get("scrap", ""), case.get("size", 0)
    long = "".join(scrap.replace("{n}", str(number)) for number in range(size // len(scrap))) if scrap else ""
    text += case.get("before", "") + long + case.get("after", "") + case.get("text", "")
    return Input(file, text.replace("\n", case.get("lines", "\n")).encode("utf-8", "surrogatepass"))


@pytest.mark.parametrize("case", CASES)
def test_case(case: dict[str, Any], tree: Tree) -> None:
    problems = answer(tree, input_of(case, tree))
    assert len(problems) <= MOST
    if "rules" in case:
        assert sorted({problem.rule for problem in problems}) == sorted(case["rules"])
