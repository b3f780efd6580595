"""Figures: drawings as inline SVG that follow the page's colors and whose parts are links."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

WIDTH = 360
"""The drawing is this many units wide; on a phone one unit is about one pixel, so a 14-unit label stays legible."""
BOOK = 36
SEAT = 44
LEG = 128
LABEL_LINE = 18
LEG_LABEL = 13
"""A leg's label is broken before it passes so many characters."""
BOOK_INSETS = (34, 22, 40, 28, 16)
"""How far each book stands back from the edge of the seat, so that the pile looks laid by hand."""


@dataclass(frozen=True)
class Part:
    """One part of a drawing: where it leads, its label, and its kind (pillar, seat or leg)."""

    url: str
    label: str
    kind: str

    def link(self, *shapes: str) -> str:
        """Return the shapes as one link."""
        return f'<a class="hb-stool__{self.kind}" href="{escape(self.url)}">{"".join(shapes)}</a>'


def stool(href: Callable[[str], str], pillars: Sequence[tuple[str, str]], legs: Sequence[tuple[str, str]]) -> Markup:
    """Draw the stool of collective leader efficacy with the pillars as a pile of books on it.

    `href` turns an address such as /pillars/visionary.md into a URL; pillars and legs are (id, title).
    """
    top = len(pillars) * BOOK + 4
    foot = top + SEAT + LEG
    books = [
        _book(Part(href(f"/pillars/{id}.md"), title, "pillar"), 2 + BOOK * place, BOOK_INSETS[place % len(BOOK_INSETS)])
        for place, (id, title) in enumerate(pillars)
    ]
    seat = _seat(Part(href("/legs/index.md"), "Collective leader efficacy", "seat"), top)
    column = WIDTH / max(len(legs), 1)
    stand = [
        _leg(Part(href(f"/legs/{id}.md"), title, "leg"), column * (place + 0.5), top + SEAT, foot)
        for place, (id, title) in enumerate(legs)
    ]
    rung = _rung(top + SEAT + LEG * 0.62)
    height = foot + 14 + LABEL_LINE * max((len(_lines(title)) for _, title in legs), default=1)
    return _figure(height, _description(pillars, legs), [*books, rung, *stand, seat])


def _figure(height: float, description: str, parts: Sequence[str]) -> Markup:
    return Markup(
        f'<figure class="hb-stool"><svg viewBox="0 0 {WIDTH} {height:g}" role="group" '
        'aria-labelledby="hb-stool-title" aria-describedby="hb-stool-desc" xmlns="http://www.w3.org/2000/svg">'
        '<title id="hb-stool-title">The stool and the five pillars</title>'
        f'<desc id="hb-stool-desc">{escape(description)}</desc>'
        + "".join(parts)
        + "</svg><figcaption>Three legs, named by Peter DeWitt and Michael Nelson, hold up a leader team’s belief in "
        "what it can do together. The five pillars of a principal’s work, named by George Couros and Allyson Apsey, "
        "rest on it. Each part is a link.</figcaption></figure>"
    )


def _description(pillars: Sequence[tuple[str, str]], legs: Sequence[tuple[str, str]]) -> str:
    below, above = ("; ".join(title for _, title in some) for some in (legs, pillars))
    return f"A stool. Its seat is collective leader efficacy. Its legs: {below}. On the seat a pile of books: {above}."


def _book(part: Part, y: float, inset: float) -> str:
    width = WIDTH - 2 * inset - 24
    left = inset + 12
    body = f'<rect class="hb-stool__body" x="{left}" y="{y}" width="{width}" height="{BOOK - 2}" rx="3"/>'
    bands = "".join(
        f'<path class="hb-stool__line" d="M{x} {y + 1}v{BOOK - 4}"/>' for x in (left + 13, left + width - 13)
    )
    return part.link(body, bands, _text(WIDTH / 2, y + BOOK / 2 + 4, [part.label]))


def _seat(part: Part, y: float) -> str:
    body = (
        f'<path class="hb-stool__body" d="M8 {y + 9}q0-9 9-9h{WIDTH - 34}q9 0 9 9v{SEAT - 24}'
        f'q0 15-15 15h-{WIDTH - 46}q-15 0-15-15z"/>'
    )
    return part.link(body, _text(WIDTH / 2, y + SEAT / 2 + 5, [part.label]))


def _leg(part: Part, x: float, top: float, foot: float) -> str:
    """Draw one leg: nearer to the middle at the seat than at the floor, with its label under the foot."""
    head = WIDTH / 2 + (x - WIDTH / 2) * 0.78
    body = f'<path class="hb-stool__body" d="M{head - 11:g} {top - 8}h22L{x + 7:g} {foot - 8}h-14z"/>'
    return part.link(body, _text(x, foot + 10, _lines(part.label)))


def _rung(y: float) -> str:
    return f'<path class="hb-stool__rung" d="M{WIDTH * 0.19:g} {y:g}H{WIDTH * 0.81:g}"/>'


def _text(x: float, y: float, lines: Sequence[str]) -> str:
    spans = "".join(
        f'<tspan x="{x:g}" dy="{LABEL_LINE if place else 0}">{escape(line)}</tspan>' for place, line in enumerate(lines)
    )
    return f'<text x="{x:g}" y="{y:g}">{spans}</text>'


def _lines(label: str) -> list[str]:
    lines: list[str] = []
    for word in label.split():
        if lines and len(lines[-1]) + 1 + len(word) <= LEG_LABEL:
            lines[-1] += " " + word
        else:
            lines.append(word)
    return lines
