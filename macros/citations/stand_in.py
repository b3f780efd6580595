"""Locator kinds that pandoc does not know: sent as a figure with a mark, given their own label in the answer."""

import re
import xml.etree.ElementTree as ElementTree
from dataclasses import dataclass
from functools import cache

from macros.citations.locator import FORMS
from macros.citations.style import Style, style_xml

_CSL = "{http://purl.org/net/xbiblio/csl}"
_FIRST_MARK = 0xE100

_TERMS = {
    "act": "act|acts",
    "appendix": "appendix|appendices|app.|apps.",
    "article-locator": "article|articles|art.|arts.",
    "canon": "canon|canons|can.|cann.",
    "elocation": "location|locations|loc.|locs.",
    "equation": "equation|equations|eq.|eqq.",
    "issue": "issue|issues|no.|nos.",
    "number": "number|numbers|no.|nos.",
    "rule": "rule|rules|r.|rr.",
    "scene": "scene|scenes|sc.|scs.",
    "supplement": "supplement|supplements|supp.|supps.",
    "table": "table|tables|tbl.|tbls.",
    "timestamp": "|",
    "title-locator": "title|titles|tit.|titt.",
}
"""One and several, long and short: the CSL locale en-US; a style's own terms come before these."""

_LABEL = re.compile(r"(?:(?P<label>figures?|figs?\.?)(?P<space>\s+))?(?P<mark>[\ue100-\ue11f])", re.IGNORECASE)


@dataclass(frozen=True)
class StandIn:
    """What pandoc is told of a locator: a label word it knows, and what stands before the value."""

    label: str
    mark: str


def stand_in(kind: str) -> StandIn:
    """Return how a locator of this CSL kind is sent to pandoc."""
    if kind not in _TERMS:
        return StandIn(FORMS[kind].split("|")[0], "")
    return StandIn("figure", chr(_FIRST_MARK + list(_TERMS).index(kind)))


def with_own_labels(printed: str, style: Style) -> str:
    """Replace every marked "figure" in HTML or text by the label of the kind meant, in the style's form."""
    return (
        _LABEL.sub(lambda match: _own_label(match, style), printed) if max(printed, default="") > "\ue0ff" else printed
    )


def _own_label(match: re.Match[str], style: Style) -> str:
    kind = list(_TERMS)[ord(match["mark"]) - _FIRST_MARK]
    label = match["label"] or ""
    short = label.lower().startswith("fig") and not label.lower().startswith("figure")
    term = _term(kind, short, label.rstrip(".").lower().endswith("s"), style)
    if not label or not term:
        return ""
    return (term[0].upper() + term[1:] if label[0].isupper() else term) + match["space"]


def _term(kind: str, short: bool, several: bool, style: Style) -> str:
    """CSL's order: the style's own short form, the locale's, then the long forms."""
    of_style, of_locale = _of_style(kind, style), _of_locale(kind, style)
    ranked = [of_style.get(True), of_locale.get(True)] if short else []
    ranked += [of_style.get(False), of_locale.get(False)]
    return next(forms for forms in ranked if forms)[several]


def _of_locale(kind: str, style: Style) -> dict[bool, list[str]]:
    one, many, *abbreviated = _TERMS[kind].split("|")
    british = style.language == "en-GB"
    return {False: [one, many], True: [_british(form) if british else form for form in abbreviated]}


def _british(form: str) -> str:
    """A contraction takes no point in British usage: apps, tbls."""
    return {"supp.": "suppl.", "supps.": "suppls"}.get(form, form[:-1] if form.endswith("s.") else form)


@cache
def _of_style(kind: str, style: Style) -> dict[bool, list[str]]:
    """Return the style's own words for a kind of locator: short (True) and long (False)."""
    found: dict[bool, list[str]] = {}
    for term in ElementTree.fromstring(style_xml(style)).iterfind(f"{_CSL}locale/{_CSL}terms/{_CSL}term"):
        if term.get("name") == kind and term.get("form", "long") in ("long", "short"):
            forms = [child.text or "" for child in term] or [term.text or ""]
            found[term.get("form") == "short"] = [forms[0], forms[-1]]
    return found
