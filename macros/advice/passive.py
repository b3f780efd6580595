"""Passive voice that hides who acts, where a reader needs to know it.

A passive is no fault by itself: "the minutes are posted by noon" hides somebody, "I was told" does not. Advice is given
where the doer stands after the verb, where somebody ought to act, where nobody owns an opinion, and in instructions.
"""

import re
from collections.abc import Iterator

from macros.advice.passage import Passage
from macros.advice.remark import Remark
from macros.wording.sentence import Sentence

_TELLS_WHAT_TO_DO = ("do_this_week", "do", "try", "does", "commitment", "rehearsal", "otherwise")
"""Last names of fields whose sentences somebody must act upon."""
_BE = r"(?:is|are|was|were|be|been|being|am|gets?|got|isn['’]t|aren['’]t|wasn['’]t|weren['’]t)"
_BETWEEN = r"(?:\s+(?:not|never|also|only|now|often|still|already|always|then|first|both|each|soon|later|best|\w+ly))?"
_IRREGULAR = (
    "given taken made done told seen shown held kept led sent sold brought bought taught caught found built "
    "begun chosen broken spoken written drawn driven put set cut read run heard said paid met won "
)
_NOT_PARTICIPLE = r"(?:un\w+|\w*[^aeiou]eed|need|hundred|sacred|naked|wicked|indeed)"
_PARTICIPLE = rf"(?:(?!{_NOT_PARTICIPLE}\b)[a-z]{{2,}}ed|{'|'.join(_IRREGULAR.split())})"
_STATES = frozenset(
    (
        "tired interested committed concerned involved worried pleased surprised excited bored confused limited "
        "mixed related based supposed located dedicated satisfied convinced prepared qualified experienced "
        "educated skilled crowded stressed exhausted overwhelmed relieved ashamed embarrassed scared retired "
        "divided finished done allowed required entitled needed called named connected shared closed locked "
        "detailed organized stretched attached married gifted advanced complicated repeated minded intertwined "
        "meant settled affiliated rushed overworked tempted used certified aligned justified intended set "
        "supported licensed seated engaged armed frustrated determined inclined opposed accustomed fixed followed "
        "surrounded accompanied prevented loaded focused trusted undated isolated valued respected rooted "
    ).split()
)
"""Participles that tell how somebody or something is, and not what was done to it."""
_NO_DOER = (
    r"(?:nobody|no\s?one|none|anyone|someone|somebody|surveys?|questionnaires?|numbers|lunch|way\s+of|side|one|fixed|lottery|no|"
    r"\w+ing|hand|name|mail|email|phone|law|itself|themselves|design|chance|lot|lottery|default|then|now|the\s+(?:end|time|"
    r"rules?|clock)|\d+|noon|midnight|tomorrow|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|"
    r"June|July|August|September|October|November|December|spring|summer|fall|autumn|winter|next|one\s+(?:or|by)|far|and|what|"
    r"how|its?|their|a\s+(?:factor|third|quarter|half|few|point|rule|formula))\b"
)
_BY = re.compile(
    rf"\b{_BE}{_BETWEEN}\s+(?P<verb>{_PARTICIPLE})(?:\s+(?!by\b)[\w’'-]+){{0,3}}?\s+by\s+(?!{_NO_DOER})[\w’'-]+"
)
_OUGHT = re.compile(
    rf"\b(?:should|must|ought\s+to|needs?\s+to|has\s+to|have\s+to|shall)(?:\s+(?:not|also|always|never|first|only))?\s+"
    rf"(?:be|get)(?:\s+\w+ly)?\s+(?P<verb>{_PARTICIPLE})\b"
)
_OWNERLESS = re.compile(
    r"\b[Ii]t\s+(?:is|was|has\s+been|had\s+been)(?:\s+(?:often|widely|generally|commonly|also|then|\w+ly))?\s+"
    r"(?P<verb>decided|agreed|felt|believed|thought|said|hoped|expected|assumed|recommended|suggested|understood|argued|"
    r"considered|known|claimed|advised|determined|proposed)\s+(?:that|to\s+be|by\s+many)\b"
    r"|\b[Mm]istakes\s+(?:were|have\s+been)\s+(?P<made>made)\b"
)
_FINITE = r"(?:is|are|was|were|gets?|got|has\s+been|have\s+been)"
_ANY = re.compile(rf"\b{_FINITE}{_BETWEEN}\s+(?P<verb>{_PARTICIPLE})\b")
_SUBORDINATE = re.compile(
    r"\b(?:who|whom|whose|what|which|that|when|where|while|if|unless|until|before|after|because|since|how|why|whether|"
    r"as|than|once|whatever|whoever|so|only|nobody|nothing|everyone|everybody|anyone|somebody|someone|people|you|I|we|they|he|she|it|"
    r"no|none|this|these|there|each|every|all|not)\b",
    re.IGNORECASE,
)
_RELATIVE = re.compile(r"\b(?:who|which|that|what)\s*$", re.IGNORECASE)
_CLAUSE = re.compile(r"[,;:()–—]|\b(?:and|but|or)\b")


def somebody_acts(passage: Passage) -> Iterator[Remark]:
    """A sentence should name who acts where the reader must know it, or knows it already."""
    if passage.is_title:
        return
    tells = passage.field.rpartition(".")[2] in _TELLS_WHAT_TO_DO
    for sentence in passage.sentences:
        match = _hidden(sentence, tells)
        if match is not None:
            words = " ".join(match.group().split())
            yield Remark(sentence.offset + match.start(), len(match.group()), _message(match, words), "passive")


def _hidden(sentence: Sentence, tells: bool) -> re.Match[str] | None:
    """Return the passive of a sentence that hides or delays who acts, if it has one."""
    text = sentence.text
    for pattern in (_OWNERLESS, _BY, _OUGHT):
        for match in pattern.finditer(text):
            if _is_passive(match) and not (pattern is _OUGHT and (sentence.asks or _of_relative(text, match))):
                return match
    if tells and not sentence.asks:
        return next((match for match in _ANY.finditer(text) if _is_passive(match) and _leads(text, match)), None)
    return None


def _is_passive(match: re.Match[str]) -> bool:
    return match.re is _OWNERLESS or match["verb"] not in _STATES


def _of_relative(text: str, match: re.Match[str]) -> bool:
    """Whether a verb belongs to a relative clause, which says whom or what the sentence means."""
    return _RELATIVE.search(text, max(0, match.start() - 7), match.start()) is not None


def _leads(text: str, match: re.Match[str]) -> bool:
    """Whether a verb stands in a clause of its own right, with a thing for its subject."""
    before = _CLAUSE.split(text[: match.start()])[-1]
    return bool(before.strip()) and not _SUBORDINATE.search(before)


def _message(match: re.Match[str], words: str) -> str:
    if match.re is _BY:
        return f"“{words}” tells late who acts: begin with who, as in “the team chose it”"
    if match.re is _OWNERLESS:
        return f"“{words}” has no owner: say who, as in “the team decided”"
    return f"“{words}” hides who acts: name the person, as in “the office lead posts it”"
