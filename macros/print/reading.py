"""Readings: pages of the handbook as sections on paper, so that a group needs no screen."""

from typing import Any

from macros.model.collections import COLLECTIONS
from macros.print.writing import Writing

_LEG = {
    "summary": "",
    "what_it_is": "What it is",
    "why_it_is_hard": "Why it is hard",
    "what_it_looks_like": "What it looks like",
    "when_it_is_missing": "When it is missing",
    "what_the_evidence_carries": "What the evidence carries",
    "needs": "Where it needs the others",
}
_STRATEGY = {
    "summary": "",
    "do_this_week": "Do this week",
    "steps": "Steps",
    "when_to_use": "When to use it",
    "when_not_to_use": "When not to",
    "why": "Why it may work",
    "roadblocks": "What gets in the way",
    "how_to_tell": "How to tell",
    "unknowns": "What nobody knows yet",
    "looks_like": "An illustration, not a report",
}
_SITUATION = {"summary": "", "what_may_be_going_on": "What may be going on", "warning_signs": "Warning signs"}
_CASE = {"summary": "", "practice": "What they do", "known": "What is known", "not_known": "What is not known"}
SECTIONS = {"pillars": _LEG, "legs": _LEG, "strategies": _STRATEGY, "situations": _SITUATION, "cases": _CASE}
"""folder -> field -> heading, in the order of the page; the heading of the first field is the title itself."""


def reading(writing: Writing, folder: str, id: str) -> dict[str, Any]:
    """Return the page of an entry as {"title", "url", "sections": [{"title", "blocks"}]}."""
    entry = writing.handbook.find(folder, id)
    sections = [
        {"field": field, "title": title, "blocks": _blocks(writing, getattr(entry, field))}
        for field, title in SECTIONS[folder].items()
    ]
    address = f"/{COLLECTIONS[folder].address}/{id}.md"
    return {"label": f"{folder}-{id}", "title": entry.title, "url": writing.url(address), "sections": sections}


def _blocks(writing: Writing, value: Any) -> list[dict[str, Any]]:
    """Return a text as blocks; steps and roadblocks as a list of their own."""
    if isinstance(value, str):
        return writing.blocks(value)
    return [{"kind": "list", "ordered": hasattr(value[0], "do"), "items": [_item(writing, one) for one in value]}]


def _item(writing: Writing, one: Any) -> list[dict[str, Any]]:
    if isinstance(one, str):
        return writing.blocks(one)
    if hasattr(one, "do"):
        return [_with_note(writing.blocks(one.do), f" ({one.who}, {one.minutes} min.)")]
    problem = {"kind": "paragraph", "runs": [{"kind": "strong", "runs": writing.runs(one.problem)}]}
    return [problem, *writing.blocks(one.attempt)]


def _with_note(blocks: list[dict[str, Any]], note: str) -> dict[str, Any]:
    return {"kind": "paragraph", "runs": [*blocks[0]["runs"], {"kind": "text", "text": note}]}
