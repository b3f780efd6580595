"""Agendas of meetings: when each part starts, and the numbers of its questions."""

from macros.model.guide import Guide, Session, SessionPart
from macros.views.sheet import Sheet

Slot = tuple[str, int] | None
"""The clock at which a part starts and its minutes; None where a meeting of that length leaves it out."""


def clock(sheet: Sheet, guide: Guide) -> dict[str, object]:
    """Return what a template asks for to lay out a meeting."""
    return {"agenda": agenda, "first_numbers": first_numbers}


def agenda(guide: Guide, session: Session) -> list[tuple[SessionPart, list[Slot]]]:
    """Return each part with its slot in a meeting of each length."""
    columns = [_column(session, length) for length in guide.lengths]
    return list(zip(session.parts, map(list, zip(*columns, strict=True)), strict=True))


def _column(session: Session, length: int) -> list[Slot]:
    counts = (part.minutes.get(length, 0) for part in session.parts)
    return [
        (f"{start // 60}:{start % 60:02}", count) if count else None
        for start, count in zip(session.starts(length), counts, strict=True)
    ]


def first_numbers(guide: Guide, session: Session) -> list[int]:
    """Return the number of the first question of each part; questions are numbered through the whole guide."""
    number, numbers = 1, []
    for each in guide.sessions:
        for part in each.parts:
            if each is session:
                numbers.append(number)
            number += len(part.prompts)
    return numbers
