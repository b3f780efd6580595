"""Every rule of wording against a text; a rule is asked only where one of its words stands."""

import re
from collections.abc import Iterator, Mapping

from macros.wording import cause, population, research, statistic, superlative
from macros.wording.finding import ClaimWords, Finding
from macros.wording.sentence import Sentence, sentences

_WORD = re.compile(r"[a-z]+")
_DIGIT = re.compile(r"\d")


def findings(text: str, claims: Mapping[str, ClaimWords]) -> Iterator[Finding]:
    """Yield what the words of a text say beyond their evidence."""
    if _may_say_more(text):
        for sentence in sentences(text):
            yield from _judged(sentence, claims)


def _may_say_more(text: str) -> bool:
    """Whether any rule has a word to look at; most texts have none, and cost no more than this."""
    words = {*_WORD.findall(text.lower())}
    plain = statistic.TRIGGERS | research.TRIGGERS | superlative.TRIGGERS
    return not plain.isdisjoint(words) or bool(_DIGIT.search(text)) or "[=" in text


def _judged(sentence: Sentence, claims: Mapping[str, ClaimWords]) -> Iterator[Finding]:
    words = {*_WORD.findall(sentence.text.lower())}
    if _DIGIT.search(sentence.text) or words & statistic.TRIGGERS:
        yield from statistic.statistics_stand_in_claims(sentence)
    if words & research.TRIGGERS:
        yield from research.research_is_named(sentence)
    if words & superlative.TRIGGERS:
        yield from superlative.superlatives_need_a_claim(sentence)
    if sentence.marks and words & cause.TRIGGERS:
        yield from cause.causal_words_need_a_cause(sentence, claims)
    if sentence.marks and words & population.TRIGGERS:
        yield from population.population_is_the_claims(sentence, claims)
