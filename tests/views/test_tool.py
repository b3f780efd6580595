"""Facts about the page of a tool, and of a strategy that it serves."""

from macros.handbook import Handbook
from macros.views.page import entry_page
from tests.views.outline import NewProse, Render, outline


def test_a_tool_says_what_it_is_for_how_long_it_takes_and_who_fills_it_in(render: Render) -> None:
    body = render("tools", "kettle-log").body
    top = body[: body.index("\n## ")]
    for words in ("Keeps count of the cups.", "5 minutes", "the team’s pourer", "/at/strategies/talk-second.md"):
        assert words in top
    assert 'href="first-cup.pdf"' in top


def test_the_sheet_stands_on_the_page_as_on_paper(render: Render) -> None:
    sheet = render("tools", "kettle-log").body.partition("{ #sheet }")[2]
    shown = ("Who would like tea?", "Cups", "Green", "1 Cold", "5 Hot", "Water", "By whom")
    places = [sheet.index(words) for words in shown]
    assert places == sorted(places)
    assert sheet.count("<td></td>") == 4 * 2 + 2
    assert sheet.count("<span></span>") == 2 * 2


def test_a_sheet_asks_for_no_student(render: Render) -> None:
    assert "no names of students" in render("tools", "kettle-log").body


def test_a_strategy_names_its_sheets_after_its_steps_and_not_again_below(render: Render) -> None:
    body = render("strategies", "tea-first").body
    assert body.count("/at/tools/kettle-log.md") == 1
    assert body.index("{ #steps }") < body.index("/at/tools/kettle-log.md") < body.index("{ #when-to-use }")


def test_one_page_to_print_is_offered_between_the_facts_and_the_first_section(
    handbook: Handbook, new_prose: NewProse
) -> None:
    files = {"One page to print (PDF)": "guides/one-page/x.pdf", "Another file": "y.pdf"}
    for folder, id in (("strategies", "tea-first"), ("pillars", "visionary"), ("legs", "joint-work")):
        body = entry_page(handbook, new_prose(), folder, id, files).body
        place = body.index('href="guides/one-page/x.pdf"')
        assert body.index('class="hb-verdict"') < place < body.index("\n## ")
        assert outline(body).links.count("guides/one-page/x.pdf") == 1
