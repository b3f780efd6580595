"""Words of the lists: those the handbook avoids, those that blame or shut out, wordy phrases."""

from collections.abc import Iterator

from macros.advice.passage import Passage
from macros.advice.phrasebook import Hit, listed
from macros.advice.remark import Remark
from macros.wording.mood import clause_before, denies
from macros.wording.sentence import Sentence

_SELLS = ("proven", "research shows", "studies show", "evidence shows", "science shows", "proves", "proved")
"""Words that are innocent where the clause denies them: nothing here is proven."""


def words_are_our_own(passage: Passage) -> Iterator[Remark]:
    """A text must not use the words of leadership books and sales talk that the handbook avoids."""
    for sentence, hit in _hits(passage, "avoided"):
        if not (hit.found.lower() in _SELLS and denies(clause_before(sentence.text, hit.offset))):
            yield _remark(sentence, hit, f"“{_shown(hit)}” is worn out: {hit.entry.say}", "avoided-word")


def words_blame_nobody(passage: Passage) -> Iterator[Remark]:
    """A text must not use words that blame people or shut them out."""
    for sentence, hit in _hits(passage, "blaming"):
        yield _remark(sentence, hit, f"“{_shown(hit)}” may blame or shut out: {hit.entry.say}", "blaming-word")


def phrases_are_short(passage: Passage) -> Iterator[Remark]:
    """A phrase should give way to a shorter one that says the same."""
    for sentence, hit in _hits(passage, "wordy"):
        yield _remark(sentence, hit, f"“{_shown(hit)}” is long: write “{hit.entry.say}”", "wordy")


def _hits(passage: Passage, name: str) -> Iterator[tuple[Sentence, Hit]]:
    book = listed(name)
    for sentence in passage.sentences:
        for hit in book.hits(sentence):
            yield sentence, hit


def _shown(hit: Hit) -> str:
    return " ".join(hit.found.split())


def _remark(sentence: Sentence, hit: Hit, message: str, rule: str) -> Remark:
    return Remark(sentence.offset + hit.offset, len(hit.found), message, rule)
