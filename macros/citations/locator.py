"""Where in a source a citation points: `p. 3`, `chap. 2`, `§§ 4-6`; every kind that CSL knows."""

import re
from dataclasses import dataclass
from functools import cache

FORMS: dict[str, str] = {
    "act": "act|acts",
    "appendix": "appendix|appendices|app.|apps.",
    "article-locator": "article|articles|art.|arts.",
    "book": "book|books|bk.|bks.",
    "canon": "canon|canons|can.|cann.",
    "chapter": "chapter|chapters|chap.|chaps.|ch.|chs.",
    "column": "column|columns|col.|cols.",
    "elocation": "location|locations|loc.|locs.",
    "equation": "equation|equations|eq.|eqs.",
    "figure": "figure|figures|fig.|figs.",
    "folio": "folio|folios|fol.|fols.",
    "issue": "issue|issues",
    "line": "line|lines|l.|ll.",
    "note": "note|notes|n.|nn.",
    "number": "number|numbers|no.|nos.",
    "opus": "opus|opera|op.|opp.",
    "page": "page|pages|p.|pp.",
    "paragraph": "paragraph|paragraphs|para.|paras.|par.|pars.|¶¶|¶",
    "part": "part|parts|pt.|pts.",
    "rule": "rule|rules|r.|rr.",
    "scene": "scene|scenes|sc.|scs.",
    "section": "section|sections|sec.|secs.|sect.|sects.|§§|§",
    "sub-verbo": "sub verbo|sub verbis|s.v.|s.vv.",
    "supplement": "supplement|supplements|supp.|supps.|suppl.",
    "table": "table|tables|tbl.|tbls.|tab.",
    "timestamp": "timestamp|timestamps|time",
    "title-locator": "title|titles|tit.|tits.",
    "verse": "verse|verses|v.|vv.",
    "volume": "volume|volumes|vol.|vols.",
}
"""Each CSL locator kind with the words that announce it: Pandoc's list, and both English locales' abbreviations."""

_KINDS = {form: kind for kind, forms in FORMS.items() for form in forms.split("|")}
_LABEL = "|".join(re.escape(form) for form in sorted(_KINDS, key=len, reverse=True))
_ROMAN = r"(?=[ivxlcdm]|[IVXLCDM])(?:[ivxlcdm]+|[IVXLCDM]+)(?![^\W_])"
_WORD = rf"(?:[^\s,;\d\[\](){{}}]*\d[^\s,;]*|{_ROMAN})"
_MORE = rf"(?:\s*,\s*{_WORD}|\s+(?:&|and)\s+{_WORD}|\s*[-–—]\s*{_WORD}|\s+\[[^\[\]]*\d[^\[\]]*\])*"
_LABELED = re.compile(rf"[,\s]*(?P<label>{_LABEL})\s*(?P<value>(?:{_WORD}|\([^()\s]+\)|\[[^\[\]\s]+\]){_MORE})")
_PLAIN = re.compile(rf"[,\s]*(?P<value>(?=[^\s,;]*\d){_WORD}{_MORE})")
_BRACED = re.compile(rf"[,\s]*\{{\s*(?:(?P<label>{_LABEL})\s*)?(?P<value>(?:[^{{}}]|\{{[^{{}}]*\}})*)\}}")
_NEAR = re.compile(
    r"[,\s]*(?P<word>pp?|pages?|pgs?\.?|chap|ch|sec|fig|vol|paras?|tbl|no|col)\s*(?P<value>\d[\w–-]*)", re.I
)


@dataclass(frozen=True)
class Locator:
    """A place in a source: a CSL locator kind, its value, and the text behind it; `end` counts in the suffix read."""

    label: str
    value: str
    end: int
    stated: bool
    """Whether the text names the kind; a bare number counts as a page."""


def read_locator(suffix: str) -> Locator | None:
    """Return the locator that a suffix begins with, if it begins with one."""
    if braced := _BRACED.match(suffix):
        label = _KINDS[braced["label"]] if braced["label"] else "page"
        return Locator(label, braced["value"].strip(), braced.end(), True)
    labeled = _LABELED.match(suffix)
    if labeled and (labeled["label"][-1] in ".§¶" or suffix[labeled.start("value") - 1].isspace()):
        return Locator(_KINDS[labeled["label"]], labeled["value"], labeled.end(), True)
    if _NEAR.match(suffix):
        return None
    plain = _PLAIN.match(suffix)
    return Locator("page", plain["value"], plain.end(), False) if plain else None


@cache
def mistyped_label(suffix: str) -> tuple[int, int, str] | None:
    """Return offset, length and mended form of what looks like a locator with a misspelt label (`p 3`, `page3`)."""
    near = _NEAR.match(suffix)
    if near is None or read_locator(suffix) is not None:
        return None
    word = near["word"].lower().rstrip(".")
    label = {"pg": "p.", "pgs": "pp.", "page": "p.", "pages": "pp."}.get(word, f"{word}.")
    label = "pp." if label == "p." and re.search(r"[–-]", near["value"]) else label
    return near.start("word"), near.end() - near.start("word"), f"{label} {near['value']}"
