"""Research that is called on without being named."""

import re
from collections.abc import Iterator

from macros.wording.finding import Finding
from macros.wording.mood import clause_before, denies, is_quoted, reports
from macros.wording.sentence import Sentence
from macros.wording.trigger import Trigger, words

TRIGGER = Trigger(
    words(
        "research researchers researcher studies study evidence science neuroscience data literature experts "
        "scholars "
        "scientists scientifically analyses analysis findings proven shown proved established demonstrated "
        "surveys survey "
        "trials trial experiments experiment psychologists psychology economists documented accepted known"
    )
)
"""Without one of these words nobody calls on research."""

_WHO = (
    r"(?:research|studies|study|evidence|(?:neuro)?science|data|literature|experts|researchers|scholars|scientists|"
    r"psychologists|economists|psychology|meta-analys[ie]s|findings|surveys|trials?|experiments?)"
)
_STOP = (
    "and|or|but|that|which|who|whom|to|we|they|will|would|may|might|could|should|must|can|cannot|not|never|no|nobody|"
    "whether|is|are|was|were|be|been"
)
_ASSERTS = (
    r"(?:shows?|showed|shown|proves?|proved|proven|finds?|found(?!\s(?:among|by|in|here|there|at|on|with|only)\b)|"
    r"confirms?|confirmed|tells?\sus|told\sus|tells?|demonstrates?|"
    r"demonstrated|suggests?|suggested|indicates?|indicated|agrees?|says?|supports?|establish(?:es|ed)|establish|"
    r"reveals?|"
    r"revealed|links?|linked|documents?|documented|teach(?:es)?|taught|concludes?|concluded|recognizes?|"
    r"recognized|accepts?|discover(?:s|ed)?|uncovers?|uncovered|validates?|validated|affirms?|affirmed|underlines?|underscores?|"
    r"backs?|reports?|reported|identif(?:y|ies|ied)|points?\s(?:to|the|in)|leaves?\sno\sdoubt|(?:is|"
    r"are)\s(?:now\s|very\s|"
    r"quite\s)?(?:clear|in\b|settled|unequivocal|unanimous|conclusive|overwhelming|consistent))\b"
)
_RESEARCH = re.compile(
    rf"""
    \b(?:  # every way to call on research begins with a word, so only the beginnings of words are looked at
      {_WHO}(?:,?\s(?!(?:{_STOP})\b)[\w'’-]+){{0,6}}?,?\s{_ASSERTS}
    | (?:scientifically|research|evidence|data|brain|science)[\s-](?:proven|based|backed|validated|tested|
      supported|driven)\b
    | (?:according\sto|(?:backed|supported|confirmed|proven)\sby|(?:based|grounded|
      rooted)\s(?:up)?[io]n)\s
      (?!(?:our|your|their|my|her|his)\b)(?:[\w’-]+\s){{0,4}}?{_WHO}\b
    | (?:is|are|was|were|been|being)\s(?:now\s|well\s|long\s|clearly\s)?proven\b
    | (?:has|have)\s(?:\w+\s)?been\s(?:\w+\s)?(?:shown|proven|proved|established|demonstrated|
      documented)\s(?:that|to|as|by)\b
    | (?<![\w-])proven\s(?!by\b|to\b|that\b|in\b|wrong\b)[a-z]+
    | (?:it|that)\sis\s(?:now\s)?(?:widely|well|generally|commonly)[\s-]
      (?:established|documented|known|accepted|proven)\b
    | know(?:s|n)?\sfrom\s(?:the\s)?{_WHO}\b
    | what\s(?:the\s)?{_WHO}\s{_ASSERTS}
    | there\sis\s(?:now\s|also\s)?(?:\w+ing\s|strong\s|ample\s|clear\s|solid\s|good\s|abundant\s|robust\s|
      compelling\s|plenty\sof\s|
      much\s)evidence\b
    | stud(?:y|ies)\safter\sstudy\b
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_OWN = re.compile(
    r"\b(?:our|your|their|her|his|my|own|attendance|team['’]?s?|school['’]s|local|student|walkthrough|these|those|"
    r"this)\s(?:\w+\s){0,2}$",
    re.IGNORECASE,
)
_OWN_KINDS = ("data", "evidence", "findings", "survey", "surveys", "study")
_CONDITION = re.compile(r"\b(?:when|what|which|where|how|ask|asks|asked)\b", re.IGNORECASE)
_STATEMENT = re.compile(r"what\b", re.IGNORECASE)
_ONE_STUDY = re.compile(
    r"\b(?:an?|one|another|the|second|third)\s(?:\w+\s)?(?:study|survey|trial|review)\b", re.IGNORECASE
)


def research_is_named(sentence: Sentence) -> Iterator[Finding]:
    """A sentence that calls on research must name it with a claim or a citation; one study may be named in the next."""
    if sentence.marks or sentence.asks or (sentence.introduces and _ONE_STUDY.search(sentence.text)):
        return
    for match in _RESEARCH.finditer(sentence.text):
        before = clause_before(sentence.text, match.start())
        if not _is_excused(sentence.text, before, match):
            said = " ".join(match.group().split())
            message = f"“{said}” names no source: end the sentence with [=claim-id]"
            yield Finding(sentence.offset + match.start(), len(match.group()), message, "unnamed-research", "note")
            return


def _is_excused(text: str, before: str, match: re.Match[str]) -> bool:
    """Whether research is denied, doubted, reported, the reader's own, or only spoken of."""
    if denies(before) or reports(before) or is_quoted(text, match.start(), match.end()):
        return True
    if _CONDITION.search(before) and not _STATEMENT.match(match.group()):
        return True
    first = match.group().split(maxsplit=1)[0].lower()
    return first in _OWN_KINDS and _OWN.search(before) is not None
