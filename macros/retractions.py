"""Notices about cited works: retractions, corrections and concerns, as found in a public data set.

The file retractions.yml is written by `handbook retractions FILE.csv` from the Retraction Watch data, whose columns are
described at https://www.crossref.org/documentation/retrieve-metadata/retraction-watch/. It keeps the date and the
SHA-256 of the data set, so that anyone can see what was compared and when.
"""

import csv
import hashlib
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from io import StringIO
from pathlib import Path

import yaml

from macros.problems import Place, Problem
from macros.sources import Source, parse
from macros.text_file import read
from macros.whole_file import write_whole

FILE = "retractions.yml"
_DOI, _NATURE, _DATE = "OriginalPaperDOI", "RetractionNature", "RetractionDate"
_STATUS = {
    "retraction": "retracted",
    "expression of concern": "concern",
    "correction": "corrected",
    "reinstatement": "ok",
}
_GRAVITY = ("corrected", "concern", "retracted")
_DAY = re.compile(r"(?P<month>\d{1,2})/(?P<day>\d{1,2})/(?P<year>\d{4})|(?P<iso>\d{4}-\d{2}-\d{2})")


@dataclass(frozen=True, order=True)
class Notice:
    """One notice about a cited work: its citation key, the status it asks for, and the date of the notice."""

    key: str
    status: str
    on: date
    doi: str


def notices_in(data: bytes, file: str, keys: Mapping[str, str]) -> tuple[list[Notice], list[Problem]]:
    """Return the notices of a Retraction Watch CSV file about the works in `keys` (lower-case DOI -> citation key)."""
    rows = csv.DictReader(StringIO(data.decode("utf-8-sig", "replace"), newline=""))
    missing = [column for column in (_DOI, _NATURE, _DATE) if column not in (rows.fieldnames or ())]
    if missing:
        message = f"this is not the retraction data set: it has no column {', '.join(missing)}"
        return [], [Problem(Place(file), message, "retraction-data")]
    found, problems = set(), []
    try:
        for row in rows:
            key = keys.get((row[_DOI] or "").strip().lower())
            status = _STATUS.get((row[_NATURE] or "").strip().lower())
            if key is None or status is None:
                continue
            on = _day(row[_DATE] or "")
            if on is None:
                problems.append(
                    Problem(Place(file, rows.line_num), f"the date of the notice about {key} cannot be read", "date")
                )
            else:
                found.add(Notice(key, status, on, (row[_DOI] or "").strip().lower()))
    except csv.Error as error:
        problems.append(
            Problem(Place(file, max(1, rows.line_num)), f"this line cannot be read: {error}", "retraction-data")
        )
    return _standing(found), problems


def _standing(found: Collection[Notice]) -> list[Notice]:
    """Return the gravest notice about each work, of those that no later reinstatement took back."""
    back = {one.key: one.on for one in sorted(found, key=lambda one: one.on) if one.status == "ok"}
    left = [one for one in found if one.status != "ok" and one.on > back.get(one.key, date.min)]
    gravest = {one.key: one for one in sorted(left, key=lambda one: (_GRAVITY.index(one.status), one.on))}
    return sorted(gravest.values())


def _day(text: str) -> date | None:
    match = _DAY.search(text)
    if match is None:
        return None
    try:
        if match["iso"]:
            return date.fromisoformat(match["iso"])
        return date(int(match["year"]), int(match["month"]), int(match["day"]))
    except ValueError:
        return None


def write_notices(root: Path, notices: list[Notice], data: bytes, source: str, on: date) -> str:
    """Return the text of retractions.yml, and write it below `root`."""
    record = {
        "checked": on,
        "source": source,
        "sha256": hashlib.sha256(data).hexdigest(),
        "notices": [{"key": one.key, "doi": one.doi, "status": one.status, "on": one.on} for one in notices],
    }
    text = "# Written by `handbook retractions`. The check compares each notice with the study card.\n"
    text += yaml.safe_dump(record, sort_keys=False, allow_unicode=True)
    write_whole(root / FILE, text.encode())
    return text


def cards_tell_of_notices(root: Path, cards: Mapping[str, Source]) -> Iterator[Problem]:
    """The study card of a work must carry the status of each notice that retractions.yml holds about it."""
    if not (root / FILE).is_file():
        return
    text, problems = read(root / FILE, FILE)
    yield from problems
    source, problems = parse(text) if text is not None else (None, [])
    yield from problems
    notices = source.data.get("notices") if source is not None else None
    for position, notice in enumerate(notices if isinstance(notices, list) else []):
        if not isinstance(notice, dict) or source is None:
            continue
        key, status = str(notice.get("key")), str(notice.get("status"))
        card = cards.get(key)
        if card is not None and str(card.data.get("status", "ok")) != status:
            message = (
                f"{key} is {_SAID.get(status, status)} since {notice.get('on')}: set status: {status} in its study card"
            )
            yield Problem(source.place(("notices", position, "key")), message, "notice")


_SAID = {"concern": "under an expression of concern"}
