"""The words of the handbook itself: most texts read easily, and no sentence stands twice."""

from functools import cache
from pathlib import Path

import pytest

from macros.advice.passage import Passage, passages
from macros.advice.reading_grade import PLAIN, grade_of
from macros.advice.twice import sentences_stand_once

ROOT = Path(__file__).parents[2]
READ_BY_EVERYONE = {
    "summaries": ("summary",),
    "steps": ("do",),
    "prompts": ("ask",),
    "this week": ("do_this_week",),
    "roadblocks": ("problem", "try"),
    "guide texts": ("aims", "norms", "facilitator", "commitment", "rehearsal", "otherwise", "audience"),
    "glossary": ("definition",),
}
"""Kinds of text that a tired principal reads, and the last names of their fields."""


@cache
def all_passages() -> tuple[Passage, ...]:
    return tuple(passages(ROOT))


@pytest.mark.parametrize("kind", READ_BY_EVERYONE)
def test_nine_of_ten_texts_are_of_grade_9_or_lower(kind: str) -> None:
    fields = READ_BY_EVERYONE[kind]
    found = [each for each in all_passages() if each.field.rpartition(".")[2] in fields]
    grades = [grade for each in found if (grade := grade_of(each)) is not None]
    easy = sum(grade <= PLAIN for grade in grades)
    print(f"{kind}: {easy} of {len(grades)} at grade 9 or lower")
    assert easy >= 0.9 * len(grades) > 0


def test_no_sentence_stands_twice() -> None:
    twice = [(passage.file, remark.message) for passage, remark in sentences_stand_once(all_passages())]
    assert twice == []
