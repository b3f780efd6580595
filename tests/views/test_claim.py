"""Facts about claims, wherever they are shown."""

import pytest

from tests.views.outline import Render

BORROWED = '<span class="hb-tag hb-tag--borrowed">borrowed from teachers</span>'
SHOWN_ON = [
    ("claims", "borrowed-claim"),
    ("claims", None),
    ("strategies", "tea-first"),
    ("strategies", None),
    ("situations", "nobody-talks"),
    ("pillars", "visionary"),
    ("guides", "first-cup"),
    ("studies", "ash2001invented"),
]


@pytest.mark.parametrize(("folder", "id"), SHOWN_ON)
def test_a_borrowed_claim_carries_its_tag_everywhere(render: Render, folder: str, id: str | None) -> None:
    body = render(folder, id).body
    assert body.count(BORROWED) == body.count("hb-grade--very-low") > 0


def test_who_disputes_a_claim_stands_before_the_first_section_of_its_page(render: Render) -> None:
    body = render("claims", "borrowed-claim").body
    assert body.index("Cedar (2005)") < body.index("\n## ")


def test_a_claim_that_nobody_disputes_says_when_and_where_a_dispute_was_looked_for(render: Render) -> None:
    said = "No dispute found. We looked on November 20, 2026: the three works in this handbook."
    assert said in render("claims", "plain-claim").body
    assert said in render("situations", "nobody-talks").body


def test_a_claim_says_what_it_does_not_prove_before_its_evidence(render: Render) -> None:
    body = render("claims", "borrowed-claim").body
    assert body.index("That tea makes anyone talk.") < body.index("Rooms with a kettle had more talk in them.")


def test_evidence_names_source_people_reading_place_raters_and_number(render: Render) -> None:
    body = render("claims", "borrowed-claim").body
    link = body[body.index('<li class="hb-evidence hb-evidence--supports">') :].split("</li>")[0]
    for words in ("(2001)", "Studied teachers", "Read as an abstract", "p. 4", "same people", "= .25", "whole schools"):
        assert words in link
    assert "(the claim is about leader teams in schools)" in link


def test_a_card_can_be_reported_and_opened_on_its_own_page(render: Render) -> None:
    body = render("strategies", "tea-first").body
    card = body[body.index('id="claim-borrowed-claim"') :].split("</details>")[0]
    assert 'href="/at/claims/borrowed-claim.md"' in card
    asked = "title=Error+in+claims/borrowed-claim&amp;where=claims/borrowed-claim"
    assert f'href="https://forge.example/issues/new?template=report-an-error.yml&amp;{asked}"' in card


def test_a_claim_has_no_card_on_its_own_page(render: Render) -> None:
    body = render("claims", "borrowed-claim").body
    assert "<details" not in body[: body.index("{ #references }")]


def test_a_claim_that_only_a_card_mentions_gets_a_card_too(render: Render) -> None:
    body = render("situations", "nobody-talks").body
    assert '<details class="hb-claim" id="claim-borrowed-claim">' in body


def test_the_table_of_claims_names_whom_each_is_about(render: Render) -> None:
    body = render("claims", None).body
    row = body[body.index("Tea goes with talk") :].split("</tr>")[0]
    assert "<td>Leader teams in schools</td>" in row
    assert '<th scope="row">' in body
