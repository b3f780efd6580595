"""Facts that hold for every page made from content."""

import re
from itertools import pairwise

import pytest

from macros.addresses import meeting_address
from macros.handbook import Handbook
from macros.model.collections import COLLECTIONS
from tests.views.outline import Render, outline

ROOT_IDS = {
    "pillars": "relationship-builder",
    "legs": "joint-work",
    "strategies": "tea-first",
    "situations": "nobody-talks",
    "claims": "borrowed-claim",
    "studies": "cedar2005invented",
    "terms": "tea",
    "protocols": "one-cup-each",
    "tools": "kettle-log",
    "guides": "first-cup",
    "cases": "oak-city",
    "paths": "one-cup",
    "corrections": "tea-is-no-cause",
}
ENTRIES = [*ROOT_IDS.items(), ("strategies", "talk-second"), ("claims", "plain-claim"), ("studies", "ash2001invented")]
PAGES = [*ENTRIES, *((folder, None) for folder in COLLECTIONS)]
every_page = pytest.mark.parametrize(("folder", "id"), PAGES)


def test_every_collection_is_shown_in_these_tests() -> None:
    assert set(ROOT_IDS) == set(COLLECTIONS)


@every_page
def test_headings_start_with_the_title_and_never_skip_a_level(render: Render, folder: str, id: str | None) -> None:
    levels = outline(render(folder, id).body).levels
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


@every_page
def test_tags_close_in_order_after_markdown(render: Render, folder: str, id: str | None) -> None:
    assert outline(render(folder, id).body).faults == []


@every_page
def test_a_place_is_named_once(render: Render, folder: str, id: str | None) -> None:
    ids = outline(render(folder, id).body).ids
    assert sorted(ids) == sorted(set(ids))


@every_page
def test_links_within_a_page_lead_to_a_place_on_it(render: Render, folder: str, id: str | None) -> None:
    found = outline(render(folder, id).body)
    assert {link[1:] for link in found.links if link.startswith("#")} <= set(found.ids)


@every_page
def test_links_to_pages_lead_to_pages_that_exist(
    render: Render, handbook: Handbook, folder: str, id: str | None
) -> None:
    addresses = {
        f"/{one.address}/{id}.md" for name, one in COLLECTIONS.items() for id in ("index", *handbook.entries[name])
    }
    meetings = ((guide.id, number) for guide in handbook.all("guides") for number in range(1, len(guide.sessions) + 1))
    addresses |= {meeting_address("guides", *meeting) for meeting in meetings}
    links = outline(render(folder, id).body).links
    assert {link.removeprefix("/at").partition("#")[0] for link in links if link.startswith("/at")} <= addresses


@every_page
def test_no_line_is_indented_so_that_markdown_makes_no_code_of_it(render: Render, folder: str, id: str | None) -> None:
    assert not re.search(r"^[ \t]", render(folder, id).body, re.MULTILINE)
    assert "<div" not in "".join(outline(render(folder, id).body).words)


@every_page
def test_scrolling_tables_can_be_reached_by_keyboard_and_have_a_caption(
    render: Render, folder: str, id: str | None
) -> None:
    body = render(folder, id).body
    scrolls = body.count('class="hb-scroll" tabindex="0" role="region" aria-label="')
    assert body.count("<table") == scrolls == body.count("<caption>")


@every_page
def test_descriptions_are_plain_text(render: Render, folder: str, id: str | None) -> None:
    description = render(folder, id).description
    assert description
    assert not set("<[*") & set(description)


@pytest.mark.parametrize(("folder", "id"), ENTRIES)
def test_an_entry_ends_with_evidence_then_references_then_its_neighbours(render: Render, folder: str, id: str) -> None:
    body = render(folder, id).body
    places = [body.find(mark) for mark in ("{ #evidence }", "{ #references }", '<nav class="hb-neighbours"')]
    shown = [place for place in places if place >= 0]
    assert shown == sorted(shown)
    assert places[-1] > 0


@every_page
def test_each_work_cited_on_a_page_stands_once_in_its_references(render: Render, folder: str, id: str | None) -> None:
    body = render(folder, id).body
    cited = set(re.findall(r'data-key="([^"]+)"', body))
    listed = re.findall(r'id="ref-([^"]+)"', body)
    assert cited <= set(listed)
    assert len(listed) == len(set(listed))


@every_page
def test_a_claim_that_a_page_leans_on_has_its_card_there(render: Render, folder: str, id: str | None) -> None:
    body = render(folder, id).body
    assert all(f'id="claim-{claim}"' in body for claim in re.findall(r'data-claim="([^"]+)"', body))


def test_markdown_and_html_in_a_title_are_shown_as_typed(render: Render) -> None:
    found = outline(render("strategies", "tea-first").body)
    assert "Tea first: `code`, *stars* & <b>tags</b>" in "".join(found.words)
    assert "b" not in found.tags
    assert render("strategies", "tea-first").title == "Tea first: `code`, *stars* & <b>tags</b>"


def test_html_and_braces_in_a_text_are_shown_as_typed(render: Render) -> None:
    found = outline(render("strategies", "talk-second").body)
    assert "script" not in found.tags
    assert "<script>alert(1)</script>" in "".join(found.words)
    assert "{{ 7 * 7 }}" in "".join(found.words)
