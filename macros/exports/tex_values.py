"""Values of CSL-JSON as values of BibLaTeX: rich text as TeX, lists of names, dates in EDTF."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

_TAG = re.compile(r"<(/?)(i|b|sup|sub|span)((?: [^<>]*)?)>")
_OPENERS = {"i": r"\emph{", "b": r"\textbf{", "sup": r"\textsuperscript{", "sub": r"\textsubscript{"}
_SPECIAL = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "$": r"\$", "&": r"\&", "%": r"\%", "#": r"\#", "_": r"\_",
    "~": r"\textasciitilde{}", "^": r"\textasciicircum{}", "\u00a0": "~",
}  # fmt: skip


def tex(text: object) -> str:
    """Return CSL-JSON rich text as TeX: tags become commands, text whose case must stay is put in braces."""
    source, parts, last, depth = str(text), [], 0, 0
    for tag in _TAG.finditer(source):
        parts.append(_escaped(source[last : tag.start()]))
        last = tag.end()
        closing = tag[1] == "/"
        if not closing or depth:  # a tag that is closed twice must not break the file, nor one that never is
            parts.append("}" if closing else _command(tag[2], tag[3]))
            depth += -1 if closing else 1
    return "".join([*parts, _escaped(source[last:])]).strip() + "}" * depth


def _escaped(text: str) -> str:
    return "".join(_SPECIAL.get(letter, letter) for letter in re.sub(r"[ \t\r\n]+", " ", text))


def _command(tag: str, attributes: str) -> str:
    if tag == "span":
        return r"\textsc{" if "small-caps" in attributes else "{"
    return _OPENERS[tag]


def names_field(names: Sequence[Mapping[str, str]]) -> str:
    """Return CSL names as a BibTeX list."""
    return " and ".join(filter(None, map(_name, names)))


def _name(name: Mapping[str, str]) -> str:
    literal = name.get("literal", "")
    if literal:
        return "others" if literal in ("others", "et al.") else f"{{{tex(literal)}}}"
    family, given, suffix = (_whole(tex(name.get(part, ""))) for part in ("family", "given", "suffix"))
    dropping, staying = tex(name.get("dropping-particle", "")), tex(name.get("non-dropping-particle", ""))
    if dropping or not (given or suffix) or (staying and not staying[0].islower()):
        parts = {"family": family, "given": given, "suffix": suffix, "prefix": staying or dropping}
        named = [f"{part}={text}" for part, text in parts.items() if text]
        return ", ".join([*named, *(["useprefix=true"] if staying else [])])
    if not staying and family[:1].islower() and " " in family:
        family = f"{{{family}}}"
    return ", ".join(filter(None, (f"{staying} {family}".strip(), suffix, given)))


def _whole(text: str) -> str:
    """A comma or the word "and" within a part of a name must not divide it."""
    return f"{{{text}}}" if "," in text or re.search(r"\band\b", text) else text


def date_field(date: Mapping[str, Any]) -> str:
    """Return a CSL date in EDTF: 2019, 2019-05-31, 2019/2021, 2019-21 for spring, 1850~ for about 1850."""
    if date.get("literal") or date.get("raw"):
        return tex(date.get("literal") or date["raw"])
    ends = [_point([int(part) for part in parts if str(part).lstrip("-").isdigit()], date) for parts in _parts(date)]
    return "/".join(ends)


def _parts(date: Mapping[str, Any]) -> list[list[Any]]:
    return [list(parts) for parts in date.get("date-parts", []) if parts and parts[0] not in (None, "")]


def _point(parts: Sequence[int], date: Mapping[str, Any]) -> str:
    """CSL has no year 0 and EDTF has; a season is 21 to 24 in EDTF, and 13 to 16 within a CSL range."""
    if not parts or parts[0] == 0:
        return ".."
    year = parts[0] if parts[0] > 0 else parts[0] + 1
    rest = [parts[1] + 8 if 13 <= parts[1] <= 16 else parts[1], *parts[2:]] if len(parts) > 1 else []
    if date.get("season") and not rest and str(date["season"]).isdigit():
        rest = [20 + int(date["season"])]
    text = "-".join([f"{'-' if year < 0 else ''}{abs(year):04}", *(f"{part:02}" for part in rest)])
    return text + ("~" if date.get("circa") else "")
