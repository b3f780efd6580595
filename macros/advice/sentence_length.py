"""Long sentences, one by one and on average."""

from collections.abc import Iterator

from macros.advice.passage import Passage, words_of
from macros.advice.remark import Remark

LONGEST = 25
"""Words that one sentence should have at most."""
AVERAGE = 20
"""Words that the sentences of a text should have at most, on average."""
_ONE_SENTENCE = "statement"
"""The field that holds one sentence, whatever it has to say."""
_FEWEST = 3
"""Sentences below which an average says nothing."""


def sentences_are_short(passage: Passage) -> Iterator[Remark]:
    """A sentence should have at most 25 words, but for the statement of a claim, which is one sentence."""
    for sentence in () if passage.field == _ONE_SENTENCE else passage.sentences:
        count = len(words_of(sentence.text))
        if count > LONGEST:
            start = len(sentence.text) - len(sentence.text.lstrip())
            message = f"this sentence has {count} words: make two of it, one idea each, at most {LONGEST} words"
            yield Remark(sentence.offset + start, len(sentence.text.strip()), message, "long-sentence")


def sentences_are_short_on_average(passage: Passage) -> Iterator[Remark]:
    """The sentences of a text should have at most 20 words on average."""
    counts = [count for sentence in passage.sentences if (count := len(words_of(sentence.text)))]
    if len(counts) >= _FEWEST and sum(counts) / len(counts) > AVERAGE:
        first = passage.sentences[0]
        average = f"{sum(counts) / len(counts):.1f}"
        message = f"the sentences here have {average} words on average, more than {AVERAGE}: split some"
        yield Remark(first.offset, len(first.text.strip()), message, "long-on-average")
