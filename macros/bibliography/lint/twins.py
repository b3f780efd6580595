"""The same work under two keys."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise

from macros.bibliography.rich_text import without_tags
from macros.bibliography.work import Work
from macros.problems import Problem, Severity

_NEAR = 0.92
"""Share of equal letters from which two titles may be the same; below it, series such as parts 1 and 2 begin."""


def same_work_twice(works: Iterable[Work]) -> Iterator[Problem]:
    """A work must stand once: no DOI, no ISBN with its title, and no title of one author and year may repeat."""
    known = list(works)
    told: set[frozenset[str]] = set()
    for reason, group in (*_by_identifier(known), *_by_title(known)):
        first = group[0]
        for other in group[1:]:
            pair = frozenset((first.key, other.key))
            if pair not in told and not _are_related(first, other):
                told.add(pair)
                severity: Severity = "note" if reason == "nearly the same title" else "error"
                message = f"{other.key} has {reason} as {first.key} on line {first.place.line}. Keep one of them."
                yield Problem(other.place, message, "bib-twice", severity)


def _by_identifier(works: Sequence[Work]) -> Iterator[tuple[str, list[Work]]]:
    dois: dict[str, list[Work]] = defaultdict(list)
    isbns: dict[tuple[str, str], list[Work]] = defaultdict(list)
    for work in works:
        if "doi" in work.field_places and work.csl.get("DOI"):
            dois[work.csl["DOI"].lower()].append(work)
        if "isbn" in work.field_places and work.csl.get("ISBN"):
            isbns[re.sub(r"\W", "", work.csl["ISBN"]), normal_title(work)].append(work)
    yield from (("the same DOI", group) for group in dois.values())
    yield from (("the same ISBN and title", group) for group in isbns.values())


def _by_title(works: Sequence[Work]) -> Iterator[tuple[str, list[Work]]]:
    """Compare neighbours in the order of titles only, so that the time stays in proportion to the works."""
    groups: dict[tuple[str, str], list[Work]] = defaultdict(list)
    for work in works:
        groups[_first_name(work), _year(work)].append(work)
    for group in groups.values():
        ordered = sorted(group, key=lambda work: (normal_title(work), work.place))
        for first, second in pairwise(ordered):
            reason = _likeness(first, second)
            if reason:
                yield reason, sorted((first, second), key=lambda work: work.place)


def _likeness(first: Work, second: Work) -> str:
    one, two = normal_title(first), normal_title(second)
    if not one or not two or _stands_elsewhere(first, second):
        return ""
    if one == two:
        return "the same title, author and year"
    if re.findall(r"\d+", one) != re.findall(r"\d+", two) or max(len(one), len(two)) > 2 * min(len(one), len(two)):
        return ""
    near = SequenceMatcher(None, one[:300], two[:300], autojunk=False).ratio() >= _NEAR
    return "nearly the same title" if near and len(one) > 15 else ""


def _stands_elsewhere(first: Work, second: Work) -> bool:
    """Different volumes, issues, pages, numbers or editions make different works of one title."""
    if first.csl.get("volume-title") != second.csl.get("volume-title"):
        return True
    places = ("volume", "issue", "page", "number", "edition", "container-title")
    return any(first.csl.get(v) != second.csl.get(v) for v in places if first.csl.get(v) and second.csl.get(v))


def _are_related(first: Work, second: Work) -> bool:
    named = {key.strip() for w in (first, second) for key in w.fields.get("related", "").split(",")}
    return bool(named & {first.key, second.key})


def normal_title(work: Work) -> str:
    """Return the title as small letters and digits, without accents, for comparison."""
    letters = unicodedata.normalize("NFKD", without_tags(work.csl.get("title", "")).lower())
    return " ".join(re.findall(r"[^\W_]+", re.sub(r"[\u0300-\u036f]|[’']", "", letters)))


def _first_name(work: Work) -> str:
    names: list[dict[str, str]] = next(
        (work.csl[role] for role in ("author", "editor", "director", "host") if work.csl.get(role)), [{}]
    )
    return str(names[0].get("family", names[0].get("literal", ""))).lower()


def _year(work: Work) -> str:
    parts = (work.csl.get("issued") or {}).get("date-parts", [[""]])
    return str(parts[0][0])
