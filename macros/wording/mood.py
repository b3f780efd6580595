"""How a sentence means its words: as an instruction, a doubt, a denial, a quotation, or plainly."""

import re

_IMPERATIVES = (
    "add aim allow ask avoid be begin bring build call check choose collect compare count cut decide do drop end "
    "expect "
    "find finish follow give hold invite keep lay leave let limit list look make mark meet move name note open "
    "pause pick "
    "plan post print protect put raise rate read record remove repeat replace report reserve return save say "
    "schedule "
    "send set share show skip spend split start stay stop switch take talk tell test treat trim try use visit "
    "wait walk "
    "watch work write"
)
_INSTRUCTS = re.compile(
    rf"\W*(?:first|then|next|now|so|and|please|always|never|do\snot|don['’]t)?,?\s*\b"
    rf"(?:{'|'.join(_IMPERATIVES.split())})\b",
    re.IGNORECASE,
)
_SETS_A_CONDITION = re.compile(r"\W*(?:if|when|once|until|unless|suppose|say)\b", re.IGNORECASE)
_OWN = re.compile(r"\b(?:your|you|our|my|we|should|must|at\sleast|at\smost|no\smore\sthan)\b", re.IGNORECASE)
_DENIES = re.compile(
    r"\b(?:not|no|none|nor|never|nobody|no-?one|nothing|neither|without|few|little|hardly|scarcely|rarely|seldom|"
    r"cannot|"
    r"whether|if|unless|until|lest|beware|wary|distrust|doubt\w*|so-called|unproven|untested|unknown|"
    r"question\w*)\b|n['’]t\b",
    re.IGNORECASE,
)
_REPORTS = re.compile(
    r"\b(?:say|says|said|call|calls|called|claim|claims|claimed|argue[sd]?|propose[sd]?|believe[sd]?|assume[sd]?|"
    r"hope[sd]?|"
    r"think|thinks|thought|wrote|writes|tells?\syou|sell|sells|sold|advertised|promise[sd]?|headlines?|posters?|"
    r"slides?|"
    r"list-makers|vendors?|often\sranked)\b",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"[“\"‘'*_]\s?$")
_UNQUOTED = re.compile(r"[.,…]{0,3}\s?[”\"’'*_]")


_NEW_CLAUSE = re.compile(r"[:;–—]|,\s(?:but|yet|and|so|while|though)\b")


def clause_before(text: str, end: int) -> str:
    """Return the words of the same clause that stand before `end`."""
    start = max((match.end() for match in _NEW_CLAUSE.finditer(text, 0, end)), default=0)
    return text[start:end]


def instructs(text: str) -> bool:
    """Whether a sentence tells its reader to do something, or sets her a condition."""
    return bool(_INSTRUCTS.match(text) or _SETS_A_CONDITION.match(text))


def speaks_of_the_reader(text: str) -> bool:
    """Whether a sentence speaks of the reader's own school, or of what ought to be."""
    return _OWN.search(text) is not None


def denies(text: str) -> bool:
    """Whether words deny or doubt what follows them."""
    return _DENIES.search(text) is not None


def reports(text: str) -> bool:
    """Whether words hand what follows them to somebody else."""
    return _REPORTS.search(text) is not None


def is_quoted(text: str, start: int, end: int) -> bool:
    """Whether the words from `start` to `end` stand in quotation marks or italics of their own: named, not used."""
    return bool(_QUOTED.search(text, max(0, start - 2), start) and _UNQUOTED.match(text, end))
