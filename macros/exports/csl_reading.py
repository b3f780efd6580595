"""CSL-JSON in: from a file or from a registry of DOIs, with the place of what cannot be read."""

import re
from collections.abc import Iterator, Mapping
from html import unescape
from json import JSONDecodeError, JSONDecoder
from typing import Any

from macros.bibliography.source_text import SourceText
from macros.exports.found import Found
from macros.problems import Place, Problem, did_you_mean

_TYPES = frozenset(
    "article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection dataset "
    "document entry entry-dictionary entry-encyclopedia event figure graphic hearing interview legal_case legislation "
    "manuscript map motion_picture musical_score pamphlet paper-conference patent performance periodical "
    "personal_communication post post-weblog regulation report review review-book software song speech standard thesis "
    "treaty webpage".split()
)
_CROSSREF = {
    "journal-article": "article-journal", "book-chapter": "chapter", "book-section": "chapter", "book-part": "chapter",
    "proceedings-article": "paper-conference", "posted-content": "article", "dissertation": "thesis",
    "monograph": "book", "edited-book": "book", "reference-book": "book", "proceedings": "book", "book-set": "book",
    "reference-entry": "entry-encyclopedia", "report-component": "report", "report-series": "report",
    "peer-review": "review", "other": "document", "component": "document", "journal": "periodical",
    "article-journal": "article-journal",
}  # fmt: skip
"""Types that Crossref writes into its CSL-JSON though CSL does not know them."""
_NAMES = re.compile(
    "author|editor|translator|director|host|interviewer|recipient|compiler|composer|illustrator|.*-(?:author|editor)"
)
_DATES = frozenset(["issued", "accessed", "event-date", "original-date", "submitted", "available-date"])
_TAG = re.compile(r"<(?!/?(?:i|b|sup|sub)>|/?span[ >])/?[A-Za-z][^<>]*>")
_ADDRESS = re.compile(r"^https?://(?:id\.crossref\.org/isbn|(?:dx\.)?doi\.org)/|^doi:\s*", re.IGNORECASE)
_PART = ("family", "given", "literal", "suffix", "non-dropping-particle", "dropping-particle")


def read_csl_json(text: str, file: str) -> tuple[list[Found], list[Problem]]:
    """Return the items of a CSL-JSON file, which holds one item or a list, and every problem."""
    source = SourceText(text, file)
    problems: list[Problem] = []
    found = []
    try:
        for raw, offset in _objects(source):
            place = source.place(offset)
            problems.extend(_faults(raw, place))
            if isinstance(raw, dict):
                found.append(Found(normal(raw), place))
    except JSONDecodeError as error:
        message = f"This is not JSON from here on: {_reason(error)}."
        problems.append(Problem(source.place(min(error.pos, len(text))), message, "csl-json"))
    except (RecursionError, ValueError):
        problems.append(Problem(Place(file), "This file nests too deeply to be a list of sources.", "csl-json"))
    if not found and not problems:
        problems.append(Problem(Place(file), "No source stands in this file.", "csl-json"))
    return found, problems


def _objects(source: SourceText) -> Iterator[tuple[Any, int]]:
    """Yield each item with its offset; a file may also be one item."""
    text, decoder = source.text, JSONDecoder()
    at = _after_space(text, 0)
    if text[at : at + 1] != "[":
        item, end = decoder.raw_decode(text, at)
        yield item, at
        if _after_space(text, end) < len(text):
            raise JSONDecodeError("Extra data", text, _after_space(text, end))
        return
    at = _after_space(text, at + 1)
    while text[at : at + 1] != "]":
        item, end = decoder.raw_decode(text, at)
        yield item, at
        at = _after_space(text, end)
        if text[at : at + 1] == ",":
            at = _after_space(text, at + 1)
        elif text[at : at + 1] != "]":
            raise JSONDecodeError("Expecting ',' delimiter", text, at)


def _after_space(text: str, at: int) -> int:
    match = re.compile(r"[ \t\r\n\ufeff]*").match(text, at)
    return match.end() if match else at


def _reason(error: JSONDecodeError) -> str:
    reasons = {
        "Expecting ',' delimiter": "a comma or a closing bracket is missing",
        "Expecting value": "a value is missing",
        "Expecting property name enclosed in double quotes": 'a name in double quotes is missing, such as "title"',
        "Expecting ':' delimiter": "a colon is missing after the name",
        "Extra data": "nothing may follow the last bracket",
        "Unterminated string starting at": "a closing quotation mark is missing",
    }
    return reasons.get(error.msg, "something is missing or too many")


def _faults(raw: object, place: Place) -> Iterator[Problem]:
    """An item must be an object whose type CSL knows, with names and dates in CSL's form."""
    if not isinstance(raw, dict):
        yield Problem(place, 'A source is written in braces: {"type": "book", "title": "..."}', "csl-json")
        return
    kind = raw.get("type")
    if kind not in _TYPES and kind not in _CROSSREF:
        hint = did_you_mean(str(kind), _TYPES) if kind else '; add "type": "article-journal" or another.'
        yield Problem(place, f"This source has no type that CSL knows{hint or '; use document.'}", "csl-json")
    for role, names in raw.items():
        if _NAMES.fullmatch(role) and not (isinstance(names, list) and all(isinstance(one, dict) for one in names)):
            message = f'Write {role} as a list of names: [{{"family": "Hattie", "given": "John"}}]'
            yield Problem(place, message, "csl-json")
    for part in _DATES & raw.keys():
        if not isinstance(raw[part], dict):
            yield Problem(place, f'Write {part} as {{"date-parts": [[2019, 5, 31]]}}', "csl-json")


def normal(raw: Mapping[str, Any]) -> dict[str, Any]:
    """Return an item with the values that CSL defines; Crossref's lists, types, and HTML are put right."""
    item: dict[str, Any] = {}
    for variable, value in raw.items():
        if _NAMES.fullmatch(variable):
            names = value if isinstance(value, list) else []
            item[variable] = [_name(name) for name in names if isinstance(name, dict)]
        elif variable in _DATES:
            item[variable] = _date(value)
        else:
            item[variable] = _text(value)
    item["type"] = _CROSSREF.get(str(raw.get("type")), str(raw.get("type")))
    if item["type"] not in _TYPES:
        item["type"] = "document"
    for number in ("ISBN", "DOI"):
        if item.get(number):
            item[number] = _ADDRESS.sub("", item[number])
    return {variable: value for variable, value in item.items() if value}


def _text(value: object) -> str:
    if isinstance(value, list):
        return _text(value[0]) if value else ""
    if isinstance(value, str | int | float) and not isinstance(value, bool):
        return " ".join(_TAG.sub("", unescape(str(value))).split())
    return ""


def _name(name: Mapping[str, Any]) -> dict[str, str]:
    parts = {part: _text(name.get(part, "")) for part in _PART}
    if not any(parts.values()):
        parts["literal"] = _text(name.get("name", ""))
    if parts["given"] and not parts["family"]:
        parts |= {"literal": parts["given"], "given": ""}
    return {part: text for part, text in parts.items() if text}


def _date(value: object) -> dict[str, Any]:
    if not isinstance(value, dict):
        return {}
    points = value.get("date-parts")
    ends = [_numbers(point) for point in points[:2]] if isinstance(points, list) else []
    if any(ends):
        kept = {name: value[name] for name in ("season", "circa") if value.get(name)}
        return {"date-parts": [end for end in ends if end]} | kept
    raw = _text(value.get("raw", "")) or _text(value.get("literal", ""))
    if match := re.fullmatch(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:T.*)?", raw):
        return {"date-parts": [[int(part) for part in match.groups() if part]]}
    return {"literal": raw} if raw else {}


def _numbers(point: object) -> list[int]:
    parts = point if isinstance(point, list) else []
    texts = [str(part) for part in parts[:3] if part not in (None, "")]
    return [int(text) for text in texts] if all(re.fullmatch(r"-?\d{1,4}", text) for text in texts) else []
