"""A meeting on paper: its agenda by the clock, its parts, and its questions numbered through the guide."""

from collections.abc import Iterator
from typing import Any

from macros.addresses import entry_at
from macros.model.guide import Guide, Reading, Session, SessionPart
from macros.model.vocabulary import PartKind
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
            "parts": [_part(writing, guide, part, numbers, facilitator) for part in session.parts],
            "claims": list(session.claims),
            "commitment": writing.blocks(session.commitment),
            "rehearsal": writing.blocks(session.rehearsal) if facilitator and session.rehearsal else [],
        }
        for number, session in enumerate(guide.sessions, 1)
    ]


def prompts_of(guide: Guide) -> tuple[tuple[int, str], ...]:
    """Return (number, question as written) of every prompt of a guide, in the order of print and page."""
    asked = [prompt.ask for session in guide.sessions for part in session.parts for prompt in part.prompts]
    return tuple(enumerate(asked, 1))


def _reading(writing: Writing, reading: Reading) -> dict[str, Any]:
    entry = entry_at(reading.page)
    label = f"{entry[0]}-{entry[1]}" if entry else ""
    takes = writing.reading_time(reading.page)
    return {"title": reading.title, "takes": takes, "url": writing.url(reading.page), "label": label}


def _agenda(guide: Guide, session: Session) -> list[dict[str, Any]]:
    """Return one row for each part: its minutes and when it starts, for each length; None where it is left out."""
    columns = []
    for length in guide.lengths:
        minutes = [part.minutes.get(length, 0) for part in session.parts]
        columns.append([_slot(start, count) for start, count in zip(session.starts(length), minutes, strict=True)])
    rows = zip(session.parts, zip(*columns, strict=True), strict=True)
    return [{"title": part.title, "kind": part.kind.label, "slots": list(slots)} for part, slots in rows]


def _slot(start: int, minutes: int) -> dict[str, Any] | None:
    return {"start": f"{start // 60}:{start % 60:02}", "minutes": minutes} if minutes else None


def _part(
    writing: Writing, guide: Guide, part: SessionPart, numbers: Iterator[int], facilitator: bool
) -> dict[str, Any]:
    lines = _lines(part, facilitator)
    protocol = part.protocol and writing.handbook.find("protocols", part.protocol)
    return {
        "title": part.title,
        "kind": part.kind.label,
        "do": writing.blocks(part.do),
        "minutes": [{"length": length, "minutes": count} for length, count in sorted(part.minutes.items()) if count],
        "protocol": protocol and {"id": protocol.id, "title": protocol.title},
        "otherwise": writing.blocks(part.otherwise) if part.otherwise else [],
        "turns": _turns(guide, part),
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
        "promise": part.kind is PartKind.COMMITMENT,
        "facilitator": writing.blocks(part.facilitator) if facilitator else [],
    }


def _lines(part: SessionPart, facilitator: bool) -> int:
    """Return how many ruled lines follow each question: none under promises and in the facilitator's script."""
    if facilitator or part.kind is PartKind.COMMITMENT:
        return 0
    return part.lines or _LINES_TO_ANSWER * bool(part.prompts)


def _turns(guide: Guide, part: SessionPart) -> list[dict[str, Any]]:
    """Return the seconds that each person has in a turn, for each length and three sizes of group."""
    if not part.turns:
        return []
    fewest, most = guide.group_size.fewest, guide.group_size.most
    sizes = sorted({fewest, (fewest + most) // 2, most})
    held = [length for length in guide.lengths if part.minutes.get(length)]
    return [{"length": length, "each": [_each(part, length, people) for people in sizes]} for length in held]


def _each(part: SessionPart, length: int, people: int) -> dict[str, int]:
    return {"people": people, "seconds": part.seconds_each(length, people)}
