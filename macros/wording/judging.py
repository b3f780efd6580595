"""Every rule of wording against a text; a rule is asked only where one of its words stands."""

import re
from collections.abc import Iterator, Mapping

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
_OF_CLAIMS = (
    (cause.TRIGGER, cause.causal_words_need_a_cause),
    (population.TRIGGER, population.population_is_the_claims),
)


def findings(text: str, claims: Mapping[str, ClaimWords]) -> Iterator[Finding]:
    """Yield what the words of a text say beyond their evidence; a text that calls for no rule costs little."""
    found = _words(text)
    plain = [each for each in _PLAIN if _calls(each[0], text, found)]
    of_claims = [each for each in _OF_CLAIMS if "[=" in text and each[0].stands_in(found)]
    if plain or of_claims:
        for sentence in sentences(text):
            words = _words(sentence.text)
            for trigger, rule in plain:
                if _calls(trigger, sentence.text, words):
                    yield from rule(sentence)
            for trigger, rule_of_claims in of_claims if sentence.marks else ():
                if trigger.stands_in(words):
                    yield from rule_of_claims(sentence, claims)


def _words(text: str) -> Words:
    return {*_WORD.findall(text.lower())}


def _calls(trigger: Trigger, text: str, words: Words) -> bool:
    signs = trigger is statistic.TRIGGER and statistic.SIGN.search(text) is not None
    return signs or trigger.stands_in(words)
