"""The grade of a claim, rule by rule."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from macros.evidence import grade
from macros.model.claim import Claim
from macros.model.ids import Names
from macros.model.study import Study

CASES = yaml.safe_load(Path(__file__).with_name("grades.yml").read_text("utf-8"))
_CARD = {
    "population": "schools",
    "sample": "all",
    "years": "2020",
    "peer_reviewed": True,
    "interest": "none",
    "limit": "One place.",
    "seen": [{"what": "abstract", "where": "https://example.org/", "on": "2026-11-21"}],
}
_LINK = {"finding": "It held.", "locator": "abstract", "read_as": "abstract"}


def _claim(case: dict[str, Any]) -> Claim:
    given = {
        "id": "case",
        "title": case["name"],
        "statement": "One thing goes with another.",
        "does_not_prove": "That one brings about the other.",
        "evidence": [{**_LINK, **link} for link in case["evidence"]],
        "reviewed": {"on": "2026-11-21", "outcome": "new"},
        **case["claim"],
    }
    return Claim.model_validate(given, context=Names({}, case["studies"]))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_grade(case: dict[str, Any]) -> None:
    studies = {key: Study.model_validate({"id": key, **_CARD, **card}) for key, card in case["studies"].items()}
    found = grade(_claim(case), studies)
    assert found.level.value == case["level"]
    assert list(found.reasons) == case["reasons"]
    assert [population.value for population in found.borrowed] == case.get("borrowed", [])
    assert found.disputed is case.get("disputed", False)
