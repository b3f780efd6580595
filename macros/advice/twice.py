"""Sentences that stand twice in the handbook."""

from collections.abc import Iterable, Iterator

from macros.advice.passage import Passage, words_of
from macros.advice.remark import Remark

FEWEST = 8
"""Words from which on a sentence is one that a reader notices when it comes again."""
_FIXED = ("credit", "title")
"""Fields whose sentences are the same wherever the same people are thanked."""

Sentences = dict[tuple[str, ...], tuple[Passage, int, int]]


def sentences_stand_once(passages: Iterable[Passage]) -> Iterator[tuple[Passage, Remark]]:
    """A sentence of eight words or more must not stand twice in the handbook."""
    first: Sentences = {}
    for passage in passages:
        if passage.field.rpartition(".")[2] in _FIXED:
            continue
        for sentence in passage.sentences:
            words = tuple(word.lower() for word in words_of(sentence.text))
            if len(words) < FEWEST:
                continue
            start = sentence.offset + len(sentence.text) - len(sentence.text.lstrip())
            length = len(sentence.text.strip())
            if words in first:
                yield passage, _again(first[words], start, length)
            else:
                first[words] = (passage, start, length)


def _again(earlier: tuple[Passage, int, int], start: int, length: int) -> Remark:
    passage, offset, size = earlier
    place = passage.place(offset, size)
    return Remark(start, length, f"this sentence stands in {place.file}:{place.line} too: say it in one place", "twice")
