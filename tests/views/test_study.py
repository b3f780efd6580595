"""Facts about the page of a cited work, and the list of all works."""

import pytest

from tests.views.outline import Render


def test_fields_that_nobody_saw_are_printed_as_not_seen(render: Render) -> None:
    body = render("studies", "cedar2005invented").body
    for name in ("Country", "Sample", "Years of the data", "Peer review"):
        assert f'<dt>{name}</dt><dd><em class="hb-unseen">not seen</em></dd>' in body


def test_a_pooled_design_is_named(render: Render) -> None:
    assert "3 studies. For a grade it counts as this design: case study" in render("studies", "cedar2005invented").body


def test_the_place_of_reading_is_named_but_never_linked(render: Render) -> None:
    body = render("studies", "ash2001invented").body
    assert "Abstract, at mirror.example, on November 20, 2026" in body
    assert "https://mirror.example" not in body


def test_a_work_shows_which_claims_it_supports_and_which_it_disputes(render: Render) -> None:
    assert "## Claims it supports" in render("studies", "ash2001invented").body
    assert "## Claims it disputes" in render("studies", "cedar2005invented").body
    assert "## Claims it supports" not in render("studies", "cedar2005invented").body


def test_a_notice_stands_above_the_card(render: Render) -> None:
    body = render("studies", "cedar2005invented").body
    assert body.index("<strong>Corrected</strong>: notice of January 31, 2006.") < body.index("{ #study-card }")


def test_the_limit_and_the_people_studied_go_with_each_reference(render: Render) -> None:
    body = render("strategies", "tea-first").body
    reference = body[body.index('id="ref-ash2001invented"') :].split("</li>")[0]
    for words in ("Teachers (40 teachers)", "Forty teachers in one invented town.", "/at/sources/ash2001invented.md"):
        assert words in reference


@pytest.mark.parametrize("key", ["ash2001invented", "cedar2005invented", "dogwood2010invented"])
def test_the_list_of_sources_holds_every_work(render: Render, key: str) -> None:
    assert f'<li id="ref-{key}" ' in render("studies", None).body


def test_a_page_that_leans_on_a_claim_cites_the_works_behind_it(render: Render) -> None:
    body = render("studies", "ash2001invented").body
    assert "/at/guides/first-cup.md" in body[body.index("{ #used }") :]
    entry = render("studies", None).body.partition('id="ref-ash2001invented"')[2].split("</li>")[0]
    assert "Cited on 11 pages" in entry


@pytest.mark.parametrize("way", ["By design", "By pillar", "By leg", "By year"])
def test_the_list_of_sources_can_be_read_by_design_pillar_leg_and_year_without_scripts(
    render: Render, way: str
) -> None:
    body = render("studies", None).body
    assert f"<summary>{way}</summary>" in body
    folds = body[: body.index("{ #works }")]
    assert folds.count('href="#ref-ash2001invented"') == 4
