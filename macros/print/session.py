"""A meeting on paper: its agenda by the clock, its parts, and its questions numbered through the guide."""

from collections.abc import Iterator
from itertools import accumulate
from typing import Any

from macros.model.guide import Guide, Session, SessionPart
from macros.model.vocabulary import PartKind
from macros.print.reading import entry_at
from macros.print.writing import Writing

_LINES_TO_ANSWER = 3
"""Ruled lines under a question for notes; a part that asks for more names its own number."""


def sessions(writing: Writing, guide: Guide, facilitator: bool) -> list[dict[str, Any]]:
    """Return every meeting of a guide; notes for the facilitator are left out where `facilitator` is false."""
    numbers = iter(range(1, 1 + sum(len(part.prompts) for session in guide.sessions for part in session.parts)))
    return [
        {
            "number": number,
            "title": session.title,
            "aims": [writing.runs(aim) for aim in session.aims],
            "reading": [_reading(writing, each) for each in session.reading],
            "agenda": _agenda(guide, session),
            "parts": [_part(writing, part, numbers, facilitator) for part in session.parts],
            "claims": list(session.claims),
            "commitment": writing.blocks(session.commitment),
        }
        for number, session in enumerate(guide.sessions, 1)
    ]


def prompts_of(guide: Guide) -> tuple[tuple[int, str], ...]:
    """Return (number, question as written) of every prompt of a guide, in the order of print and page."""
    asked = [prompt.ask for session in guide.sessions for part in session.parts for prompt in part.prompts]
    return tuple(enumerate(asked, 1))


def _reading(writing: Writing, reading: Any) -> dict[str, Any]:
    entry = entry_at(reading.page)
    label = f"{entry[0]}-{entry[1]}" if entry else ""
    return {"title": reading.title, "minutes": reading.minutes, "url": writing.url(reading.page), "label": label}


def _agenda(guide: Guide, session: Session) -> list[dict[str, Any]]:
    """Return one row for each part: its minutes and when it starts, for each length; None where it is left out."""
    columns = []
    for length in guide.lengths:
        minutes = [part.minutes.get(length, 0) for part in session.parts]
        starts = accumulate(minutes, initial=0)
        columns.append([_slot(start, count) for start, count in zip(starts, minutes, strict=False)])
    rows = zip(session.parts, zip(*columns, strict=True), strict=True)
    return [{"title": part.title, "kind": part.kind.label, "slots": list(slots)} for part, slots in rows]


def _slot(start: int, minutes: int) -> dict[str, Any] | None:
    return {"start": f"{start // 60}:{start % 60:02}", "minutes": minutes} if minutes else None


def _part(writing: Writing, part: SessionPart, numbers: Iterator[int], facilitator: bool) -> dict[str, Any]:
    promise = part.kind is PartKind.COMMITMENT
    lines = 0 if promise else part.lines or _LINES_TO_ANSWER * bool(part.prompts)
    return {
        "title": part.title,
        "kind": part.kind.label,
        "do": writing.blocks(part.do),
        "minutes": [{"length": length, "minutes": count} for length, count in sorted(part.minutes.items()) if count],
        "protocol": part.protocol and {"id": part.protocol, "title": writing.handbook.find("protocols", part.protocol).title},
        "prompts": [
            {
                "number": next(numbers),
                "type": prompt.type.label,
                "ask": writing.blocks(prompt.ask),
                "private": prompt.private,
                "lines": lines,
            }
            for prompt in part.prompts
        ],
        "lines": 0 if part.prompts else lines,
        "promise": promise,
        "facilitator": writing.blocks(part.facilitator) if facilitator else [],
    }
