"""Authored pages: citations and claims are marked before macros run and drawn after, at the end with their list."""

import re
from dataclasses import dataclass

from macros.aside import Aside
from macros.citations.scan import spans
from macros.handbook import Handbook
from macros.prose import Prose
from macros.views.cards import evidence, references

_MARK = re.compile("\ue000(\\d+)\ue001")
_PRIVATE = re.compile("[\ue000-\uf8ff]")


@dataclass(frozen=True)
class Marked:
    """A page's Markdown with a mark for each citation, and what the marks stand for."""

    text: str
    drawings: list[str]


def mark(markdown: str, prose: Prose) -> Marked:
    """Replace each citation and claim by a mark; what a bibliography holds never passes through Jinja."""
    markdown = _PRIVATE.sub("\ufffd", markdown)
    found = spans(markdown)
    parts, last = [], 0
    for number, span in enumerate(found):
        parts += [markdown[last : span.start], f"\ue000{number}\ue001"]
        last = span.end
    return Marked("".join([*parts, markdown[last:]]), [str(prose.draw(span)) for span in found])


def draw(markdown: str, drawings: list[str], handbook: Handbook, prose: Prose, aside: Aside) -> str:
    """Put the drawings where the marks stand, then the evidence and the references of the page."""
    text = _MARK.sub(lambda match: drawings[int(match[1])], markdown)
    cards = evidence(handbook, prose) if prose.claims and not aside.holds('id="claim-') else ""
    listed = references(handbook, prose) if prose.cited and not aside.holds('id="ref-') else ""
    return f"{text}\n\n{aside.put(cards)}\n\n{aside.put(listed)}\n"
