"""What a page does when it is tabbed through, enlarged or stripped of motion; `reading.js` measures it in the page."""

from pathlib import Path
from typing import Any

_SCRIPT = Path(__file__).with_suffix(".js").read_text("utf-8")


def _calling(function: str) -> str:
    return f"() => {{ {_SCRIPT} return {function}(); }}"


STOP = _calling("stop")
SMALL = _calling("small")
SIDEWAYS = _calling("sideways")
CLIPPED = _calling("clipped")
MOVING = _calling("moving")
SPACING = """
* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
p { margin-bottom: 2em !important }
"""
"""The spacing that a reader may ask for (WCAG 1.4.12)."""


def faults_of(stop: dict[str, Any]) -> list[str]:
    """Return what is wrong with one stop of the focus."""
    inside = stop["bottom"] > 0 and stop["top"] < stop["height"]
    where = f"{stop['what']} at {stop['top']} to {stop['bottom']}"
    return [
        f"{where} {what}"
        for what, wrong in (
            ("is out of the window", not inside),
            ("is covered", inside and not stop["seen"]),
            ("has no mark of the focus", not stop["marked"]),
        )
        if wrong
    ]
