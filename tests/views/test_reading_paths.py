"""Reading paths tell real minutes: counted from the words of the pages, and within what their titles promise."""

from pathlib import Path

import pytest

from macros.handbook import Handbook
from macros.lint import load
from macros.model.vocabulary import Amount
from macros.prose import Prose, format_site
from macros.views.cards import reading_path, ways_in
from macros.views.entry import page_text, path_times
from macros.views.reading_time import WORDS_PER_MINUTE, minutes, words
from macros.views.sheet import Sheet
from tests.views.outline import NewProse, Render

ROOT = Path(__file__).parents[2]
PAGE = f"""# A title of six words, here

One two three.

## Then {{ #then }}

<div class="hb-text">{"word " * 400}</div>

<details class="hb-fold"><summary>More</summary>{"folded " * 900}</details>

## Where it is used {{ #used }}

{"used " * 900}
"""


@pytest.fixture(scope="module")
def real() -> Sheet:
    """A sheet on the handbook itself."""
    handbook = load(ROOT)
    formatted = format_site(handbook, "apa", ROOT / ".cache" / "citations")
    return Sheet(handbook, Prose(handbook, formatted, lambda address: address))


@pytest.mark.parametrize(
    ("amount", "anchor", "count"),
    [(Amount.TOP, "", 9), (Amount.WHOLE, "then", 401), (Amount.WHOLE, "", 410), (Amount.NOTHING, "", 0)],
)
def test_words_are_those_that_a_reader_reads(amount: Amount, anchor: str, count: int) -> None:
    assert words(PAGE, amount, anchor) == count


def test_minutes_are_rounded_up() -> None:
    assert minutes("word " * WORDS_PER_MINUTE) == 1
    assert minutes("word " * (WORDS_PER_MINUTE + 1)) == 2
    assert minutes("") == 0


def test_evidence_and_references_do_not_count(real: Sheet) -> None:
    text = page_text(real, "/strategies/pick-one-shared-focus.md")
    assert "{ #evidence }" not in text
    assert "{ #references }" not in text
    assert real.prose.cited == ()


def test_a_path_shows_the_sum_of_its_steps(handbook: Handbook, new_prose: NewProse, render: Render) -> None:
    times = path_times(Sheet(handbook, new_prose()), handbook.find("paths", "one-cup"))
    assert [step.minutes for step in times.steps] == [2, 1, 2]
    assert (times.minutes, times.reading) == (5, 3)
    body = render("paths", "one-cup").body
    assert "<dd>5 minutes</dd>" in body
    assert body.count('class="hb-path__minutes"') == 3


def test_of_two_pages_to_choose_from_the_longer_counts(handbook: Handbook, new_prose: NewProse) -> None:
    sheet = Sheet(handbook, new_prose())
    step = path_times(sheet, handbook.find("paths", "one-cup")).steps[0]
    both = [minutes(page_text(sheet, f"/strategies/{id}.md")) for id in ("tea-first", "talk-second")]
    assert step.reading == max(both)


def test_short_paths_stand_step_by_step_on_the_home_page(handbook: Handbook, new_prose: NewProse) -> None:
    text = ways_in(handbook, new_prose())
    assert "5 minutes in all" in text
    assert reading_path(handbook, new_prose(), "one-cup").strip() in text


def test_a_path_keeps_to_the_minutes_that_it_promises(real: Sheet) -> None:
    promised = {path.id: path for path in real.handbook.all("paths") if path.at_most}
    assert {id: path.at_most for id, path in promised.items()} == {"five-minutes": 5, "thirty-minutes": 30}
    for path in promised.values():
        assert path_times(real, path).minutes <= path.at_most


def test_five_minutes_are_enough_for_every_situation(real: Sheet) -> None:
    steps = path_times(real, real.handbook.find("paths", "five-minutes")).steps
    doing = sum(step.doing for step in steps)
    for situation in real.handbook.all("situations"):
        pages = (f"/situations/{situation.id}.md", f"/strategies/{situation.strategies[0]}.md")
        assert doing + sum(minutes(page_text(real, page), Amount.TOP) for page in pages) <= 5, situation.id


def test_the_start_page_says_how_minutes_are_counted(render: Render) -> None:
    body = render("paths", None).body
    assert f"{WORDS_PER_MINUTE} words a minute" in body
    assert "our assumption" in body
