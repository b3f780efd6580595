"""What a page says of its last review, of the next one, and what the handbook tells as news."""

from dataclasses import replace
from datetime import date

import pytest

from macros.handbook import Handbook
from macros.model.entry import Review
from macros.model.vocabulary import Outcome
from macros.views.cards import gaps, review_periods, whats_new
from macros.views.page import entry_page
from macros.views.whats_new import LATEST
from tests.views.outline import NewProse, Render

ROWS = [
    (Outcome.NEW, 'First published on <time datetime="2027-03-04">March 4, 2027</time>, not reviewed since.'),
    (Outcome.CHANGED, 'Reviewed and changed on <time datetime="2027-03-04">March 4, 2027</time>.'),
    (Outcome.UNCHANGED, 'Reviewed on <time datetime="2027-03-04">March 4, 2027</time>, and left as it was.'),
]


def reviewed(handbook: Handbook, folder: str, id: str, on: date, outcome: Outcome) -> Handbook:
    """Return the handbook with another review of one entry."""
    entry = handbook.find(folder, id).model_copy(update={"reviewed": Review(on=on, outcome=outcome)})
    return replace(handbook, entries={**handbook.entries, folder: {**handbook.entries[folder], id: entry}})


@pytest.mark.parametrize(("outcome", "words"), ROWS)
def test_a_page_says_what_its_last_review_did(
    handbook: Handbook, new_prose: NewProse, outcome: Outcome, words: str
) -> None:
    changed = reviewed(handbook, "strategies", "tea-first", date(2027, 3, 4), outcome)
    assert words in entry_page(changed, new_prose(), "strategies", "tea-first").body


def test_a_page_carries_the_day_on_which_it_falls_due(render: Render) -> None:
    body = render("strategies", "tea-first").body
    assert 'data-due="2028-05-21"' in body
    assert 'Next review due by <time datetime="2028-05-21">May 21, 2028</time>.' in body


def test_a_study_card_says_when_it_was_last_read_and_is_never_due(render: Render) -> None:
    body = render("studies", "ash2001invented").body
    assert "Last read on <time datetime=" in body
    assert "Next review" not in body


def test_a_word_without_a_review_has_no_date(render: Render) -> None:
    body = render("terms", "tea").body
    assert "First published" not in body
    assert "data-due" not in body


@pytest.mark.parametrize(("folder", "id"), [("claims", "plain-claim"), ("strategies", "tea-first")])
def test_a_correction_is_noted_with_its_date_on_the_page_that_it_changed(render: Render, folder: str, id: str) -> None:
    body = render(folder, id).body
    foot = body[body.index('<p class="hb-reviewed"') :]
    assert "Corrected on <time datetime=" in foot
    assert "/at/corrections/tea-is-no-cause.md" in foot


def test_news_of_a_day_stand_together_and_corrections_come_first(handbook: Handbook, new_prose: NewProse) -> None:
    later = reviewed(handbook, "strategies", "tea-first", date(2031, 1, 2), Outcome.CHANGED)
    later = reviewed(later, "strategies", "talk-second", date(2031, 1, 2), Outcome.UNCHANGED)
    text = whats_new(later, new_prose())
    order = ["## January 2031", "Changed on", "tea-first.md", "Reviewed and left as it was on", "talk-second.md"]
    places = [text.index(words) for words in order]
    assert places == sorted(places)


def test_of_one_day_corrections_come_first(handbook: Handbook, new_prose: NewProse) -> None:
    day = handbook.find("corrections", "tea-is-no-cause").on
    same = reviewed(handbook, "strategies", "tea-first", day, Outcome.CHANGED)
    part = whats_new(same, new_prose()).partition(f'{{ #news-{day:%Y-%m} }}')[2]
    assert 0 < part.index("Corrected on") < part.index("Changed on")


def test_what_is_not_told_one_by_one_is_counted(handbook: Handbook, new_prose: NewProse) -> None:
    term = handbook.find("terms", "tea")
    review = Review(on=date(2030, 5, 5), outcome=Outcome.NEW)
    many = {f"t{n}": term.model_copy(update={"id": f"t{n}", "title": f"T{n}", "reviewed": review}) for n in range(60)}
    text = whats_new(replace(handbook, entries={**handbook.entries, "terms": many}), new_prose())
    assert text.count('href="/at/terms/t') == LATEST
    assert f"{60 - LATEST} new" in text


def test_the_gaps_list_every_dated_page_by_the_day_it_falls_due(handbook: Handbook, new_prose: NewProse) -> None:
    sooner = reviewed(handbook, "claims", "plain-claim", date(2020, 1, 1), Outcome.NEW)
    text = gaps(sooner, new_prose())
    part = text[text.index("{ #overdue }") : text.index("</ul>", text.index('data-due="2021-07-01"'))]
    assert 'data-due="2021-07-01" data-count="1"' in part
    assert "/at/claims/plain-claim.md" in part
    assert part.index("2021-07-01") < text.index("2028-05-21")


def test_the_rule_of_reviews_is_told_from_the_code(handbook: Handbook, new_prose: NewProse) -> None:
    text = review_periods(handbook, new_prose())
    assert "within 18 months" in text
    assert "Words, protocols, and tools to print: within 36 months" in text
