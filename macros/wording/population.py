"""Sentences about leader teams that rest on claims about others."""

import re
from collections.abc import Iterator, Mapping

from macros.wording.finding import ClaimWords, Finding, known_claims
from macros.wording.sentence import Sentence
from macros.wording.trigger import Trigger, words

TRIGGER = Trigger(words("team teams cabinet cabinets together"))

_LEADERS = re.compile(
    r"\b(?:(?:school\s)?leader(?:ship)?\steams?|teams?\sof\s(?:school\s)?leaders|administrative\steams?|"
    r"(?<!file\s)cabinets?|"
    r"leaders\s(?:who\s)?(?:work|lead|learn)(?:ing)?\s(?:\w+\s)?together|(?:principals|coaches|"
    r"leaders)\s(?:\w+\s){0,3}who\s(?:work|lead|learn)\s(?:\w+\s)?together)\b",
    re.IGNORECASE,
)
_CARRIED = re.compile(
    r"\b(?:carr(?:y|ied|ies)|borrow\w*|infer\w*|guess\w*|reason(?:s|ed|ing)?\s(?:from|by)|analogy|extrapolat\w+|"
    r"untested|unknown|idea|"
    r"not\s(?:\w+\s)?(?:tested|known|studied|seen|leader|leadership|shown)|nobody|no-?one|no\s(?:stud(?:y|ies)|"
    r"trial|research)|none|"
    r"(?:other|work)\steams|elsewhere|may|might|could|if|perhaps|whether|a\sstep|a\sloan|as\sthough)\b",
    re.IGNORECASE,
)
_TOLD = re.compile(r"\W*(?:take|bring|give|show|read|ask|tell|put|lay|share|discuss|let|invite)\b", re.IGNORECASE)
_OF_LEADERS = ("leader-teams", "district-leaders", "research", "principals")


def population_is_the_claims(sentence: Sentence, claims: Mapping[str, ClaimWords]) -> Iterator[Finding]:
    """A sentence about leader teams must rest on a claim about them, or say that the evidence is carried over."""
    known = known_claims(sentence.claims, claims)
    found = _LEADERS.search(sentence.text)
    if not known or found is None or sentence.asks or _CARRIED.search(sentence.text) or _TOLD.match(sentence.text):
        return
    if all(claim.about not in _OF_LEADERS for claim in known):
        message = "the claim here is not about leader teams: say that the evidence is carried over from others"
        yield Finding(sentence.offset + found.start(), len(found.group()), message, "other-population", "note")
