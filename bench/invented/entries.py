"""Entries that were made up, as plain data: strategies, and what a handbook needs around them."""

import random
import re
from typing import Any

from bench.invented.words import passage, sentence, title, topic
from bench.invented.works import key
from macros.model.vocabulary import LegId, PillarId, PromptType

CITATIONS = LINKS = 5
"""How many a strategy's page holds."""
_REVIEWED = {"on": "2026-11-21", "outcome": "new"}
_MEASURES = ["calm", "attendance", "trust", "patience", "turnout", "good humor"]


def id_of(number: int) -> str:
    """Return the id of a strategy."""
    return re.sub(r"[^a-z]+", "-", title(number).lower()).strip("-")


def claim_id(number: int) -> str:
    """Return the id of a claim."""
    return f"claim-{number}"


def claim_count(strategies: int) -> int:
    """Return how many claims go with so many strategies."""
    return max(5, strategies // 5)


def strategy(number: int, count: int) -> dict[str, Any]:
    """Return a strategy of a handbook that has `count` of them, and as many works."""
    chance = random.Random(number)
    return {
        "title": title(number),
        "summary": passage(chance, 3),
        "pillars": [[*PillarId][number % 5].value],
        "legs": [[*LegId][number % 3].value],
        "do_this_week": passage(chance, 3),
        "time": {"start": 10 + number % 50, "weekly": number % 20},
        "when_to_use": passage(chance, 3),
        "when_not_to_use": passage(chance, 2),
        "steps": [
            {"do": sentence(chance), "minutes": 5 + chance.randrange(20), "who": "leader team"} for _ in range(5)
        ],
        "roadblocks": [{"problem": sentence(chance), "try": sentence(chance)} for _ in range(2)],
        "claims": [claim_id(number % claim_count(count)), claim_id((number + 1) % claim_count(count))],
        "why": _why(number, count, chance),
        "how_to_tell": passage(chance, 3),
        "unknowns": passage(chance, 2),
        "prompts": [{"type": kind.value, "ask": sentence(chance)} for kind in PromptType],
        "looks_like": passage(chance, 9),
        "aliases": [topic(number % 300), f"{topic((number + 7) % 300)} and keys", f"help with {topic(number % 299)}"],
        "reviewed": _REVIEWED,
    }


def _why(number: int, count: int, chance: random.Random) -> str:
    """Return the paragraphs that cite five works and link to five strategies."""
    cited = [(CITATIONS * number + place * 7) % count for place in range(CITATIONS)]
    linked = [(number + 1 + place * place * 3) % count for place in range(LINKS)]
    locators = ("", ", p. 4", "", ", chapter 2", "")
    parts = [
        f"{sentence(chance)[:-1]} [@{key(work)}{locator}]. Go on with [{title(other)}](/strategies/{id_of(other)}.md)."
        for work, locator, other in zip(cited, locators, linked, strict=True)
    ]
    return "\n\n".join((" ".join(parts[:3]), " ".join(parts[3:])))


def claim(number: int, count: int) -> dict[str, Any]:
    """Return a claim of a handbook that has so many works; it rests on two of them."""
    measure = _MEASURES[number % len(_MEASURES)]
    subject = topic(number)
    return {
        "title": f"Talk about {subject} and {measure}",
        "statement": f"In schools whose staff talk about {subject}, there tends to be more {measure}.",
        "about": "schools",
        "relation": "goes-with",
        "pillars": [[*PillarId][number % 5].value],
        "legs": [[*LegId][number % 3].value],
        "does_not_prove": f"That talk about {subject} is enough.",
        "evidence": [_evidence((number * 5 + place) % count, subject) for place in range(2)],
        "searched": {"on": "2026-11-21", "where": "a list that was made up"},
        "reviewed": _REVIEWED,
    }


def _evidence(work: int, subject: str) -> dict[str, Any]:
    return {
        "source": key(work),
        "role": "supports",
        "studied": "schools",
        "finding": f"Staff in some schools talked about {subject} more than in others.",
        "locator": "abstract",
        "read_as": "abstract",
        "raters": "records",
    }


def study(number: int) -> dict[str, Any]:
    """Return the card of a work."""
    return {
        "design": ("cross-sectional-survey", "longitudinal", "case-study", "report")[number % 4],
        "population": "schools",
        "country": "not applicable",
        "sample": "no sample",
        "years": "not applicable",
        "peer_reviewed": True,
        "interest": "none",
        "limit": f"Nobody wrote number {number}: it is there to be measured.",
        "seen": [{"what": "abstract", "where": f"https://handbook.example/{key(number)}", "on": "2026-11-21"}],
    }


def pillar(place: int, name: str, count: int) -> dict[str, Any]:
    """Return a pillar, or a leg, with every ninth strategy."""
    chance = random.Random(f"pillar {name}")
    text = {
        field: passage(chance, 4)
        for field in ("what_it_is", "why_it_is_hard", "when_it_is_missing", "what_the_evidence_carries", "needs")
    }
    return {
        "title": name,
        "order": place,
        "credit": f"Made up for a measurement [@{key(place)}].",
        "summary": passage(chance, 2),
        **text,
        "what_it_looks_like": "\n".join(f"- {sentence(chance)}" for _ in range(4)),
        "claims": [claim_id(place % claim_count(count))],
        "strategies": [id_of(number) for number in range(place % count, count, 9)][:12],
        "why_this_order": sentence(chance),
        "prompts": [{"type": "connect", "ask": sentence(chance)}],
        "reviewed": _REVIEWED,
    }


def situation(number: int, count: int) -> dict[str, Any]:
    """Return a situation with three strategies."""
    chance = random.Random(f"situation {number}")
    return {
        "title": f"We never get to {topic(number)}",
        "summary": passage(chance, 2),
        "what_may_be_going_on": "\n\n".join(passage(chance, 4) for _ in range(2)),
        "strategies": [id_of((number * 11 + place) % count) for place in range(3)],
        "claims": [claim_id(number % claim_count(count))],
        "warning_signs": passage(chance, 3),
        "aliases": [f"no time for {topic(number)}"],
        "reviewed": _REVIEWED,
    }


def term(number: int) -> dict[str, Any]:
    """Return a term."""
    chance = random.Random(f"term {number}")
    return {"title": topic(number).capitalize(), "definition": passage(chance, 2), "reviewed": _REVIEWED}
