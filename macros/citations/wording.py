"""What pandoc must not judge by itself: works are marked before the call, and the marks taken out of its answer."""

import re
from collections.abc import Iterable, Mapping
from hashlib import sha256
from typing import Any

from macros.citations.style import AND, Style

_SPACE, _COMMA, _HYPHEN = "\ue002", "\ue003", "\ue004"
_MARKS = str.maketrans({AND: "&", _SPACE: " ", _COMMA: ",", _HYPHEN: "-"})
_MARKS_IN_HTML = _MARKS | {ord(AND): "&amp;"}

_PREPOSITIONS = (
    "about above across after against along among around before behind below beneath beside between beyond despite "
    "during except inside near off outside past since through throughout toward towards under underneath until upon "
    "within without"
)
_LOWERED = re.compile(rf"(?<=[\w,;] )(?:{'|'.join(_PREPOSITIONS.split())})(?= \w)")
_LOOKS_SEVERAL = re.compile(r"\d+(?:-\d+)+")
_RANGE = re.compile(r"(?<=\d)-(?=\d)")
_TITLES = ("title", "container-title", "title-short", "collection-title")


def worded(work: Mapping[str, Any], style: Style) -> Mapping[str, Any]:
    """Return the work as pandoc should see it for a style."""
    changed = dict(work)
    if "number" in work:
        changed["number"] = _one_number(str(work["number"]))
    changed |= {field: _one_issue(str(work[field])) for field in ("issue", "volume") if field in work}
    if style.id == "apa":
        changed = without_own_publisher(changed)
    if style.id == "mla":
        changed |= {field: _lowered(work[field]) for field in _TITLES if field in work}
    return changed


def without_own_publisher(work: Mapping[str, Any]) -> dict[str, Any]:
    """APA 7, section 9.29: no publisher where the author is the publisher. CSL cannot say so."""
    published_by_author = [{"literal": work.get("publisher")}] == work.get("author")
    return {field: value for field, value in work.items() if field != "publisher" or not published_by_author}


def unmarked(text: str) -> str:
    """Take every mark out of text that pandoc gave back."""
    return text.translate(_MARKS)


def unmarked_html(html: str) -> str:
    """Take every mark out of HTML that pandoc gave back."""
    return html.translate(_MARKS_IN_HTML)


def coded_numbers(works: Iterable[Mapping[str, Any]]) -> dict[str, str]:
    """Return the numbers that are sent in code, by their code."""
    numbers = (str(work.get("number", "")) for work in works)
    return {_code(number): number for number in numbers if _LOOKS_SEVERAL.fullmatch(number)}


def _one_number(number: str) -> str:
    """A number with a comma or hyphen inside is one, not several: 2018-04 goes as digits in code, others marked."""
    if _LOOKS_SEVERAL.fullmatch(number):
        return _code(number)
    return re.sub(r"(?<=\d),(?=\d)", _COMMA, re.sub(r"(?<=\w)-(?=\w)", _HYPHEN, number))


def _code(number: str) -> str:
    return f"77{int(sha256(number.encode()).hexdigest(), 16) % 10**12:012}77"


def _one_issue(number: str) -> str:
    """A span of issues is printed with a dash; words before a number (Suppl. 2) do not make it several."""
    return _RANGE.sub("–", re.sub(r"(?<=[^\W\d]|\.) (?=\w)", _SPACE, number))


def _lowered(title: str) -> str:
    """MLA 9, section 2.90: prepositions stay lowercase, however long they are."""
    return _LOWERED.sub(r'<span class="nocase">\g<0></span>', title)
