"""Words that rank what works."""

import re
from collections.abc import Iterator

from macros.wording.finding import Finding
from macros.wording.mood import clause_before, denies, instructs, is_quoted, reports
from macros.wording.sentence import Sentence
from macros.wording.trigger import Trigger, words

TRIGGER = Trigger(
    words(
        "outweighs outweigh outranks outrank outperforms outperform trumps trump bullet unmatched unrivaled unrivalled "
        "secret key cornerstone linchpin backbone bang unparalleled unparallelled grail changer"
    ),
    (
        (
            words("most least"),
            words(
                "powerful effective influential impactful potent consequential successful productive "
                "transformative proven "
                "researched important critical essential significant decisive valuable crucial vital reliable "
                "promising useful "
                "matters matter"
            ),
        ),
        (
            words(
                "best strongest largest greatest biggest highest top surest fastest quickest single smartest clearest "
                "number no only"
            ),
            words(
                "predictor predictors factor factors influence influences driver drivers lever levers leverage "
                "strategy strategies "
                "effect effects impact yield payoff determinant determinants cause causes intervention "
                "interventions ingredient "
                "practice practices move moves approach approaches form forms contributor contributors component "
                "investment "
                "investments way ways route routes path paths road means second"
            ),
        ),
        (words("driver drivers factor factors influence influences predictor predictors"), words("s is are of")),
        (words("nothing few no"), words("matters matter works has have predicts improves raises lifts helps does")),
        (words("second"), words("none")),
        (words("gold"), words("standard")),
        (words("beat beats"), words("all every everything any anything them")),
        (words("more better"), words("any anything all")),
        (words("ranks rank comes come stands tops"), words("first highest top list")),
        (words("above"), words("else")),
    ),
)

_FORCE = (
    "(?:powerful|effective|influential|impactful|potent|consequential|successful|productive|transformative|proven|"
    "researched)"
)
_WEIGHT = r"(?:important|critical|essential|significant|decisive|valuable|crucial|vital|reliable|promising|useful)"
_THING = (
    r"(?:predictors?|factors?|influences?|drivers?|levers?|strateg(?:y|ies)|effects?|impacts?|determinants?|"
    r"causes?|interventions?|"
    r"ingredients?|practices?|moves?|approach(?:es)?|forms?|lever|leverage|contributors?|component|investments?)"
)
_FIELD = (
    r"(?:students?|learning|achievement|results|outcomes|success|schools?|education|leaders?|leadership|"
    r"principals?|teaching|"
    r"teachers|growth|improvement|reform|performance|influence|predictor|factor|practice|strategy|intervention)"
)
_HELPS = (
    "(?:rais|improv|lift|keep|build|chang|clos|grow|develop|boost|increas|reduc|strengthen|retain|creat|transform|get)"
    "(?:e|ing)?"
)
_ALL = r"(?:all\b|every(?:thing)?\b|any(?:thing)?\b|them\sall\b|all\sothers?\b)"
_BEST = r"(?:best|strongest|largest|greatest|biggest|highest|top|surest|fastest|quickest|single|smartest|clearest)"
_RANKS = re.compile(
    rf"""
      \b(?:most|least)\s{_FORCE}\b(?!\s(?:ones?|person|people|voices?|members?|leader|waits?|speaks?|use\sof\syour)\b)
    | \b(?:most|least)\s{_WEIGHT}(?:\s\w+)?\s{_THING}\b
    | \b(?:most|least)\s{_WEIGHT}\s(?:\w+\s){{0,3}}(?:for|to|in|of)\s(?:\w+['’]?s?\s){{0,2}}{_FIELD}\b
    | \b(?:the|single|its|their|a|bigger|greater|stronger)\s(?:\w+\s)?{_BEST}(?:[\s-]\w+)?\s{_THING}\b
    | \b{_BEST}[\s-](?:impact|yield|leverage|payoff)\b
    | \b(?:{_BEST}|only)\s(?:\w+\s)?(?:ways?|routes?|paths?|roads?|means)\s(?:to|of)\s(?:{_HELPS}\b|
      (?:\w+\s){{0,2}}{_FIELD}\b)
    | (?:\bnumber[\s-]one|\bno\.\s?1|\#1|\btop(?:\s(?:two|three|five|ten|\d+))?)\s(?:\w+\s)?{_THING}\b
    | \bsecond\sonly\sto\b
    | \b(?:more|better)\sthan\s(?:any(?:thing)?(?:\sother\s\w+|\selse)|all\sother)\b(?!\s(?:on|in)\s(?:this|the)\b)
    | \b(?:outweigh|outrank|outperform|trump|beat)s?\s(?:\w+\s)?{_ALL}
    | \bmatters?\smost\s(?:for|to|in)\s(?:\w+\s)?{_FIELD}\b
    | \b(?:nothing|few\sthings|no\s(?:(?:other|single)\s)?\w+)\s(?:else\s)?(?:has|have|matters?|works?|predicts?|
      improves?|raises?|lifts?|helps?|does)\b
      (?=[^.]*\b(?:more|better|as\s(?:much|well|strongly)|faster|bigger|greater|larger)\b)
    | \b(?:ranks?|comes?|stands?)\s(?:first|highest|at\sthe\stop)\s(?:among|in)\s(?:\w+\s){{0,3}}{_FIELD}\b
    | \b{_FIELD}\b[^.;]{{0,40}}\b(?:ranks?\s(?:first|highest)|tops?\s(?:the|every)\slist)\b
    | \bof\sall\s(?:the\s)?(?:\w+\s)?(?:influences|factors|strategies|practices|interventions)\b
    | \b(?:silver|magic)\sbullet\b | \bholy\sgrail\b | \bgame[\s-]changer\b | \bsecond\sto\snone\b
    | \b(?:cornerstone|linchpin|backbone|gold\sstandard)\s(?:of|for|in)\b | \bbang\sfor\b
    | \btops\s(?:the|every|any|all)\slists?\b
    | \b(?:the|one)\s(?:\w+\s)?(?:key|secret)\sto\s(?:\w+\s){{0,2}}(?:{_HELPS}\b|{_FIELD}\b)
    | \babove\sall\selse\b
    | \b(?:unmatched|unrivall?ed|unparallell?ed)\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
_CHOICE = re.compile(r"\b(?:which|whatever|whichever|your|her|his|my|our)\b[^,;]{0,20}$", re.IGNORECASE)


def superlatives_need_a_claim(sentence: Sentence) -> Iterator[Finding]:
    """A superlative about what works must rest on a claim."""
    if sentence.marks or sentence.asks:
        return
    for match in _RANKS.finditer(sentence.text):
        before = clause_before(sentence.text, match.start())
        named = is_quoted(sentence.text, match.start(), match.end())
        if named or denies(before) or reports(before) or _CHOICE.search(before) or _is_told(sentence.text, match):
            continue
        message = f"“{' '.join(match.group().split())}” ranks without evidence: add a claim, or say less"
        yield Finding(sentence.offset + match.start(), len(match.group()), message, "superlative", "note")
        return


def _is_told(text: str, match: re.Match[str]) -> bool:
    """Whether the words belong to an instruction: what follows "if you do only one thing" is a statement again."""
    return instructs(text) and not re.search(r"[:;,]", text[: match.start()])
