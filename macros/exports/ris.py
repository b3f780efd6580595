"""Works as RIS, the format that every reference manager reads."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import unescape
from typing import Any

from macros.bibliography.rich_text import without_tags
from macros.exports.ris_fields import KINDS, NAMES, TEXTS

Item = Mapping[str, Any]


def to_ris(items: Iterable[Item]) -> str:
    """Return CSL-JSON items as RIS, in the order of their ids; RIS has no bold or italic letters."""
    ordered = sorted(items, key=lambda item: str(item["id"]))
    return "\n".join("".join(f"{tag}  - {value}\n" for tag, value in _lines(item)) for item in ordered)


def _lines(item: Item) -> Iterator[tuple[str, str]]:
    yield "TY", KINDS.get(str(item.get("type")), "GEN")
    yield "ID", str(item["id"])
    for tag, role in NAMES.items():
        yield from ((tag, name) for name in _names(item.get(role, ())))
    yield from _dates(item)
    for tag, variable in TEXTS.items():
        if value := _plain(item.get(variable, "")):
            yield tag, value
    yield from _pages(str(item.get("page", "")))
    for number in ("ISBN", "ISSN"):
        if item.get(number):
            yield "SN", _plain(item[number])
    yield "ER", ""


def _plain(text: object) -> str:
    return " ".join(without_tags(unescape(str(text)) if "&" in str(text) and ";" in str(text) else str(text)).split())


def _names(names: Sequence[Mapping[str, str]]) -> Iterator[str]:
    for name in names:
        if name.get("literal"):
            yield _group(_plain(name["literal"]))
            continue
        particle = name.get("non-dropping-particle") or name.get("dropping-particle") or ""
        family = f"{particle} {name.get('family', '')}".strip()
        yield _plain(", ".join(filter(None, (family, name.get("given", "") or " ", name.get("suffix", ""))))).strip()


def _group(literal: str) -> str:
    """A comma divides family and given name, so a group whose name holds one ends with another, as in EndNote."""
    return "et al." if literal == "others" else f"{literal}," if "," in literal else literal


def _dates(item: Item) -> Iterator[tuple[str, str]]:
    """PY is the year; DA and Y2 are year/month/day/other, the last for what is no date: a season, "about"."""
    issued = item.get("issued") or {}
    parts = (issued.get("date-parts") or [[]])[0]
    if parts:
        yield "PY", str(parts[0])
        yield "DA", _date(issued)
    elif issued.get("literal"):
        yield "PY", f"///{_plain(issued['literal'])}"
    if item.get("accessed", {}).get("date-parts"):
        yield "Y2", _date(item["accessed"])
    if item.get("original-date", {}).get("date-parts"):
        yield "RP", str(item["original-date"]["date-parts"][0][0])


def _date(date: Mapping[str, Any]) -> str:
    year, *rest = date["date-parts"][0]
    month, day = [*(f"{part:02}" for part in rest), "", ""][:2]
    return f"{year}/{month}/{day}/{_other(date)}"


def _other(date: Mapping[str, Any]) -> str:
    words = ["circa"] if date.get("circa") else []
    if date.get("season"):
        words.append(("Spring", "Summer", "Fall", "Winter")[int(date["season"]) - 1])
    if len(date["date-parts"]) > 1:
        words.append("to " + "-".join(map(str, date["date-parts"][1])))
    return " ".join(words)


def _pages(pages: str) -> Iterator[tuple[str, str]]:
    """One range goes into SP and EP; a list of pages is not one range and stays whole in SP."""
    start, hyphen, end = _plain(pages).partition("-")
    if "-" in end or "," in pages or not hyphen:
        start, end = _plain(pages), ""
    if start:
        yield "SP", start
    if end:
        yield "EP", end
