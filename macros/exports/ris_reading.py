"""RIS to CSL-JSON, with the line of everything that cannot be read."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from macros.exports.found import Found
from macros.exports.ris_fields import NAMES, OTHER_NAMES, OTHER_TEXTS, TEXTS, TYPES, WITH_ISSN
from macros.problems import Place, Problem, did_you_mean

_LINE = re.compile(r"([A-Z][A-Z0-9]) {0,2}- ?(.*)")
_SEASONS = {"spring": 1, "summer": 2, "fall": 3, "autumn": 3, "winter": 4}
_PARTICLE = re.compile(r"(?:[a-zà-ÿ’']+\s+)+(?=\S)")
_SUFFIX = re.compile(r"(jr|sr|i{2,3}|iv|ph\.?d|m\.?d|esq)\.?", re.IGNORECASE)


@dataclass
class Record:
    """The lines of one reference: tag -> values, each in parts, with the number of the line that it begins on."""

    place: Place
    kind: str
    values: dict[str, list[tuple[list[str], int]]] = field(default_factory=dict)

    def all(self, tag: str) -> list[str]:
        """Return the values of a tag that say something."""
        return [value for value, _ in self.numbered(tag)]

    def numbered(self, tag: str) -> list[tuple[str, int]]:
        """Return the values of a tag that say something, each with its line."""
        joined = ((" ".join(parts).strip(), line) for parts, line in self.values.get(tag, []))
        return [(value, line) for value, line in joined if value]

    def first(self, *tags: str) -> str:
        """Return the first value of the first of these tags that has one."""
        return next((value for tag in tags for value in self.all(tag)), "")


def read_ris(text: str, file: str) -> tuple[list[Found], list[Problem]]:
    """Return the references of an RIS file as CSL-JSON items, and every problem; `file` is its name in places."""
    problems: list[Problem] = []
    records = list(_records(text, file, problems))
    if not records and not problems:
        message = "No reference stands here. An RIS reference begins with TY  - JOUR."
        problems.append(Problem(Place(file), message, "ris"))
    found = []
    for record in records:
        problems.extend(_faults(record, file))
        found.append(Found(_item(record), record.place))
    return found, problems


def _records(text: str, file: str, problems: list[Problem]) -> Iterator[Record]:
    record: Record | None = None
    last = ""
    for number, line in enumerate(re.split(r"\r\n|\r|\n", text.removeprefix("\ufeff")), 1):
        match = _LINE.fullmatch(line.rstrip())
        if match and match[1] == "TY":
            if record:
                problems.append(_unfinished(record))
            record, last = Record(Place(file, number, 7, max(1, len(match[2]))), match[2].strip().upper()), ""
        elif match and match[1] == "ER" and record:
            yield record
            record = None
        elif record and match:
            last = match[1]
            record.values.setdefault(last, []).append(([match[2].strip()], number))
        elif line.strip() and record and last:
            record.values[last][-1][0].append(line.strip())
        elif line.strip() and not re.fullmatch(r"\s*\d+\.\s*", line):
            problems.append(Problem(Place(file, number, 1, len(line)), _STRAY, "ris"))
            return
    if record:
        problems.append(_unfinished(record))


_STRAY = "This line stands outside of a reference. Each begins with TY  - and ends with ER  - ."


def _unfinished(record: Record) -> Problem:
    return Problem(record.place, "This reference does not end. Put the line ER  -  after its last line.", "ris")


def _faults(record: Record, file: str) -> Iterator[Problem]:
    """A reference must be of a known kind, and its year must be one."""
    if record.kind not in TYPES:
        hint = did_you_mean(record.kind, TYPES) or "; use GEN when no other kind fits."
        yield Problem(record.place, f"There is no kind of reference {record.kind[:20]}{hint}", "ris")
    for tag in ("PY", "Y1"):
        for value, line in record.numbered(tag):
            if not re.match(r"-?\d{1,4}(?!\d)|/", value):
                message = f"“{value[:40]}” is not a year. Write PY  - 2019."
                yield Problem(Place(file, line, 7, len(value)), message, "ris")


def _item(record: Record) -> dict[str, Any]:
    item: dict[str, Any] = {"id": record.first("ID"), "type": TYPES.get(record.kind, "document")}
    for tag, role in (*NAMES.items(), *OTHER_NAMES.items()):
        if names := [_name(value) for value in record.all(tag)]:
            item[role] = [*item.get(role, []), *names]
    item |= _texts(record)
    pages = "-".join(filter(None, (record.first("SP"), record.first("EP"))))
    numbers = {"ISSN" if record.kind in WITH_ISSN else "ISBN": _number(record.first("SN"))}
    dates = {"accessed": _date(record.first("Y2")), "original-date": _date(record.first("RP"))}
    item |= {"page": pages, "issued": _issued(record)} | numbers | dates
    return {variable: value for variable, value in item.items() if value or variable == "id"}


def _texts(record: Record) -> dict[str, str]:
    found: dict[str, str] = {}
    for tag, variable in (*TEXTS.items(), *OTHER_TEXTS.items()):
        found[variable] = found.get(variable) or record.first(tag)
    if not found["title"]:
        found["title"] = record.first("BT")
    if record.kind in ("BOOK", "WHOLE", "EDBOOK", "EBOOK") and found["container-title"]:
        found |= {"collection-title": found.get("collection-title") or found["container-title"], "container-title": ""}
    found["DOI"] = re.sub(r"^(https?://(dx\.)?doi\.org/|doi:\s*)", "", found["DOI"], flags=re.IGNORECASE)
    return found


def _number(text: str) -> str:
    """Some programs write “978... (hardback)” or “0013-161X (Print)”."""
    return re.split(r"\s+\(|;", text)[0].strip()


def _name(text: str) -> dict[str, str]:
    """Read “Family, Given, Suffix”; a name without a comma, or with one at its end, is that of a group."""
    if text in ("et al.", "et al", "others"):
        return {"literal": "others"}
    family, comma, rest = (part.strip() for part in text.partition(","))
    if not comma or rest.endswith(","):
        return {"literal": text.rstrip(",").strip()}
    given, _, suffix = (part.strip() for part in rest.rpartition(","))
    if not _SUFFIX.fullmatch(suffix):
        given, suffix = rest, ""
    particle = _PARTICLE.match(family)
    start = particle.end() if particle else 0
    name = {"family": family[start:], "given": given, "suffix": suffix, "non-dropping-particle": family[:start].strip()}
    return {part: value for part, value in name.items() if value}


def _issued(record: Record) -> dict[str, Any]:
    year = _date(record.first("PY", "Y1"))
    full = _date(record.first("DA"))
    if full and (not year or full.get("date-parts", [[0]])[0][0] == year.get("date-parts", [[0]])[0][0]):
        return full
    return year


def _date(text: str) -> dict[str, Any]:
    """Read 2019, 2019/05/31/ and 2019///Spring; also 2019-05-31, which some programs write."""
    parts = re.match(r"(-?\d{1,4})(?!\d)(?:[/-](\d{1,2}))?(?:[/-](\d{1,2}))?(?!\d)", text.strip())
    other = text.split("/")[3].strip().lower() if text.count("/") >= 3 else ""
    if not parts:
        return {"literal": other} if other else {}
    points = [[int(parts[1]), *(int(part) for part in parts.groups()[1:] if part and int(part))]]
    if until := re.search(r"\bto (-?\d+)(?:-(\d+))?(?:-(\d+))?", other):
        points.append([int(part) for part in until.groups() if part])
    season = next((number for word, number in _SEASONS.items() if word in other), 0)
    extra = {"circa": "circa" in other, "season": season}
    return {"date-parts": points} | {name: value for name, value in extra.items() if value}
