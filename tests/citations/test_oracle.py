"""Our citations beside citeproc-js: every difference is listed with its reason, and every listed one is still there."""

import shutil
import sys
from collections import Counter
from pathlib import Path

import pytest
import yaml

BENCH = Path(__file__).parents[2] / "bench" / "citations"
sys.path.insert(0, str(BENCH))

from compare import Comparison, ask, clusters, committed, compare, digest, items, order  # noqa: E402

from macros.citations.style import STYLES, Style  # noqa: E402

LISTED = yaml.safe_load((BENCH / "differences.yml").read_text("utf-8"))
LEAST = {"apa": 0.97, "chicago": 0.95, "mla": 0.95, "harvard": 0.95}


@pytest.fixture(scope="module", params=STYLES)
def comparisons(request: pytest.FixtureRequest) -> list[Comparison]:
    style = STYLES[request.param]
    return list(compare(style, committed(style)))


def test_differences_are_exactly_those_listed(comparisons: list[Comparison]) -> None:
    style = comparisons[0].style
    found = {(one.kind, one.name) for one in comparisons if not one.equal}
    places = [one["where"].get(style, {}) for one in LISTED]
    listed = [
        (kind, name)
        for where in places
        for kind, group in (("entry", "entries"), ("cluster", "clusters"))
        for name in where.get(group, ())
    ]
    assert found == set(listed)
    assert len(listed) == len(set(listed))


def test_agreement_is_as_high_as_promised(comparisons: list[Comparison]) -> None:
    style = comparisons[0].style
    total = Counter(one.kind for one in comparisons)
    equal = Counter(one.kind for one in comparisons if one.equal)
    assert all(equal[kind] / total[kind] >= LEAST[style] for kind in total)


def test_the_comparison_is_large_enough() -> None:
    assert len(items()) >= 100
    assert len(set(clusters())) >= 110


@pytest.mark.parametrize("style", STYLES.values(), ids=STYLES)
def test_the_oracle_answered_the_question_of_today(style: Style) -> None:
    assert committed(style)["question"] == digest(style)


@pytest.mark.parametrize("style", STYLES.values(), ids=STYLES)
def test_the_reference_lists_have_the_oracles_order(style: Style) -> None:
    ours, theirs = order(style, committed(style))
    assert ours == theirs


def test_the_committed_answers_are_the_oracles_own() -> None:
    if not (shutil.which("node") and (BENCH / "node_modules").is_dir()):
        assert all(committed(style)["entries"] for style in STYLES.values())
        return
    assert ask(STYLES["harvard"]) == committed(STYLES["harvard"])
