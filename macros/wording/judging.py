"""Every rule of wording against a text; a rule is asked only where one of its words stands."""

import re
from collections.abc import Iterator, Mapping

from macros.wording import cause, population, research, statistic, superlative
from macros.wording.finding import ClaimWords, Finding
from macros.wording.sentence import Sentence, sentences

_WORD = re.compile(r"[a-z]+")
_PLAIN = (
    (statistic.TRIGGER, statistic.statistics_stand_in_claims),
    (research.TRIGGER, research.research_is_named),
    (superlative.TRIGGER, superlative.superlatives_need_a_claim),
)
_OF_CLAIMS = (
    (cause.TRIGGER, cause.causal_words_need_a_cause),
    (population.TRIGGER, population.population_is_the_claims),
)


def findings(text: str, claims: Mapping[str, ClaimWords]) -> Iterator[Finding]:
    """Yield what the words of a text say beyond their evidence."""
    if _may_say_more(text):
        for sentence in sentences(text):
            yield from _judged(sentence, claims)


def _may_say_more(text: str) -> bool:
    """Whether any rule has a word to look at; most texts have none, and cost no more than this."""
    words = {*_WORD.findall(text.lower())}
    called = "[=" in text or statistic.SIGN.search(text) is not None
    return called or any(trigger.stands_in(words) for trigger, _ in _PLAIN)


def _judged(sentence: Sentence, claims: Mapping[str, ClaimWords]) -> Iterator[Finding]:
    words = {*_WORD.findall(sentence.text.lower())}
    for trigger, rule in _PLAIN:
        if trigger.stands_in(words) or (trigger is statistic.TRIGGER and statistic.SIGN.search(sentence.text)):
            yield from rule(sentence)
    for trigger, rule_of_claims in _OF_CLAIMS if sentence.marks else ():
        if trigger.stands_in(words):
            yield from rule_of_claims(sentence, claims)
