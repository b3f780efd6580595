"""One citation is read as Pandoc reads it."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from macros.citations.cluster import SyntaxProblem, parse_cluster
from macros.citations.locator import FORMS, read_locator

CASES = yaml.safe_load(Path(__file__).with_name("clusters.yml").read_text("utf-8"))
_EMPTY = {"prefix": "", "suffix": "", "locator": "", "label": "", "suppress_author": False}


@pytest.mark.parametrize("case", [case for case in CASES if "cites" in case], ids=lambda case: case["raw"])
def test_a_citation_is_read(case: dict[str, Any]) -> None:
    cluster = parse_cluster(case["raw"])
    read = [{name: getattr(cite, name) for name in ("key", *_EMPTY)} for cite in cluster.cites]
    assert read == [{**_EMPTY, **cite} for cite in case["cites"]]
    assert cluster.narrative == case.get("narrative", False)
    assert all(cluster.raw.startswith(cite.key, cite.offset) or "{" in cluster.raw for cite in cluster.cites)


@pytest.mark.parametrize("case", [case for case in CASES if "problem" in case], ids=lambda case: case["raw"])
def test_what_is_no_citation_is_named(case: dict[str, Any]) -> None:
    with pytest.raises(SyntaxProblem) as caught:
        parse_cluster(case["raw"])
    assert caught.value.message == case["problem"]


@pytest.mark.parametrize(("kind", "form"), [(kind, form) for kind, forms in FORMS.items() for form in forms.split("|")])
def test_every_label_announces_its_kind_of_locator(kind: str, form: str) -> None:
    locator = read_locator(f", {form} 12")
    assert locator is not None
    assert (locator.label, locator.value) == (kind, "12")
