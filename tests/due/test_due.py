"""A review holds for so many months, by kind of entry; a day that a month lacks becomes its last."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from macros.due import MONTHS, due
from macros.model.collections import COLLECTIONS

CASES = yaml.safe_load((Path(__file__).parent / "cases.yml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['folder']} of {case['reviewed']}")
def test_due(case: dict[str, Any]) -> None:
    assert due(case["folder"], case["reviewed"]) == case["due"]


def test_every_kind_that_carries_a_review_has_a_term_and_no_other() -> None:
    reviewed = {folder for folder, one in COLLECTIONS.items() if "reviewed" in one.model.model_fields}
    assert {*MONTHS} == reviewed


def test_a_review_never_falls_due_before_it_was_made() -> None:
    assert all((last := due(folder, date(2026, 11, 21))) and last > date(2026, 11, 21) for folder in MONTHS)
