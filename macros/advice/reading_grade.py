"""How many years of school a text asks of its reader: the Flesch-Kincaid grade, as textstat computes it.

It is 0.39 times the words of a sentence and 11.8 times the syllables of a word, on average, less 15.59.
"""

from collections.abc import Iterator, Sequence

from textstat import textstat

from macros.advice.passage import Passage
from macros.advice.remark import Remark
from macros.advice.sentence_length import LONGEST

PLAIN = 9.0
"""The grade that texts for every reader keep to."""
_MIXED = ("claims", "studies", "pages")
"""Collections without advice on grades: claims and study cards keep to their sources' words, pages mix too much."""
_NAMES = "credit"
"""The field that names people and their books, whose names nobody can shorten."""
_FEWEST_WORDS = 20
"""Words below which a grade is no ground for advice: one long word decides it."""


def reading_grade(sentences: Sequence[Sequence[str]]) -> float:
    """Return the grade of a text from the words of its sentences; 0 where there are none."""
    return float(textstat.flesch_kincaid_grade(" ".join(" ".join(map(_unpointed, words)) + "." for words in sentences)))


def _unpointed(word: str) -> str:
    """Return a word or figure without the points that would end a sentence."""
    return word.replace(".", "")


def grade_of(passage: Passage) -> float | None:
    """Return the reading grade of a passage; titles and passages without words have none."""
    return None if passage.is_title or not passage.plain_sentences else reading_grade(passage.plain_sentences)


def _is_worth_grading(passage: Passage) -> bool:
    """Whether advice can follow from a grade; a single long sentence is told so already."""
    counts = [*map(len, passage.plain_sentences)]
    alone = len(counts) == 1 and counts[0] > LONGEST
    plain = passage.collection not in _MIXED and passage.field != _NAMES
    return plain and sum(counts) >= _FEWEST_WORDS and not alone


def reading_is_easy(passage: Passage) -> Iterator[Remark]:
    """A text should be of grade 9 or lower."""
    grade = grade_of(passage)
    if grade is None or round(grade, 1) <= PLAIN or not _is_worth_grading(passage):
        return
    first = passage.sentences[0]
    start = first.offset + len(first.text) - len(first.text.lstrip())
    message = f"this text asks for grade {grade:.1f}, more than {PLAIN:.0f}: use shorter sentences and shorter words"
    yield Remark(start, len(first.text.strip()), message, "reading-grade")
