"""Facts about guides and protocols, pillars and the map."""

from pathlib import Path

from macros.handbook import Handbook
from macros.views.cards import card, cards, doors, evidence, hero, listing, pillar_leg_map, references
from macros.views.meeting import meeting_page
from tests.views.outline import NewProse, Render


def test_notes_for_facilitators_never_stand_on_a_guides_page(render: Render) -> None:
    content = Path(__file__).parent / "handbook" / "content" / "guides" / "first-cup.yml"
    assert content.read_text("utf-8").count("SECRET NOTE") == 2
    assert "SECRET NOTE" not in render("guides", "first-cup").body


def test_an_agenda_has_a_column_of_minutes_for_each_length(render: Render) -> None:
    body = render("guides", "first-cup").body
    assert '<th scope="col">45 minutes</th><th scope="col">60 minutes</th>' in body
    assert '<span class="hb-clock">0:05</span> 40 min</td>' in body
    assert " 50 min</td>" in body


def test_a_meeting_has_its_own_page_without_notes_for_facilitators(handbook: Handbook, new_prose: NewProse) -> None:
    body = meeting_page(handbook, new_prose(), "first-cup", 1).body
    assert "{ #meeting-agenda }" in body
    assert "SECRET NOTE" not in body
    assert "Please bring no student data" in body


def test_a_guide_links_to_its_files_its_reading_and_its_protocols(render: Render) -> None:
    body = render("guides", "first-cup").body
    assert '<a href="first-cup.pdf">For a group (PDF)</a>' in body
    assert '<a href="/at/strategies/tea-first.md">Tea first</a> (2 minutes)' in body
    assert '<a href="/at/protocols/one-cup-each.md">' in body


def test_a_protocols_length_is_computed_for_the_groups_it_suits(render: Render) -> None:
    body = render("protocols", "one-cup-each").body
    for people, minutes in ((4, 13), (8, 21), (12, 29)):
        assert f"<dt>With {people} people</dt> <dd>{minutes} minutes</dd>" in body


def test_a_pillar_gives_credit_before_its_verdict(render: Render) -> None:
    body = render("pillars", "visionary").body
    assert body.index("Dogwood, 2010") < body.index("The verdict on visionary.")


def test_a_legs_other_name_is_told(render: Render) -> None:
    assert "Its authors also call it shared labor." in render("legs", "joint-work").body


def test_a_pillar_leads_to_its_cells_on_the_map(render: Render) -> None:
    anchor = "map-visionary-joint-work"
    assert f"/at/strategies/index.md#{anchor}" in render("pillars", "visionary").body
    assert f'id="{anchor}"' in render("strategies", None).body


def test_the_map_holds_each_strategy_where_its_pillar_meets_its_leg(handbook: Handbook, new_prose: NewProse) -> None:
    table = pillar_leg_map(handbook, new_prose())
    cell = table[table.index('id="map-visionary-joint-work"') :].split("</td>")[0]
    assert "/at/strategies/talk-second.md" in cell
    assert "tea-first" not in cell


def test_cards_and_lists_keep_to_the_pillar_that_is_named(handbook: Handbook, new_prose: NewProse) -> None:
    for show in (cards, listing):
        assert "tea-first" not in show(handbook, new_prose(), "strategies", pillar="visionary")
        assert "tea-first" in show(handbook, new_prose(), "strategies")


def test_every_collection_has_cards(handbook: Handbook, new_prose: NewProse) -> None:
    for folder, entries in handbook.entries.items():
        for id in entries:
            assert f"{id}.md" in card(handbook, new_prose(), folder, id)


def test_the_home_page_opens_with_one_heading_and_the_stool(handbook: Handbook, new_prose: NewProse) -> None:
    opening = hero(handbook, new_prose())
    assert opening.count("<h1>") == 1
    assert "<svg" in opening


def test_doors_are_the_leaders_own_sentences(handbook: Handbook, new_prose: NewProse) -> None:
    assert "Nobody talks in our meetings</a>" in doors(handbook, new_prose())


def test_references_and_evidence_of_a_page_that_uses_none_are_empty(handbook: Handbook, new_prose: NewProse) -> None:
    assert references(handbook, new_prose()) == evidence(handbook, new_prose()) == ""
