"""Words that say that one thing brings about another."""

import re
from collections.abc import Iterator, Mapping

from macros.wording.finding import ClaimWords, Finding, known_claims
from macros.wording.sentence import Sentence
from macros.wording.trigger import Trigger, words

_SINGULAR = (
    "raises drives boosts causes increases reduces lifts produces strengthens enhances lowers yields creates "
    "fuels sparks shapes transforms prevents protects builds hurts harms undermines triggers fosters accelerates "
    "propels affects impacts weakens determines enables stimulates generates multiplies powers ignites erodes "
    "pushes feeds inspires motivates unlocks nourishes deepens sustains"
)
_PAST = (
    "raised drove boosted caused increased reduced lifted produced strengthened enhanced lowered yielded fueled "
    "fuelled sparked transformed prevented undermined triggered fostered accelerated propelled affected impacted "
    "weakened stimulated generated pushed inspired motivated unlocked deepened"
)
_PLURAL = (
    "raise drive boost cause increase reduce lift produce strengthen enhance lower yield fuel spark shape "
    "transform prevent undermine trigger foster accelerate affect impact weaken determine stimulate generate "
    "create improve push feed inspire motivate unlock deepen sustain"
)
_PHRASES = r"""
      (?:leads?|led)\sto | results?\sin | resulted\sin | (?:brings?|brought)\sabout | gives?\srise\sto
    | improve[sd]\s(?!(?:faster|slower|more|less|most|in|at|over|by|and|or|as|when|where|since|after|from|on|
      a\slittle)\b)[\w'’]+
    | makes?\s(?:\w+\s){1,3}(?:better|stronger|more|learn|stay|improve|succeed|effective)
    | made\s(?:\w+\s){1,3}(?:better|stronger|learn|stay|improve|succeed)
    | cuts?\s(?:turnover|absence|errors|costs|gaps?) | pays?\soff\sin | translates?\sinto |
       turns?\sinto\s(?:results|gains|growth)
    | (?:has|have|had)\s(?:an?\s|the\s)?(?:\w+\s){0,2}(?:effects?|impact|influence)\son
    | (?:effects?|impact|influence)\sof\s(?:\w+\s){1,4}on\s(?:\w+\s){1,4}(?:is|are|was|were)
    | (?:is|are|was|were)\s(?:behind|responsible\sfor|the\s(?:reason|cause|engine)) | (?:is|are)\swhy
    | (?:contributes?|contributed)\sto | (?:stems?|stemmed|flows?|flowed)\sfrom
    | keeps?\s(?:\w+\s){1,3}from\s\w+ing | thanks\sto | because\sof | due\sto | owing\sto
    | helps?\s(?:\w+\s){1,2}(?:learn|grow|improve|succeed|stay)
"""
TRIGGER = Trigger(
    words(
        f"{_SINGULAR} {_PAST} {_PLURAL} lead leads led result results resulted brings bring "
        "brought gives give improves improved "
        "make makes made cut cuts pays pay translates translate turns turn effect effects impact influence keeps "
        "keep thanks "
        "behind responsible reason engine why contribute contributes contributed stems flows because due "
        "owing helps help"
    )
)

_CAUSAL = re.compile(rf"\b(?:{'|'.join((_SINGULAR + ' ' + _PAST).split())}|{_PHRASES})\b", re.VERBOSE | re.IGNORECASE)
_MANY = re.compile(
    rf"\b(?!(?:is|was|has|does|as|its|this|always|perhaps|towards)\b)(?:\w+s|people|they|that|who|which|"
    rf"staff)\s(?:\w+ly\s|also\s)?(?:{'|'.join(_PLURAL.split())})\b",
    re.IGNORECASE,
)
_BECAUSE = re.compile(
    r"\bbecause\b(?=[^.]*\b(?:learn\w*|gain\w*|grew|grow|improve[sd]?|scores?|results|achievement|stay(?:ed)?|"
    r"left|rose)\b)", re.IGNORECASE
)
_OF_METHOD = re.compile(
    r"\b(?:stud(?:y|ies)|surveys?|samples?|ratings?|rated|asked|averages?|reviews?|data|numbers?|researchers?|"
    r"measured?|we|us|it|nobody|both)\b",
    re.IGNORECASE,
)
_HEDGED = re.compile(
    r"\b(?:not|no|nor|never|nobody|nothing|neither|hardly|whether|cannot|if|may|might|could|can|would|should|untested|unproven|"
    r"than|propose[sd]?|"
    r"suggests?|argue[sd]?|says?|said|hope[sd]?|hoping|meant|likely|claim(?:s|ed)?|calls?|called|did|does|do|"
    r"ask(?:s|ed)?|"
    r"one\sreading|suppose[sd]?|perhaps|possible|possibly|probably|idea|theory|believe[sd]?|think|thought|"
    r"expect\w*|appears?|seems?|"
    r"assum\w+|hypothes\w+|predict(?:s|ed)?\sthat|as\sif|aims?|aimed|designed|intended|what|how)\b|n['’]t\b",
    re.IGNORECASE,
)
_DENIED_AFTER = re.compile(
    r"\b(?:unproven|untested|unknown|not\s(?:known|shown|settled|tested|clear)|in\s(?:dispute|doubt)|nobody|"
    r"disputed|a\sguess|an?\s(?:idea|proposal))\b"
    r"|\b(?:nothing|no\s\w+)\b",
    re.IGNORECASE,
)
_SAYS_LESS = ("causes", "proposes", "defines")


def causal_words_need_a_cause(sentence: Sentence, claims: Mapping[str, ClaimWords]) -> Iterator[Finding]:
    """A sentence may use a causal word only of a claim whose relation is causes."""
    known = known_claims(sentence.claims, claims)
    if known and all(claim.relation not in _SAYS_LESS for claim in known):
        yield from causal_words(sentence)


def causal_words(sentence: Sentence) -> Iterator[Finding]:
    """Yield the causal word of a sentence that says plainly, without doubt or denial, that one thing brings another."""
    if sentence.asks:
        return
    text = sentence.text
    because = [] if _OF_METHOD.search(text) else _BECAUSE.finditer(text)
    for match in sorted([*_CAUSAL.finditer(text), *_MANY.finditer(text), *because], key=re.Match.start):
        if _HEDGED.search(text[: match.start()]) or _DENIED_AFTER.search(text[match.end() :]):
            continue
        said = " ".join(match.group().split())
        message = f"“{said}” says that one thing brings about another; the claim says less: try “goes with”"
        yield Finding(sentence.offset + match.start(), len(match.group()), message, "causal-words", "note")
        return
