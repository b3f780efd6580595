"""Statistics typed in prose."""

import re
from collections.abc import Iterator

from macros.problems import Severity
from macros.wording.finding import Finding
from macros.wording.mood import instructs, speaks_of_the_reader
from macros.wording.sentence import Sentence
from macros.wording.trigger import Trigger, words

_COUNTS = words(
    "one two three four five six seven eight nine ten half third thirds quarter quarters fifth twice times double "
    "triple"
)
TRIGGER = Trigger(
    words(
        "percent cent percentage percentages percentile percentiles deviation deviations sd sds hattie metax "
        "twofold threefold "
        "fourfold fivefold tenfold fold doubles doubled triples tripled halves halved confidence whopping"
    ),
    (
        (
            words("month months weeks years days"),
            words("learning progress schooling growth gain gains gained ahead reading math"),
        ),
        (
            words("effect effects odds hazard risk"),
            words("size sizes ratio ratios times twice double triple about quarter third half"),
        ),
        (words("variance differences difference year years"), words("quarter third half two three")),
        (
            words("likely powerful effective influential predictive"),
            words("twice times half percent one two three four five"),
        ),
    ),
)
TRIGGER_OF_PARTS = Trigger(
    frozenset(),
    (
        (
            _COUNTS,
            words("teachers principals schools leaders students districts superintendents pupils families adults"),
        ),
    ),
)
SIGN = re.compile(
    r"[=≈%≤≥<×.\d](?:(?<=[=≈%≤≥<×])|(?<=\.)\d|(?<=\d)(?:st|nd|rd|th)\s|(?<=\d)\s(?:times|months|in\s|out\s))"
)
"""Signs of a statistic that are no words; with one set to begin with, the search of each text takes half the time."""

_DIGITS = r"(?:\d[\d,]*(?:\.\d+)?|\.\d+)"
_SIGNED = rf"[-−–]?\s?{_DIGITS}"
_DECIMAL = r"[-−–]?(?:\d?\.\d+)"
_SMALL = r"(?:one|two|three|four|five|six|seven|eight|nine|ten)"
_TENS = r"(?:ten|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[-‐\s][a-z]{3,5})?"
_PARTS = r"(?:half|(?:a|one|two|three|four)[-\s](?:third|quarter|fifth|sixth|tenth)s?)"
_NUMBER = rf"(?:{_DIGITS}|{_SMALL}|{_TENS})"
_AROUND = r"(?:about|almost|nearly|around|over|roughly|only|just|some|up\sto|a\sstriking|as\shigh\sas)\s"
_SIGN = r"[*_]{0,2}(?:\b[dgrtF]|\bSE|\bR²|\bR\^?2|\bχ²|\b[βρηωαΔ]²?|\brho|\bbeta|\beta)[*_]{0,2}"
_PEOPLE = (
    "(?:teachers|principals|schools|leaders|students|districts|superintendents|pupils|children|graders|families|adults|"
    "staffs?)"
)

_CERTAIN = re.compile(
    rf"""
      {_SIGN}(?:\sof\s|\swas\s|\sis\s|\s?[=≈]\s?)(?:{_AROUND})?{_SIGNED}
    | (?<![\w.])[*_]{{0,2}}[pP][*_]{{0,2}}\s?[<=>≤≥]\s?0?\.\d+
    | \beffect\ssizes?\b[^.!?;\d]{{0,40}}(?:{_DECIMAL}|\ba\s(?:quarter|third|half|fifth)\b)
    | \b(?:effects?|hinge(?:\spoint)?|influences?)\b[^.!?;\d]{{0,30}}\s[-−]?0?\.\d+
    | {_DECIMAL}\s(?:is\san?\s|as\san?\s)?(?:effect|correlation|influence)\b
    | \bcorrelat\w+\b[^.!?;\d]{{0,40}}{_DECIMAL}
    | \b(?:{_NUMBER}|{_PARTS}|an?)(?:\s|-)?(?:(?:of\s)?(?:an?|one)[-\s])?standard[-\s]deviations?\b(?=[^?]*$)
    | (?:(?<![\w.])|\bof\sa){_DIGITS}\s?-?(?:of\san?\s)?(?:standard\sdeviations?|SDs?\b)
    | (?<![\w.])\.\d+\s(?:standard\sdeviations?|SDs?\b)
    | \b(?:odds|hazard|risk)\sratios?\b[^.!?;\d]{{0,20}}{_DIGITS}
    | \b(?:half|a\s(?:quarter|third)|two\sthirds|most)\sof\s(?:all\s|the\s)?(?:\w+\s){{0,2}}
      (?:effects?|variance|differences?)\b
    | \b(?:{_NUMBER}|half|a\s(?:quarter|third)\sof)\san?\sschool\syear\b | \b{_NUMBER}\syears?\sof\slearning\b
    | \b\d\d\s?%\s(?:CI|confidence)\b
    | \b{_NUMBER}(?:\sto\s{_NUMBER})?\s(?:more\s|extra\s|additional\s)?(?:months?|weeks?|years?|days?)['’]?\s
        (?:of\s)?(?:extra\s|additional\s|more\s)*(?:learning|progress|schooling|growth)\b(?!\s(?:walks?|labs?|time|
        rounds?|visits?|notes?|meetings?))
    | \b(?:learning|achievement|progress|gains?|gained|growth|ahead|reading|
      math)\b(?:\s\w+){{0,3}}\s{_NUMBER}(?:\sto\s{_NUMBER})?\s
        (?:extra\s|additional\s|more\s)?months\b
    | \b\d+(?:st|nd|rd|th)\s(?:to\s(?:the\s)?\d+(?:st|nd|rd|th)\s)?percentiles?\b
    | {_DIGITS}\spercentage\spoints?\b | {_DIGITS}\spercentiles?\b
    | \b(?:{_NUMBER}(?:\s?[%×x]|\spercent|\sper\scent)?(?:\stimes)?|twice|half)\s(?:again\s)?(?:as|more|less)\s
        (?:likely|powerful|effective|influential|predictive)\b
    | \b(?:{_NUMBER}\stimes|twice|double|triple)\sthe\s(?:effect|impact|influence|size|power|odds|gains?|rate|
      likelihood|chance)\b
    | \b(?:{_NUMBER}-?fold)\s(?:increase|rise|gain|growth|drop|difference|improvement)\b
    """,
    re.VERBOSE,
)
_SHARE = re.compile(
    rf"""\b(?:{_DIGITS}|{_SMALL}|{_TENS})\s?(?:%|percent\b|per\scent\b)""",
    re.VERBOSE | re.IGNORECASE,
)
_FOUND = re.compile(
    rf"\b(?:{_PEOPLE}|variance|achievement|turnover|survey(?:ed)?|stud(?:y|ies)|results?|scores?|differences?|"
    rf"effects?|likely|gain(?:s|ed)?|fell|rose|grew|"
    r"improvement|said|say|reported|named|explain(?:s|ed)?|accounts?)\b",
    re.IGNORECASE,
)
_PARTS_OF_PEOPLE = re.compile(
    rf"""
      \b(?:{_SMALL}|\d)\s(?:in|out\sof)\s(?:every\s)?(?:{_SMALL}|\d+)\s(?:\w+\s){{0,2}}{_PEOPLE}\b
    | \b(?:half|most\sof|(?:a|one|two|three)[-\s](?:third|quarter|fifth)s?)\sof\s(?:all\s|
      the\s)?{_PEOPLE}\s(?:\w+\s){{0,4}}(?:said|say|report(?:ed)?|left|leave|felt|feel)\b
    | \b(?:doubl|tripl|halv)(?:e[sd]|ing)\s(?:the|their|its)\s(?:odds|likelihood|chances?|risks?|rates?|gains?)\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
_FAMED = re.compile(
    rf"\b(?:number|whopping|magic(?:al)?)\s{_DECIMAL}(?!\d*\s?(?:hours?|inch|miles?|FTE|percent|%))", re.IGNORECASE
)
_LONE = re.compile(
    r"(?<![\w.$€£#])[-−]?[0-2]?\.\d\d(?![\d.]|\s?(?:a\.m|p\.m|am\b|pm\b|hours?|inch|miles?|FTE|spacing))"
)
_OF_A_LIST = re.compile(
    r"\b(?:effects?|influences?|efficacy|Hattie|Visible\sLearning|MetaX|hinge|meta-analys[ie]s|correlat\w+|"
    r"predict\w*)\b",
    re.IGNORECASE,
)
_PLACED = re.compile(
    r"\b(?:room|section|chapter|version|figure|table|step|item|page|part|policy|form|grade|GPA)\s$", re.IGNORECASE
)
_DRAW = "a number from research stands in a claim: draw it with [=claim-id:value], or leave it out"
_ASK = "if this number comes from research, draw it from a claim with [=claim-id:value]"


def statistics_stand_in_claims(sentence: Sentence) -> Iterator[Finding]:
    """A statistic must stand in the result of a claim; prose draws it from there. Shares are notes."""
    text = sentence.text
    certain = [*_CERTAIN.finditer(text)]
    for match in certain:
        yield _found(sentence, match, "error")
    if not certain:
        yield from _shares(sentence)
        yield from _lone_numbers(sentence)


def parts_of_people_stand_in_claims(sentence: Sentence) -> Iterator[Finding]:
    """A share of teachers or schools, such as one in three, should be drawn from a claim where research found it."""
    if not instructs(sentence.text):
        yield from (_found(sentence, match, "note") for match in _PARTS_OF_PEOPLE.finditer(sentence.text))


def _shares(sentence: Sentence) -> Iterator[Finding]:
    """Yield percentages, but for those that the reader is told to keep to, or that are her own."""
    if instructs(sentence.text) or speaks_of_the_reader(sentence.text):
        return
    for match in _SHARE.finditer(sentence.text):
        yield _found(sentence, match, "error" if _FOUND.search(sentence.text) and not sentence.asks else "note")


def _lone_numbers(sentence: Sentence) -> Iterator[Finding]:
    """Yield lone decimals in a sentence about effects, and those called a number."""
    text = sentence.text
    yield from (_found(sentence, match, "note") for match in _FAMED.finditer(text))
    if _OF_A_LIST.search(text) and not _FAMED.search(text):
        for match in _LONE.finditer(text):
            if not _PLACED.search(text[: match.start()]):
                yield _found(sentence, match, "note")


def _found(sentence: Sentence, match: re.Match[str], severity: Severity) -> Finding:
    length = match.end() - match.start()
    message = _DRAW if severity == "error" else _ASK
    return Finding(sentence.offset + match.start(), length, message, "bare-statistic", severity)
