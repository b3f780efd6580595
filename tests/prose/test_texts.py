"""Markdown fields as a reader gets them, and what content can never do."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from macros.handbook import Handbook, read
from macros.prose import Prose, format_site, plain

CASES = yaml.safe_load(Path(__file__).with_name("texts.yml").read_text("utf-8"))


@pytest.fixture(scope="module")
def handbook() -> Handbook:
    found = read(Path(__file__).parents[2]).handbook
    assert found is not None
    return found


@pytest.fixture(scope="module")
def prose(handbook: Handbook) -> Prose:
    extra = ("[@bryk2002trust]", "@bryk2002trust")
    whole = replace(handbook, clusters=(*handbook.clusters, *extra))
    return Prose(handbook, format_site(whole, "apa", None), lambda address: f"LOCATED{address}")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_text(prose: Prose, case: dict[str, Any]) -> None:
    assert str(prose.block(case["text"])) == case["html"]


def test_a_claim_shows_its_sources_and_its_grade(prose: Prose) -> None:
    html = prose.inline("It holds [=program-coherence].")
    assert 'data-key="newmann2001instructional"' in html
    assert 'href="#claim-program-coherence"' in html
    assert "hb-grade--" in html
    assert prose.claims[-1] == "program-coherence"


def test_a_borrowed_claim_says_so_in_the_sentence(prose: Prose) -> None:
    assert "borrowed from" in prose.inline("It may [=leader-team-belief].")


def test_a_number_is_drawn_from_its_claim_as_apa_prints_it(prose: Prose) -> None:
    assert "<i>r</i> = .35" in prose.inline("So [=team-efficacy-performance:value].")
    assert "<i>d</i> = 1.57" in prose.inline("So [=number-157:value].")


def test_a_description_is_bare_words() -> None:
    assert plain("**Trust** [matters](/legs/index.md) [@bryk2002trust], says\none `x`.") == "Trust matters, says one x."


@pytest.mark.parametrize("folder", ["strategies", "claims", "pillars"])
def test_no_description_holds_marks(handbook: Handbook, folder: str) -> None:
    for entry in handbook.all(folder):
        words = plain(getattr(entry, "summary", None) or entry.statement)
        assert not {"[", "*", "<", "@"} & set(words), words
