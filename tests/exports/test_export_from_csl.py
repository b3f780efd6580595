"""CSL-JSON to TeX: each case is a line in from_csl.yml."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from macros.bibliography.dates import edtf
from macros.exports.tex_values import date_field, names_field, tex

CASES = yaml.safe_load((Path(__file__).parent / "from_csl.yml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES["tex"], ids=lambda case: case["csl"])
def test_rich_text_becomes_tex(case: Mapping[str, Any]) -> None:
    found = tex(case["csl"])
    assert case["tex"] in found if case.get("inside") else found == case["tex"]
    assert found.count("{") - found.count(r"\{") == found.count("}") - found.count(r"\}")


@pytest.mark.parametrize("case", CASES["names"], ids=lambda case: case["tex"])
def test_names_become_a_list(case: Mapping[str, Any]) -> None:
    assert names_field(case["csl"]) == case["tex"]


@pytest.mark.parametrize("case", CASES["dates"], ids=lambda case: str(case["edtf"]))
def test_dates_become_edtf_and_come_back(case: Mapping[str, Any]) -> None:
    assert date_field(case["csl"]) == str(case["edtf"])
    assert edtf(str(case["edtf"])) == case["csl"]


def test_tags_that_never_match_break_nothing() -> None:
    assert tex("</i>" * 5000 + "x" + "<i>" * 5000).count("{") == 5000
