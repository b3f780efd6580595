"""Facts about the templates."""

from datetime import date

import pytest
from jinja2 import StrictUndefined, UndefinedError

from macros.views.sheet import TEMPLATES, flush_left, one_line, shapes
from macros.views.words import curled, day, heading, listed, minutes

ALL = sorted(path.relative_to(TEMPLATES).as_posix() for path in TEMPLATES.rglob("*.jinja"))


@pytest.mark.parametrize("name", ALL)
def test_a_template_reads_and_escapes_what_it_is_given(name: str) -> None:
    environment = shapes()
    assert environment.undefined is StrictUndefined
    assert environment.autoescape is True
    assert environment.get_template(name)
    assert "|safe" not in (TEMPLATES / name).read_text("utf-8").replace(" ", "")


def test_a_name_that_nobody_gave_is_an_error() -> None:
    with pytest.raises(UndefinedError):
        shapes().get_template("parts/list.html.jinja").render()


def test_lines_of_code_keep_their_breaks_inside_one_line() -> None:
    assert (
        one_line("<p>a\nb</p>\n<pre><code>x\n\n  y</code></pre>") == "<p>a b</p> <pre><code>x&#10;&#10;  y</code></pre>"
    )


def test_no_line_is_indented_and_no_two_empty_lines_meet() -> None:
    assert flush_left("  <p>\n\n\n    a\n") == "<p>\n\na\n"


@pytest.mark.parametrize(
    ("count", "words"),
    [(1, "1 minute"), (90, "90 minutes"), (120, "2 hours"), (150, "2 hours 30 minutes"), (121, "2 hours 1 minute")],
)
def test_times_are_told_in_words(count: int, words: str) -> None:
    assert minutes(count) == words


@pytest.mark.parametrize(("words", "joined"), [(["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b, and c")])
def test_lists_are_joined_as_in_a_sentence(words: list[str], joined: str) -> None:
    assert listed(words) == joined


def test_dates_are_american() -> None:
    assert day(date(2026, 3, 1)) == "March 1, 2026"


def test_a_heading_has_no_character_that_markdown_reads() -> None:
    assert heading("*a* #1") == "&#42;a&#42; &#35;1"


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("the team's work", "the team’s work"),
        ('we say "no" often', "we say “no” often"),
        ("'quoted' words", "‘quoted’ words"),
        ('("in brackets")', "(“in brackets”)"),
    ],
)
def test_quotation_marks_in_titles_are_typographic(typed: str, shown: str) -> None:
    assert curled(typed) == shown
