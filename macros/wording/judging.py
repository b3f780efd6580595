"""Every rule of wording against a text; a rule is asked only where one of its words stands."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from macros.markup import LONGEST
from macros.wording import cause, population, research, statistic, superlative
from macros.wording.finding import ClaimWords, Finding
from macros.wording.sentence import sentences
from macros.wording.trigger import Trigger, Words

_WORD = re.compile(r"[a-z]+")
_PLAIN = (
    (statistic.TRIGGER, statistic.statistics_stand_in_claims),
    (statistic.TRIGGER_OF_PARTS, statistic.parts_of_people_stand_in_claims),
    (research.TRIGGER, research.research_is_named),
    (superlative.TRIGGER, superlative.superlatives_need_a_claim),
)
_ANY = frozenset[str]().union(*(trigger.needed for trigger, _ in _PLAIN))
_OF_CLAIMS = (
    (cause.TRIGGER, cause.causal_words_need_a_cause),
    (population.TRIGGER, population.population_is_the_claims),
)


def findings(text: str, claims: Mapping[str, ClaimWords]) -> Iterator[Finding]:
    """Yield what the words of a text say beyond their evidence; a text that calls for no rule costs little."""
    if len(text) > LONGEST:
        return  # too long a text is refused as it is
    yield from _findings(text)
    if "[=" not in text:
        return
    found = _words(text)
    rules = [each for each in _OF_CLAIMS if each[0].stands_in(found)]
    for sentence in sentences(text) if rules else ():
        words = _words(sentence.text) if sentence.marks else frozenset()
        for trigger, rule in rules:
            if trigger.stands_in(words):
                yield from rule(sentence, claims)


@lru_cache(maxsize=1 << 16)
def _findings(text: str) -> tuple[Finding, ...]:
    """Return what a text says too much whatever the claims are; a preview asks again only for what changed."""
    found = _words(text)
    if _ANY.isdisjoint(found) and not statistic.SIGN.search(text):
        return ()  # so it is with two texts of three; one set is compared four times as fast as those of every rule
    rules = [each for each in _PLAIN if _calls(each[0], text, found)]
    judged = [(sentence, _words(sentence.text)) for sentence in sentences(text)] if rules else ()
    return tuple(
        finding
        for sentence, words in judged
        for trigger, rule in rules
        if _calls(trigger, sentence.text, words)
        for finding in rule(sentence)
    )


def _words(text: str) -> Words:
    return {*_WORD.findall(text.lower())}


def _calls(trigger: Trigger, text: str, words: Words) -> bool:
    signs = trigger is statistic.TRIGGER and statistic.SIGN.search(text) is not None
    return signs or trigger.stands_in(words)
