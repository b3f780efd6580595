"""What stands on the pages of a guide."""

import pytest

from macros.citations.engine import Formatted
from macros.handbook import Handbook
from macros.model.guide import Guide
from macros.print.printing import Printed
from macros.print.session import prompts_of
from macros.print.tree import text_of
from macros.print.writing import Writing
from tests.print.conftest import BASE
from tests.print.pdf import pages, squeezed


@pytest.fixture(scope="session")
def words(printed: tuple[Printed, ...]) -> dict[str, list[str]]:
    """Return, by file name, the words of each page of the files on Letter paper; A4 has the same source."""
    return {one.path.name: pages(one.path) for one in printed if one.paper == "letter"}


@pytest.fixture(scope="session")
def writing(handbook: Handbook, formatted: Formatted) -> Writing:
    return Writing(handbook, formatted, BASE)


def _files(printed: tuple[Printed, ...], handbook: Handbook) -> list[tuple[str, Printed, Guide]]:
    letters = [one for one in printed if one.paper == "letter"]
    return [(one.path.name, one, handbook.find("guides", one.guide_id)) for one in letters]


def test_every_question_stands_in_every_edition_in_order_with_its_number(
    printed: tuple[Printed, ...], handbook: Handbook, writing: Writing, words: dict[str, list[str]]
) -> None:
    for name, _, guide in _files(printed, handbook):
        text, at = "".join(words[name]), 0
        for number, ask in prompts_of(guide):
            found = text.find(squeezed(text_of(writing.blocks(ask))), at)
            assert found > 0, (name, number)
            assert str(number) in text[max(0, found - 40) : found], (name, number)
            at = found


def test_no_question_is_split_over_two_pages(
    printed: tuple[Printed, ...], handbook: Handbook, writing: Writing, words: dict[str, list[str]]
) -> None:
    for name, _, guide in _files(printed, handbook):
        for _, ask in prompts_of(guide):
            assert any(squeezed(text_of(writing.blocks(ask))) in page for page in words[name]), (name, ask)


def test_no_agenda_is_split_over_two_pages(
    printed: tuple[Printed, ...], handbook: Handbook, words: dict[str, list[str]]
) -> None:
    for name, _, guide in _files(printed, handbook):
        for session in guide.sessions:
            rows = [squeezed(part.title + part.kind.label) for part in session.parts]
            assert any(all(row in page for row in rows) for page in words[name]), (name, session.title)


def test_no_evidence_card_is_split_over_two_pages(
    printed: tuple[Printed, ...], handbook: Handbook, writing: Writing, words: dict[str, list[str]]
) -> None:
    for name, _, guide in _files(printed, handbook):
        for id in {id for session in guide.sessions for id in session.claims}:
            claim = handbook.find("claims", id)
            card = [squeezed(text_of(writing.blocks(text))) for text in (claim.statement, claim.does_not_prove)]
            reason = squeezed(" ".join(handbook.grade(id).reasons))
            assert any(all(part in page for part in (*card, reason)) for page in words[name]), (name, id)


def test_notes_for_the_facilitator_stand_in_her_edition_only(
    printed: tuple[Printed, ...], handbook: Handbook, writing: Writing, words: dict[str, list[str]]
) -> None:
    for name, one, guide in _files(printed, handbook):
        text = "".join(words[name])
        for session in guide.sessions:
            for part in session.parts:
                note = squeezed(text_of(writing.blocks(part.facilitator)[:1]))[:60]
                assert (note in text) == (one.edition == "facilitator"), (name, part.title)


def test_each_page_says_that_it_is_free_to_copy_and_which_page_it_is(words: dict[str, list[str]]) -> None:
    for name, texts in words.items():
        for number, text in enumerate(texts, 1):
            assert squeezed("Free to copy: CC BY 4.0") in text, (name, number)
            assert f"page{number}of{len(texts)}" in text, (name, number)


def test_the_cover_asks_for_no_student_data_and_names_the_page(
    printed: tuple[Printed, ...], handbook: Handbook, words: dict[str, list[str]]
) -> None:
    for name, one, guide in _files(printed, handbook):
        cover = words[name][0]
        assert squeezed("Please bring no student data") in cover
        assert squeezed(f"handbook.example/site/guides/{one.guide_id}") in cover
        assert squeezed(guide.edition) in cover
