"""HTML that could act is found, however it is written; what stands there as words is not."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from macros.live_html import acts_in_markdown, acts_in_page

CASES = yaml.safe_load(Path(__file__).with_name("cases.yml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=[case["fact"] for case in CASES])
def test_acts(case: dict[str, Any]) -> None:
    assert [f"{act.kind} {act.sign}" for act in acts_in_page(case["given"])] == case["page"]
    assert [f"{act.kind} {act.sign}" for act in acts_in_markdown(case["given"])] == case["markdown"]
