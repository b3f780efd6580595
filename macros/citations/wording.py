"""What pandoc must not judge by itself: works are marked before the call, and the marks taken out of its answer."""

import re
from collections.abc import Mapping
from typing import Any

from macros.citations.style import AND, Style

_COMMA, _HYPHEN, _SPACE = "\ue002", "\ue003", "\ue004"
_MARKS = str.maketrans({AND: "&", _COMMA: ",", _HYPHEN: "-", _SPACE: " "})
_MARKS_IN_HTML = _MARKS | {ord(AND): "&amp;"}

_PREPOSITIONS = (
    "about above across after against along among around before behind below beneath beside between beyond despite during "
    "except inside near off outside past since through throughout toward towards under underneath until upon within without"
)
_LOWERED = re.compile(rf"(?<=[\w,;] )(?:{'|'.join(_PREPOSITIONS.split())})(?= \w)")
_RANGE = re.compile(r"(?<=\d)-(?=\d)")
_TITLES = ("title", "container-title", "title-short", "collection-title")


def worded(work: Mapping[str, Any], style: Style) -> Mapping[str, Any]:
    """Return the work as pandoc should see it for a style."""
    changed = dict(work)
    if "number" in work:
        changed["number"] = _one_number(str(work["number"]))
    changed |= {field: _one_issue(str(work[field])) for field in ("issue", "volume") if field in work}
    if style.id == "mla":
        changed |= {field: _lowered(work[field]) for field in _TITLES if field in work}
    return changed


def unmarked(text: str) -> str:
    """Take every mark out of text that pandoc gave back."""
    return text.translate(_MARKS)


def unmarked_html(html: str) -> str:
    """Take every mark out of HTML that pandoc gave back."""
    return html.translate(_MARKS_IN_HTML)


def _one_number(number: str) -> str:
    """A number with a comma or hyphen inside is one number (7,123,456; 114-95), not several."""
    return re.sub(r"(?<=\d),(?=\d)", _COMMA, re.sub(r"(?<=\w)-(?=\w)", _HYPHEN, number))


def _one_issue(number: str) -> str:
    """A span of issues is printed with a dash; words before a number (Suppl. 2) do not make it several."""
    return _RANGE.sub("–", re.sub(r"(?<=[^\W\d]|\.) (?=\w)", _SPACE, number))


def _lowered(title: str) -> str:
    """MLA 9, section 2.90: prepositions stay lowercase, however long they are."""
    return _LOWERED.sub(r'<span class="nocase">\g<0></span>', title)
