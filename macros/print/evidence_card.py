"""Evidence cards: a claim on paper, with how sure we are in words, its limits and who disputes it."""

from typing import Any

from macros.evidence import Grade, supporting
from macros.model.claim import Claim, Evidence
from macros.model.vocabulary import Role
from macros.print.writing import Writing
from macros.views.words import day, listed, sentence

HEADINGS = {
    Role.SUPPORTS: "What supports it",
    Role.DEFINES: "Where the meaning comes from",
    Role.QUALIFIES: "What limits it",
    Role.DISPUTES: "Who disputes it",
}


def evidence_card(writing: Writing, claim_id: str) -> dict[str, Any]:
    """Return a claim as plain data, without the findings of each source."""
    claim: Claim = writing.handbook.find("claims", claim_id)
    grade = writing.handbook.grade(claim_id)
    return {
        "id": claim_id,
        "title": claim.title,
        "statement": writing.blocks(claim.statement),
        "sure": sentence(grade.level.label),
        "reasons": list(grade.reasons),
        "tags": tags(grade),
        "about": sentence(claim.about.label),
        "does_not_prove": writing.blocks(claim.does_not_prove),
        "rests_on": writing.blocks(claim.rests_on) if claim.rests_on else [],
        "supports": [writing.cite(key) for key in dict.fromkeys(link.source for link in supporting(claim))],
        "disputes": [_finding(writing, link) for link in claim.evidence if link.role is Role.DISPUTES],
        "undisputed": _undisputed(claim),
        "url": writing.url(f"/claims/{claim_id}.md"),
    }


def findings(writing: Writing, claim: Claim) -> list[dict[str, Any]]:
    """Return what each source of a claim says, grouped by what it does for the claim."""
    groups = [(words, [link for link in claim.evidence if link.role is role]) for role, words in HEADINGS.items()]
    return [{"title": words, "links": [_finding(writing, link) for link in links]} for words, links in groups if links]


def tags(grade: Grade) -> list[str]:
    """Return the warnings that go wherever a grade goes."""
    borrowed = [f"borrowed from {listed([group.label for group in grade.borrowed])}"] if grade.borrowed else []
    return borrowed + ["disputed"] * grade.disputed


def _finding(writing: Writing, link: Evidence) -> dict[str, Any]:
    return {"who": writing.cite(link.source), "finding": writing.blocks(link.finding), "read_as": link.read_as.label}


def _undisputed(claim: Claim) -> str:
    if claim.searched is None:
        return "Nobody that we know of."
    return f"We found no source that disputes it in {claim.searched.where} ({day(claim.searched.on)})."
