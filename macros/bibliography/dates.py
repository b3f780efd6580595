"""Dates to CSL: EDTF with ranges, seasons, doubt and years before Christ, and BibTeX's year and month."""

import re
from typing import Any

from macros.bibliography.values import MONTHS

CslDate = dict[str, Any]
_POINT = re.compile(r"(-?\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:T[\d:.]+(?:Z|[+-]\d\d(?::?\d\d)?)?)?([?~%]?)")
_DECADE = re.compile(r"(-?\d{1,3})([Xx]{1,3})")
_SEASONS = {"spring": 1, "summer": 2, "autumn": 3, "fall": 3, "winter": 4}
_OPEN = "open"


def edtf(text: str) -> CslDate | None:
    """Read an EDTF date or range such as `2019-21`, `1850~`, `2019/..`; None when it is none."""
    if decade := _DECADE.fullmatch(text):
        return _decade(decade)
    ends = text.split("/")
    if len(ends) > 2:
        return None
    points = [_point(end.strip()) for end in ends]
    if any(point is None for point in points) or points == [_OPEN] or points[0] == _OPEN:
        return None
    return _range([point for point in points if isinstance(point, dict)], points[-1] == _OPEN)


def _decade(match: re.Match[str]) -> CslDate | None:
    digits = len(match[2])
    if len(match[1].lstrip("-")) + digits != 4 or match[1].startswith("-"):
        return None
    first = int(match[1]) * 10**digits
    return {"date-parts": [[first], [first + 10**digits - 1]]}


def _point(text: str) -> CslDate | str | None:
    if text in ("", "..", "open"):
        return _OPEN
    match = _POINT.fullmatch(text)
    if not match:
        return None
    year, month, day = (int(part) if part else None for part in match.groups()[:3])
    date = _with_parts(_historical(year or 0), month, day)
    return date | {"circa": True} if date and match[4] else date


def _historical(year: int) -> int:
    """EDTF counts a year 0; CSL, like people, goes from 1 BCE to 1 CE."""
    return year if year > 0 else year - 1


def _with_parts(year: int, month: int | None, day: int | None) -> CslDate | None:
    if month is not None and 21 <= month <= 24 and day is None:
        return {"date-parts": [[year]], "season": month - 20}
    if month is not None and not 1 <= month <= 12:
        return None
    if day is not None and not 1 <= day <= days_in(year, month or 1):
        return None
    return {"date-parts": [[part for part in (year, month, day) if part is not None]]}


def days_in(year: int, month: int) -> int:
    """Return the number of days of a month."""
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def _range(points: list[CslDate], is_open: bool) -> CslDate | None:
    """Join the ends; CSL has no season in a range, so the styles' month numbers 13 to 16 stand for it."""
    if len(points) == 1 and not is_open:
        return points[0]
    date: CslDate = {"date-parts": [_range_parts(point) for point in points] + ([[0]] if is_open else [])}
    if any(point.get("circa") for point in points):
        date["circa"] = True
    return date


def _range_parts(point: CslDate) -> list[int]:
    parts: list[int] = point["date-parts"][0]
    return [*parts, 12 + point["season"]] if "season" in point else parts


def year_and_month(year: str, month: str = "", day: str = "") -> CslDate | None:
    """Read BibTeX's `year`, `month` and `day`; None when the year is none."""
    date = _years(year)
    if date is None or len(date["date-parts"]) != 1 or not month.strip():
        return date
    ends = [_month(part) for part in re.split(r"\s*(?:/|--?|–|\band\b)\s*", month.strip()) if part]
    if not ends or len(ends) > 2 or any(end is None for end in ends):
        return None
    first = date["date-parts"][0]
    extra = {"circa": True} if date.get("circa") else {}
    points = [_with_parts(first[0], *_month_and_day(end or "", day)) for end in ends]
    if any(point is None for point in points):
        return None
    joined = _range([point for point in points if point is not None], False)
    return joined | extra if joined else None


def _years(text: str) -> CslDate | None:
    text = text.strip()
    circa = bool(re.match(r"(c|ca|circa)\b\.?|\[", text, re.IGNORECASE)) or text.endswith(("?", "~"))
    text = re.sub(r"^(c|ca|circa)\b\.?\s*", "", text, flags=re.IGNORECASE).strip("[]?~ ")
    match = re.fullmatch(r"(-?\d{1,4})(?:\s*(?:--?|–|/)\s*(\d{2,4}))?(\s*(?:BCE?|B\.C\.(?:E\.)?))?", text)
    if not match:
        return edtf(text)
    first = -int(match[1]) if match[3] else _historical(int(match[1]))
    parts = [[first]]
    if match[2]:
        parts.append([int(match[1][: len(match[1]) - len(match[2])] + match[2])])
        if len(match[2]) < 4 and parts[1] <= parts[0]:
            return None
    return {"date-parts": parts} | ({"circa": True} if circa else {})


def _month(text: str) -> str | None:
    """Return `month` or `month day` as numbers; a season is 21 to 24."""
    words = re.findall(r"[^\W\d_]+|\d+", text)
    days = [word for word in words if word.isdigit()]
    names = [word for word in words if not word.isdigit()]
    if not names:
        return days[0] if len(days) == 1 else None
    number = _month_number(names[0])
    return " ".join([str(number), *days[:1]]) if number and len(names) == 1 and len(days) <= 1 else None


def _month_number(name: str) -> int | None:
    if name.lower() in _SEASONS:
        return 20 + _SEASONS[name.lower()]
    known = list(MONTHS)
    return known.index(name[:3].lower()) + 1 if name[:3].lower() in known and len(name) >= 3 else None


def _month_and_day(text: str, day: str) -> tuple[int, int | None]:
    month, _, own_day = text.partition(" ")
    days = own_day or day.strip()
    return int(month), int(days) if days.isdigit() else None
