"""When: dates of publication, event, first publication and access, and works that are yet to come."""

import re

from macros.bibliography.dates import CslDate, edtf, year_and_month
from macros.bibliography.draft import Draft
from macros.bibliography.latex import decode_plain

_STATES = {
    "inpress": "in press",
    "forthcoming": "forthcoming",
    "submitted": "submitted",
    "inpreparation": "in preparation",
    "prepublished": "advance online publication",
}
"""BibLaTeX's words for `pubstate` -> what a reader reads."""
_NO_DATE = frozenset(["n.d.", "nd", "n.d", "nodate", "undated"])
_SEASONS = {"spring": 1, "summer": 2, "autumn": 3, "fall": 3, "winter": 4}


def put_dates(draft: Draft) -> None:
    """Set `issued`, `status`, `original-date`, `event-date` and `accessed`."""
    _put_status(draft, "pubstate")
    _put_issued(draft)
    for field, variable in (("origdate", "original-date"), ("eventdate", "event-date"), ("urldate", "accessed")):
        if draft.fields.get(field):
            _put_date(draft, field, variable)
    for field, variable in (("origyear", "original-date"), ("eventyear", "event-date")):
        if draft.fields.get(field):
            draft.put(variable, _read(draft, field, year_and_month(_date_text(draft.raw(field)))))
    for field in ("lastchecked", "lastaccessed", "accessed", "urlaccessdate"):
        if draft.fields.get(field):
            _put_date(draft, field, "accessed")


def _date_text(tex: str) -> str:
    """A tilde is a no-break space in `c.~1850`, and doubt in `1850~`."""
    text = re.sub(r"\\textasciitilde(\s|\{\})*|\{\}|[{}]", lambda match: "~" if match[0][0] == "\\" else "", tex)
    return re.sub(r"~(?=\w)", " ", text).strip()


def _put_status(draft: Draft, field: str) -> None:
    if draft.fields.get(field):
        text = draft.text(field)
        draft.put("status", _STATES.get(re.sub(r"[^a-z]", "", text.lower()), text))


def _put_issued(draft: Draft) -> None:
    name, text = draft.first("date", "year")
    text = _date_text(text)
    word = re.sub(r"[^a-z.]", "", text.lower())
    if not name or word in _NO_DATE:
        draft.used.update(["month", "day"] if not name else [])
        return
    if word.strip(".") in _STATES:
        draft.put("status", _STATES[word.strip(".")])
    elif name == "date":
        draft.used.update(["year", "month", "day"])
        _put_date(draft, "date", "issued")
    else:
        _put_year(draft, text)


def _put_year(draft: Draft, text: str) -> None:
    if match := re.fullmatch(r"(\d{4})([a-z])", text):
        message = f"Write {match[1]} alone: the letter in {text} is added by itself where it is needed."
        draft.report("year", message, "bib-date")
        text = match[1]
    date = _read(draft, "year", year_and_month(text))
    month, day = decode_plain(draft.raw("month")).replace("\u00a0", " "), decode_plain(draft.raw("day"))
    if month and "literal" not in date:
        full = year_and_month(text, month, day)
        if full is None:
            message = f"“{month}” is not a month. Write month = {{5}}, month = may or month = {{May}}."
            draft.report("month", message, "bib-date")
        date = full or date
    draft.put("issued", date)


def _put_date(draft: Draft, field: str, variable: str) -> None:
    text = _date_text(draft.raw(field))
    if "T" in text and re.search(r"T\d\d:", text):
        draft.report(field, "A reference shows the day, not the time of day.", "bib-unused-field", "note", "T")
    draft.put(variable, _read(draft, field, edtf(text) or _by_habit(text)))


def _by_habit(text: str) -> CslDate | None:
    """Read `2020/05/31`, `2019--2021` and `c. 1850`, which are no EDTF but are often typed."""
    if re.fullmatch(r"\d{4}-\d{1,2}", text):
        return None
    match = re.fullmatch(r"(\d{4})[/.](\d{1,2})[/.](\d{1,2})", text)
    return edtf(f"{match[1]}-{int(match[2]):02}-{int(match[3]):02}") if match else year_and_month(text)


def _read(draft: Draft, field: str, date: CslDate | None) -> CslDate:
    if date is not None:
        return date
    text = draft.text(field)
    message = f"“{text[:40]}” is not a date. Write 2019, 2019-05, 2019-05-31, 2019/2021 or, when unsure, 2019~."
    draft.report(field, message, "bib-date")
    return {"literal": text}


def put_season(draft: Draft) -> bool:
    """A journal's `issue = {Spring}` says when, not which number; tell whether it does."""
    season = _SEASONS.get(draft.raw("issue").lower(), 0)
    issued = draft.csl.get("issued", {})
    parts = issued.get("date-parts", [])
    if season and len(parts) == 1 and len(parts[0]) == 1 and "season" not in issued:
        draft.csl["issued"] = {**issued, "season": season}
    return season > 0
