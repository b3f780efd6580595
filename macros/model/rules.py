"""Rules that hold between the fields of one entry.

Each rule reads the entry as written, before the model has accepted it, so that all problems come in one run; a rule
passes over what it cannot read, because the model reports that. It yields (path, message, rule name).
"""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

from macros.model.blank import MARK
from macros.model.shape import Path

Finding = tuple[Path, str, str]
Data = Mapping[str, Any]

POOLING = ("meta-analysis", "synthesis")
_ROLES = ("supports", "disputes", "qualifies", "defines")
SEEN_OR_NAMED = ("country", "sample", "years", "peer_reviewed")


_WHOLE = re.compile(r"[-+]?\d{1,9}(?:_\d{1,9})*")
_WRITTEN_OUT = re.compile(r"[-+]?(?:[0-9]{1,9}(?:\.[0-9]{0,9})?|\.[0-9]{1,9})")
_COUNTED = ("count", "percent", "percentage-points", "months", "variance-explained")
"""Metrics that are no shares of a standard deviation."""


def _items(data: Any, field: str) -> list[Any]:
    value = data.get(field) if isinstance(data, dict) else None
    return value if isinstance(value, list) else []


def _number(value: Any) -> int | None:
    return int(value) if isinstance(value, str) and _WHOLE.fullmatch(value.strip()) else None


def _roles(data: Data) -> tuple[str, ...]:
    """Return the roles of a claim's sources, or none where one cannot be read."""
    roles = tuple(link.get("role") if isinstance(link, dict) else None for link in _items(data, "evidence"))
    return roles if all(role in _ROLES for role in roles) else ()  # type: ignore[return-value]


def claim_is_disputed_or_searched(data: Data) -> Iterator[Finding]:
    """A claim must name a source that disputes it, or say when and where a dispute was looked for."""
    if data.get("relation") in ("defines", "proposes") or "searched" in data:
        return
    if "disputes" not in (_roles(data) or ("disputes",)):
        message = "no source disputes this claim: say under searched when and where you looked for one"
        yield ("evidence",), message, "no-dispute-search"


def claim_has_support(data: Data) -> Iterator[Finding]:
    """A claim must have a source that supports or defines it."""
    if not {"supports", "defines"} & {*(_roles(data) or ("supports",))}:
        yield ("evidence",), "no source supports this claim: add one, or delete the claim", "no-support"


def claim_cites_a_source_once_per_finding(data: Data) -> Iterator[Finding]:
    """A source must not both support and dispute one claim."""
    sides: dict[str, str] = {}
    for position, link in enumerate(_items(data, "evidence")):
        if not isinstance(link, dict) or link.get("role") not in ("supports", "disputes"):
            continue
        source, role = str(link.get("source")), str(link["role"])
        if sides.setdefault(source, role) != role:
            message = f"{source} both supports and disputes this claim: say which, or use qualifies"
            yield ("evidence", position, "source"), message, "disputes-itself"


def numbers_are_written_out(data: Data) -> Iterator[Finding]:
    """The number of a result must be digits with a point; a correlation lies between -1 and 1, an effect within 100."""
    for position, link in enumerate(_items(data, "evidence")):
        result = link.get("result") if isinstance(link, dict) else None
        if not isinstance(result, dict):
            continue
        for end in ("value", "to"):
            if found := _wrong_number(str(result.get("metric")), result.get(end)):
                yield ("evidence", position, "result", end), *found


def _wrong_number(metric: str, value: Any) -> tuple[str, str] | None:
    """Return what is wrong with a number, and the rule; the model says so of what is no number at all."""
    text = value.strip() if isinstance(value, str) else ""
    try:
        number = Decimal(text)
    except InvalidOperation:
        return None
    if not _WRITTEN_OUT.fullmatch(text):
        return "write the number out, with at most nine digits before the point and nine behind it: 0.35", "number"
    if metric in ("r", "rho") and not -1 < number < 1:
        return "a correlation lies between -1 and 1: check the number, or change the metric", "correlation"
    if metric not in _COUNTED and not -100 <= number <= 100:
        return "no effect is as large as this: check where the point stands, or change the metric", "number"
    return None


def promises_have_their_own_lines(data: Data) -> Iterator[Finding]:
    """A part of kind commitment must not set ruled lines: the page for promises brings its own."""
    for number, session in enumerate(_items(data, "sessions")):
        for position, part in enumerate(_items(session, "parts")):
            if isinstance(part, dict) and part.get("kind") == "commitment" and "lines" in part:
                message = "the page for promises has lines of its own: take this field out"
                yield ("sessions", number, "parts", position, "lines"), message, "lines-of-promises"


def study_field_is_given_or_unseen(data: Data) -> Iterator[Finding]:
    """Country, sample, years and peer review of a study must each be given or listed under unseen, not both."""
    unseen = _items(data, "unseen")
    for name in SEEN_OR_NAMED:
        if name not in data and name not in unseen:
            yield (), f"{name} is missing: give it, or list it under unseen", "given-or-unseen"
        if name in data and name in unseen:
            yield (name,), f"{name} is given here and listed under unseen: keep one", "given-or-unseen"


def study_pools_a_design(data: Data) -> Iterator[Finding]:
    """A meta-analysis or synthesis must say which design it pools, and only those may."""
    if data.get("design") in POOLING and "synthesises" not in data:
        yield ("design",), "synthesises is missing: say which design this work pools", "pools-what"
    if "synthesises" in data and data.get("design") not in POOLING:
        yield ("synthesises",), "only a meta-analysis or a synthesis pools other studies", "pools-what"


def study_notice_is_dated(data: Data) -> Iterator[Finding]:
    """A correction, concern or retraction must have a date."""
    if data.get("status", "ok") != "ok" and "status_date" not in data:
        yield ("status",), "status_date is missing: when was the notice published?", "undated-notice"


def sizes_are_in_order(data: Data) -> Iterator[Finding]:
    """The largest group must not be smaller than the smallest."""
    for field in ("sizes", "group_size"):
        sizes = data.get(field)
        if isinstance(sizes, dict):
            fewest, most = _number(sizes.get("fewest")), _number(sizes.get("most"))
            if fewest and most and most < fewest:
                yield (
                    (field, "most"),
                    f"most ({most}) is smaller than fewest ({fewest}): change one of the two",
                    "sizes",
                )


def session_minutes_sum(data: Data) -> Iterator[Finding]:
    """The minutes of a session's parts must sum to each length of the meeting."""
    lengths = [length for length in map(_number, _items(data, "lengths")) if length]
    for number, session in enumerate(_items(data, "sessions")):
        parts = [part for part in _items(session, "parts") if isinstance(part, dict)]
        tables: list[Any] = [part.get("minutes") for part in parts]
        if not all(isinstance(table, dict) and None not in map(_number, (*table, *table.values())) for table in tables):
            continue  # the model says what cannot be read
        for length in lengths if parts else ():
            total = sum(_number(table.get(str(length))) or 0 for table in tables if isinstance(table, dict))
            if total != length:
                message = f"the parts of the {length}-minute meeting sum to {total} minutes: change them until they fit"
                yield ("sessions", number, "parts"), message, "minutes"


def session_has_a_challenge(data: Data) -> Iterator[Finding]:
    """Every session of a guide must hold a prompt of type challenge."""
    for number, session in enumerate(_items(data, "sessions")):
        prompts = [prompt for part in _items(session, "parts") for prompt in _items(part, "prompts")]
        types = [prompt.get("type") for prompt in prompts if isinstance(prompt, dict)]
        if not {"challenge", MARK} & {*map(str, types)}:
            message = "this session has no prompt of type challenge: ask whether the evidence is good enough"
            yield ("sessions", number, "parts"), message, "no-challenge"


def prompt_is_used_once(data: Data) -> Iterator[Finding]:
    """A guide must not ask the same question twice."""
    seen: set[str] = set()
    for number, session in enumerate(_items(data, "sessions")):
        for position, part in enumerate(_items(session, "parts")):
            for index, prompt in enumerate(_items(part, "prompts")):
                ask = " ".join(str(prompt.get("ask", "")).split()) if isinstance(prompt, dict) else ""
                if ask and ask != MARK and ask in seen:
                    path = ("sessions", number, "parts", position, "prompts", index, "ask")
                    yield path, "this question is asked twice in the guide: ask another one here", "prompt-twice"
                seen.add(ask)


def path_step_takes_time(data: Data) -> Iterator[Finding]:
    """A step of a reading path must link to a page that is read, or say how many minutes it takes."""
    for number, step in enumerate(_items(data, "steps")):
        if not isinstance(step, dict) or step.get("read") == "nothing" or "minutes" in step:
            continue
        if not re.search(r"\]\(/(?!\S*index\.md)", str(step.get("do", ""))):
            message = "say under minutes how long this step takes: it links to no page whose words can be counted"
            yield ("steps", number), message, "no-minutes"


SHEET_NEEDS = {
    "lines": ("rows",),
    "table": ("columns",),
    "checklist": ("items",),
    "scale": ("items", "low", "high"),
    "text": ("text",),
}
"""Kind of a sheet's part -> the fields without which nothing would be printed."""
_SHEET_MAY = {"lines": ("items", "text"), "table": ("items", "rows", "shares", "text"), "checklist": ("text",)}
_SHEET_FIELDS = ("text", "items", "columns", "shares", "rows", "low", "high")
_OF_A_STUDENT = re.compile(r"\b(student|pupil|child)(['’]?s)? (names?|ids?|numbers?|scores?|grades?)\b", re.IGNORECASE)
_WHICH_STUDENT = re.compile(r"\bnames? of (the |each |every )?(student|pupil|child)", re.IGNORECASE)


def _sheet_parts(data: Data) -> Iterator[tuple[int, dict[str, Any], str]]:
    """Yield the number, fields and kind of each part of a sheet whose kind is known."""
    for number, part in enumerate(_items(data, "parts")):
        if isinstance(part, dict) and part.get("kind") in SHEET_NEEDS:
            yield number, part, part["kind"]


def sheet_part_has_what_it_prints(data: Data) -> Iterator[Finding]:
    """A part of a sheet must have the fields that its kind prints, and no others."""
    for number, part, kind in _sheet_parts(data):
        for name in SHEET_NEEDS[kind]:
            if name not in part:
                yield ("parts", number, "kind"), f"a part of kind {kind} needs {name}: add it here", "sheet-part"
        if kind == "table" and "rows" not in part and "items" not in part:
            message = "this table has no rows: give rows, or items to stand at the head of each"
            yield ("parts", number, "kind"), message, "sheet-part"
        may = (*SHEET_NEEDS[kind], *_SHEET_MAY.get(kind, ("text",)))
        for name in (name for name in _SHEET_FIELDS if name in part and name not in may):
            yield ("parts", number, name), f"a part of kind {kind} has no {name}: take it out", "sheet-part"


def sheet_shares_fit_the_columns(data: Data) -> Iterator[Finding]:
    """A table must give a share for each of its columns, or none."""
    for number, part, _ in _sheet_parts(data):
        columns, shares = _items(part, "columns"), _items(part, "shares")
        if shares and len(shares) != len(columns):
            message = f"there are {len(shares)} shares for {len(columns)} columns: give one for each"
            yield ("parts", number, "shares"), message, "sheet-shares"


def sheet_asks_for_no_student(data: Data) -> Iterator[Finding]:
    """A sheet must not ask for the name, number or score of a student."""
    for number, part, _ in _sheet_parts(data):
        asked: list[tuple[Path, Any]] = [(("heading",), part.get("heading")), (("text",), part.get("text"))]
        asked += [((name, at), word) for name in ("items", "columns") for at, word in enumerate(_items(part, name))]
        for path, words in asked:
            if isinstance(words, str) and (_OF_A_STUDENT.search(words) or _WHICH_STUDENT.search(words)):
                message = "a sheet must ask for no student's name, number or score: ask about a room, a task or a group"
                yield ("parts", number, *path), message, "student-data"


RULES = {
    "claims": (
        claim_is_disputed_or_searched,
        claim_has_support,
        claim_cites_a_source_once_per_finding,
        numbers_are_written_out,
    ),
    "studies": (study_field_is_given_or_unseen, study_pools_a_design, study_notice_is_dated),
    "protocols": (sizes_are_in_order,),
    "paths": (path_step_takes_time,),
    "guides": (
        sizes_are_in_order,
        session_minutes_sum,
        session_has_a_challenge,
        prompt_is_used_once,
        promises_have_their_own_lines,
    ),
    "tools": (sheet_part_has_what_it_prints, sheet_shares_fit_the_columns, sheet_asks_for_no_student),
}
