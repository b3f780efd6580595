"""Rules for what a sentence may say about research. Each rule is a generator; its docstring is the rule.

The rules read words, so all but the first give notes: an editor decides. A rule yields
(offset, length, message, rule name, severity).
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from macros.citations.scan import Span, spans
from macros.problems import Severity

Finding = tuple[int, int, str, str, Severity]


@dataclass(frozen=True)
class ClaimWords:
    """What the rules need to know of a claim: its relation and whom it speaks of, as written."""

    relation: str
    about: str


@dataclass(frozen=True)
class Sentence:
    """A sentence with its offset in the text and the citations and claims in it."""

    text: str
    offset: int
    marks: tuple[Span, ...]

    @property
    def claims(self) -> tuple[str, ...]:
        return tuple(mark.raw[2:-1].partition(":")[0] for mark in self.marks if mark.kind == "claim")


_END = re.compile(r"(?<=[.!?])[\"'”’)\]*_]*\s+(?=[\"'“‘(*_\[]*[A-Z0-9@])|\n\s*\n|\n\s*[-*]\s+")
_MARKUP = re.compile(r"`[^`\n]*`|\]\([^)\n]*\)")


def sentences(text: str) -> Iterator[Sentence]:
    """Yield the sentences of a Markdown text; code and link targets are blanked."""
    marks = spans(text)
    bare = list(_MARKUP.sub(lambda match: " " * len(match.group()), text))
    for mark in marks:
        bare[mark.start : mark.end] = " " * (mark.end - mark.start)
    shown = "".join(bare)
    start = 0
    for end in [*(match.end() for match in _END.finditer(text) if not _inside(match.start(), marks)), len(text)]:
        if shown[start:end].strip() or any(start <= mark.start < end for mark in marks):
            yield Sentence(shown[start:end], start, tuple(mark for mark in marks if start <= mark.start < end))
        start = end


def _inside(offset: int, marks: tuple[Span, ...]) -> bool:
    return any(mark.start < offset < mark.end for mark in marks)


def findings(text: str, claims: Mapping[str, ClaimWords]) -> Iterator[Finding]:
    """Yield what the words of a text claim beyond their evidence."""
    for sentence in sentences(text):
        for rule in (statistics_stand_in_claims, research_is_named, superlatives_need_a_claim):
            yield from rule(sentence)
        yield from causal_words_need_a_cause(sentence, claims)
        yield from population_is_the_claims(sentence, claims)


_NUMBER = r"(?:\d[\d,]*(?:\.\d+)?|\.\d+)"
_WORDED = r"(?:two|three|four|five|six|seven|eight|nine|ten|twice|double|half)"
_STATISTIC = re.compile(
    rf"""
      \b[dgrR]\s?=\s?[-−]?{_NUMBER}                       # d = 1.57
    | (?<!\w)[βρ]\s?=\s?[-−]?{_NUMBER}
    | \bp\s?[<=>]\s?{_NUMBER}
    | \beffect\ssizes?\s(?:of|was|is|were|are|from|between|around|near|above)\s(?:about\s|almost\s|over\s|nearly\s)?{_NUMBER}
    | \bcorrelat\w+\s(?:of|at|was|is|were)\s(?:about\s|almost\s|nearly\s|around\s)?{_NUMBER}
    | {_NUMBER}\s(?:of\sa\s)?(?:standard\sdeviations?|SDs?\b)
    | {_NUMBER}\s?(?:%|percent\b|per\scent\b|percentage\spoints?\b|percentiles?\b)
    | (?:{_NUMBER}|{_WORDED})\s(?:more\s|extra\s|additional\s)?(?:months?|weeks?|years?|days?)\sof\s(?:extra\s|additional\s|more\s)?(?:learning|progress|growth|schooling)
    | (?:{_NUMBER}|{_WORDED})(?:\stimes)?\s(?:as|more|less)\s(?:likely|powerful|effective|strong|important|influential|predictive|large)\b
    | (?:{_NUMBER}|{_WORDED})\stimes\sthe\s(?:effect|impact|influence|size|power|odds|gain|gains|rate)\b
    | \b(?:{_NUMBER}|{_WORDED})-?fold\b
    | \bodds\sratio\s(?:of|was|is)\s{_NUMBER}
    """,
    re.VERBOSE | re.IGNORECASE,
)
_CASE_MATTERS = re.compile(r"^[DG]\b")


def statistics_stand_in_claims(sentence: Sentence) -> Iterator[Finding]:
    """A statistic must stand in the result of a claim; prose draws it from there."""
    for match in _STATISTIC.finditer(sentence.text):
        if _CASE_MATTERS.match(match.group()):
            continue
        message = "a number from research stands in a claim: draw it with [=claim-id:value], or leave it out"
        yield sentence.offset + match.start(), len(match.group()), message, "bare-statistic", "error"


_RESEARCH = re.compile(
    r"""
      \b(?:research|studies|evidence(?!\sfound\b)|science|data|literature|decades\sof\s\w+|the\sresearch|experts|researchers)
      \s(?:(?:has|have|clearly|now|consistently|all|repeatedly|also|long)\s){0,2}
      (?:shows?|shown|proves?|proven|proved|finds?|found|confirms?|confirmed|tells?|demonstrates?|demonstrated|suggests?
         |indicates?|agrees?|says?|supports?|established?|is\sclear|are\sclear|documents?|documented|points?\sto|leaves?\sno\sdoubt)\b
    | \b(?:scientifically|research|evidence)[\s-](?:proven|based|backed|validated)\b
    | \b(?:according\sto|backed\sby|based\son|grounded\sin|supported\sby)\s(?:the\s|recent\s|many\s|decades\sof\s)*(?:research|studies|evidence|science)\b
    | \b(?:is|are|was|were|been)\s(?:now\s|well\s)?proven\b
    | \b(?:a|one|another|the\slatest|recent|many|most|several|some|countless|numerous)\s(?:large\s|major\s|new\s|recent\s|big\s)*(?:study|studies|meta-analys[ie]s|trials?|surveys?)
      \s(?:(?:has|have|also|even)\s)?(?:shows?|shown|found|finds?|proves?|proved|reports?|reported|says?|concluded?|demonstrate[sd]?)\b
    """,
    re.VERBOSE | re.IGNORECASE,
)


def research_is_named(sentence: Sentence) -> Iterator[Finding]:
    """A sentence that calls on research must name it with a claim or a citation."""
    if sentence.marks:
        return
    for match in _RESEARCH.finditer(sentence.text):
        message = f"“{match.group()}” names no source: end the sentence with [=claim-id]"
        yield sentence.offset + match.start(), len(match.group()), message, "unnamed-research", "note"
        return


_SUPERLATIVE = re.compile(
    r"""
      \b(?:single\s)?(?:most|least)\s(?:powerful|important|effective|influential|critical|essential|significant|successful|valuable|reliable|potent|decisive|consequential)\b
    | \b(?:the|single|its|their)\s(?:single\s|very\s)?(?:best|strongest|largest|greatest|biggest|highest-yield|top|surest|fastest|quickest)\s
      (?:predictors?|factors?|influences?|drivers?|ways?\sto\s(?:raise|improve|lift|keep|build|change|close)|levers?|strateg(?:y|ies)|effects?|determinants?|causes?|investments?|interventions?|tools?\b)
    | \b(?:number\sone|no\.\s?1|second\sonly\sto|more\sthan\sany(?:thing|\sother)|above\sall\sother|outweighs?\s(?:all|every|any)|matters?\smost\s(?:for|to)\s(?:student|learning|achievement|results|teachers))\b
    | \b(?:nothing|no\sother\s\w+)\s(?:has|have|matters?|works?|predicts?|improves?|raises?|lifts?|helps?|does)\b[^.]*\b(?:more|better|as\smuch|faster)\b
    """,
    re.VERBOSE | re.IGNORECASE,
)


def superlatives_need_a_claim(sentence: Sentence) -> Iterator[Finding]:
    """A superlative about what works must rest on a claim."""
    if sentence.marks:
        return
    for match in _SUPERLATIVE.finditer(sentence.text):
        message = f"“{match.group()}” ranks without evidence: add a claim, or say less"
        yield sentence.offset + match.start(), len(match.group()), message, "superlative", "note"
        return


_CAUSAL = re.compile(
    r"""
    \b(?:raises?|raised|drives?|drove|driven|boosts?|boosted|causes?|caused|improves|improved|increases|increased|reduces|reduced
      |lifts|lifted|produces|produced|strengthens|strengthened|leads?\sto|led\sto|results?\sin|resulted\sin|brings?\sabout|brought\sabout
      |makes?\s\w+(?:\s\w+)?\s(?:better|stronger|more|learn|stay|improve)|enhances?|enhanced|cuts?\s(?:turnover|absence)|lowers|lowered
      |pays?\soff\sin|translates?\sinto|has\s(?:an?|a\s\w+)\s(?:effect|impact)\son|impacts?|affects|affected|yields?|yielded|creates?)\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
_HEDGED = re.compile(
    r"\b(?:not|no|nor|never|nobody|neither|whether|cannot|if|may|might|could|untested|than|propose[sd]?|suggests?\sthat|argue[sd]?|says?|said|"
    r"hope[sd]?|meant|likely|would|claim(?:s|ed)?|does\snot|did\snot|did)\b",
    re.IGNORECASE,
)


def causal_words_need_a_cause(sentence: Sentence, claims: Mapping[str, ClaimWords]) -> Iterator[Finding]:
    """A sentence may use a causal word only of a claim whose relation is causes."""
    known = [claims[claim] for claim in sentence.claims if claim in claims]
    if not known or any(claim.relation in ("causes", "proposes", "defines") for claim in known):
        return
    yield from causal_words(sentence)


def causal_words(sentence: Sentence) -> Iterator[Finding]:
    """Yield the causal word of a sentence that says plainly, without doubt or denial, that one thing brings another."""
    for match in _CAUSAL.finditer(sentence.text):
        if _HEDGED.search(sentence.text[: match.start()]):
            continue
        message = f"“{match.group()}” says that one thing brings about another; the claim says less: try “goes with”"
        yield sentence.offset + match.start(), len(match.group()), message, "causal-words", "note"
        return


_LEADERS = re.compile(r"\b(?:leader(?:ship)? teams?|leadership teams?|teams? of leaders|cabinets?)\b", re.IGNORECASE)
_CARRIED = re.compile(
    r"\b(?:carr(?:y|ied|ies)|borrow\w*|not (?:been )?tested|untested|nobody|no study|nobody has|other (?:work )?teams|not (?:leader|leadership)|"
    r"may|might|could|if|perhaps|whether|idea)\b",
    re.IGNORECASE,
)
_OF_LEADERS = ("leader-teams", "district-leaders", "research", "principals")


def population_is_the_claims(sentence: Sentence, claims: Mapping[str, ClaimWords]) -> Iterator[Finding]:
    """A sentence about leader teams must rest on a claim about them, or say that the evidence is carried over."""
    known = [claims[claim] for claim in sentence.claims if claim in claims]
    found = _LEADERS.search(sentence.text)
    if not known or found is None or _CARRIED.search(sentence.text):
        return
    if all(claim.about not in _OF_LEADERS for claim in known):
        message = "the claim here is not about leader teams: say that the evidence is carried over from others"
        yield sentence.offset + found.start(), len(found.group()), message, "other-population", "note"
