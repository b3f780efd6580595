"""Protocols on paper: the steps with their minutes, and how long the whole takes for groups of each size."""

from typing import Any

from macros.model.guide import Guide
from macros.model.protocol import Protocol
from macros.print.writing import Writing
from macros.views.words import sentence


def protocol_card(writing: Writing, guide: Guide, protocol_id: str) -> dict[str, Any]:
    """Return a protocol as plain data, its length computed for sizes that the guide's group can have."""
    protocol: Protocol = writing.handbook.find("protocols", protocol_id)
    return {
        "id": protocol.id,
        "title": protocol.title,
        "purpose": sentence(protocol.purpose.label),
        "summary": writing.blocks(protocol.summary),
        "steps": [
            {"do": writing.blocks(turn.do), "minutes": turn.minutes, "each": turn.per_person} for turn in protocol.steps
        ],
        "lengths": [{"people": people, "minutes": protocol.minutes(people)} for people in _sizes(guide, protocol)],
        "roles": [{"name": role.name, "does": writing.blocks(role.does)} for role in protocol.roles],
        "materials": writing.blocks(protocol.materials) if protocol.materials else [],
        "traps": writing.blocks(protocol.traps) if protocol.traps else [],
        "credit": writing.blocks(protocol.credit),
        "url": writing.url(f"/protocols/{protocol.id}.md"),
    }


def _sizes(guide: Guide, protocol: Protocol) -> list[int]:
    """Return the smallest, a middling and the largest size that fits both."""
    fewest = max(guide.group_size.fewest, protocol.sizes.fewest)
    most = min(guide.group_size.most, protocol.sizes.most)
    return sorted({fewest, (fewest + most) // 2, most}) if fewest <= most else []
