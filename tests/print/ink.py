"""The ink on a page that the typesetter wrote: how large and dark its words are, and where its rules run."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pikepdf

MM = 72 / 25.4
Color = tuple[float, ...]
WHITE = (1.0, 1.0, 1.0)
WASH = (0.945, 0.957, 0.941)
"""The ground behind some words: #f1f4f0."""


@dataclass(frozen=True)
class Word:
    """A piece of text: its baseline, the size of its type in points, and its color."""

    y: float
    size: float
    color: Color


@dataclass(frozen=True)
class Rule:
    """A line from left to right, in points."""

    y: float
    width: float
    color: Color


@dataclass(frozen=True)
class _Pen:
    x: float = 0
    y: float = 0
    scale: float = 1
    flip: float = 1
    fill: Color = (0.0, 0.0, 0.0)
    stroke: Color = (0.0, 0.0, 0.0)
    size: float = 0


def ink(path: Path) -> list[Word | Rule]:
    """Return the words and the rules of a document of one page."""
    with pikepdf.open(path) as pdf:
        (page,) = pdf.pages
        return list(_drawn(pikepdf.parse_content_stream(page)))


def contrast(color: Color, ground: Color = WHITE) -> float:
    """Return the contrast of two colors, from 1 to 21, by the formula of WCAG 2.2."""
    light, dark = sorted((_luminance(color), _luminance(ground)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(color: Color) -> float:
    red, green, blue = (value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in color)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _drawn(operations: Any) -> Iterator[Word | Rule]:
    pen, kept, points = _Pen(), [], []
    for operation in operations:
        name, given = str(operation.operator), operation.operands
        if name == "q":
            kept.append(pen)
        elif name == "Q":
            pen = kept.pop()
        elif name in ("m", "l"):
            points.append((pen.x + float(given[0]) * pen.scale, pen.y + float(given[1]) * pen.scale * pen.flip))
        elif name in ("Tj", "TJ"):
            yield Word(pen.y, pen.size * pen.scale, pen.fill)
        elif name in ("S", "f", "B", "n"):
            if name == "S":
                yield from _strokes(points, pen.stroke)
            elif name != "n":
                yield from _bar(points, pen.fill)
            points = []
        else:
            pen = _moved(pen, name, given)


def _moved(pen: _Pen, name: str, given: Any) -> _Pen:
    if name == "cm":
        across, _, _, down, x, y = (float(value) for value in given)
        place = (pen.x + x * pen.scale, pen.y + y * pen.scale * pen.flip)
        flip = pen.flip * (1 if down > 0 else -1)
        return replace(pen, x=place[0], y=place[1], scale=pen.scale * abs(across), flip=flip)
    if name in ("scn", "SCN"):
        return replace(pen, **{"fill" if name == "scn" else "stroke": tuple(float(value) for value in given)})
    return replace(pen, size=float(given[1])) if name == "Tf" else pen


def _strokes(points: list[tuple[float, float]], color: Color) -> Iterator[Rule]:
    """Yield each level stroke that is not short."""
    for (x, y), (to, end) in pairwise(points):
        if abs(y - end) < 0.5 and abs(x - to) > 20 * MM:
            yield Rule(y, abs(x - to), color)


def _bar(points: list[tuple[float, float]], color: Color) -> Iterator[Rule]:
    """Yield a filled shape that is so flat that the eye takes it for a line."""
    across, up = ([point[axis] for point in points] for axis in (0, 1))
    if points and max(up) - min(up) < 2 and max(across) - min(across) > 20 * MM:
        yield Rule((max(up) + min(up)) / 2, max(across) - min(across), color)
