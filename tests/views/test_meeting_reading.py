"""What a meeting gives to read is counted from the words of the pages, and there is time for it in the meeting."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from macros.handbook import Handbook
from macros.lint import load
from macros.model.guide import Guide, Session
from macros.model.vocabulary import PartKind
from macros.print.session import sessions
from macros.print.writing import Writing
from macros.prose import Prose, format_site
from macros.views.entry import page_text, reading_minutes
from macros.views.reading_time import minutes
from macros.views.sheet import Sheet
from tests.views.outline import NewProse

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def real() -> Sheet:
    """A sheet on the handbook itself."""
    handbook = load(ROOT)
    formatted = format_site(handbook, "apa", ROOT / ".cache" / "citations")
    return Sheet(handbook, Prose(handbook, formatted, lambda address: address))


def _meetings(sheet: Sheet) -> Iterator[tuple[Guide, Session]]:
    for guide in sheet.handbook.all("guides"):
        yield from ((guide, session) for session in guide.sessions)


def test_a_page_takes_the_minutes_that_a_reading_path_counts(handbook: Handbook, new_prose: NewProse) -> None:
    sheet = Sheet(handbook, new_prose())
    page = "/strategies/tea-first.md"
    assert reading_minutes(sheet, page) == minutes(page_text(sheet, page)) == 2


def test_a_section_takes_the_minutes_of_its_own_words(handbook: Handbook, new_prose: NewProse) -> None:
    assert reading_minutes(Sheet(handbook, new_prose()), "/strategies/tea-first.md#steps") == 1


def test_paper_says_the_same_minutes_as_the_site(handbook: Handbook, new_prose: NewProse) -> None:
    writing = Writing(handbook, new_prose().formatted, "https://handbook.example/")
    (meeting, *_) = sessions(writing, handbook.find("guides", "first-cup"), facilitator=False)
    assert [one["takes"] for one in meeting["reading"]] == ["2 minutes"]


def test_a_meeting_of_any_length_has_time_for_what_it_gives_to_read(real: Sheet) -> None:
    for guide, session in _meetings(real):
        takes = sum(reading_minutes(real, one.page) for one in session.reading)
        for part in session.parts:
            if part.kind is PartKind.READING:
                assert takes <= min(part.minutes.values()), (guide.id, session.title, takes)
