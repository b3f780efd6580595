"""What a group needs stands on its paper, and in the file that it may change."""

import json

import pytest

from macros.citations.engine import Formatted
from macros.handbook import Handbook
from macros.print.guide import guide_data
from macros.print.tool_sheet import tool_data
from macros.print.tree import text_of
from macros.print.word_pages import closing, meeting
from macros.print.writing import Writing
from tests.print.conftest import BASE

GUIDE = "principals-across-schools"


@pytest.fixture(scope="module")
def writing(handbook: Handbook, formatted: Formatted) -> Writing:
    return Writing(handbook, formatted, BASE)


@pytest.fixture(scope="module")
def word(handbook: Handbook, formatted: Formatted) -> str:
    """Return a facilitator's Word file as the words of pandoc's tree."""
    data = guide_data(Writing(handbook, formatted, BASE), handbook.find("guides", GUIDE), "facilitator")
    blocks = [*(block for session in data["sessions"] for block in meeting(data, session)), *closing(data)]
    text = json.dumps(blocks, ensure_ascii=False)
    return text.replace('"}, {"t": "Space"}, {"t": "Str", "c": "', " ")


def test_a_sheet_says_how_to_use_it(handbook: Handbook, writing: Writing) -> None:
    said = text_of(tool_data(writing, handbook.find("tools", "warning-signs-check"))["use"])
    assert "Nobody collects this sheet." in said
    assert "from no study" in said


def test_the_words_of_a_grades_reasons_are_explained(handbook: Handbook, writing: Writing) -> None:
    data = guide_data(writing, handbook.find("guides", GUIDE), "participant")
    assert {"cross-sectional-survey", "quasi-experiment"} <= {term["id"] for term in data["terms"]}


@pytest.mark.parametrize(
    "words",
    [
        "The pages to read",
        "Seconds for each person in a group of 3, 7, or 12:",
        "On the table:",
        "Traps",
        "Leader with the dilemma:",
        "To bring, and to rehearse in ten minutes",
    ],
)
def test_the_file_to_edit_holds_what_the_pdf_holds(word: str, words: str) -> None:
    assert words in word


def test_every_meeting_says_what_to_bring_or_to_rehearse(handbook: Handbook) -> None:
    for guide in handbook.all("guides"):
        assert [session.title for session in guide.sessions if not session.rehearsal] == [], guide.id
