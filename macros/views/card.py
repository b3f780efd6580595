"""Cards: an entry in short, with the few facts by which a reader chooses."""

from collections.abc import Callable
from dataclasses import dataclass

from macros.model.case import Case
from macros.model.claim import Claim
from macros.model.correction import Correction
from macros.model.entry import Record
from macros.model.guide import Guide
from macros.model.path import Path
from macros.model.pillar import Pillar
from macros.model.protocol import Protocol
from macros.model.situation import Situation
from macros.model.strategy import Strategy
from macros.model.study import Study
from macros.model.term import Term
from macros.model.tool import Tool
from macros.views.words import listed, minutes, sentence

COMMON_SIZE = 8
"""The group size whose length a protocol's card shows."""


@dataclass(frozen=True)
class Card:
    """An entry in short: `text` is Markdown, `notes` are plain, and `claim` is the one whose grade stands for it."""

    text: str
    notes: tuple[str, ...] = ()
    claim: str | None = None
    pillars: tuple[str, ...] = ()
    legs: tuple[str, ...] = ()


def _strategy(entry: Strategy) -> Card:
    weekly = f", then {minutes(entry.time.weekly)} a week" if entry.time.weekly else ""
    notes = (f"{sentence(minutes(entry.time.start))} to start{weekly}",)
    return Card(entry.summary, notes, entry.claims[0], entry.pillars, entry.legs)


def _claim(entry: Claim) -> Card:
    return Card(entry.statement, (f"About {entry.about.label}",), entry.id)


def _study(entry: Study) -> Card:
    return Card(entry.limit, (sentence(entry.design.label), f"Studied {entry.population.label}"))


def _protocol(entry: Protocol) -> Card:
    sizes = f"{entry.sizes.fewest} to {entry.sizes.most} people"
    people = min(max(COMMON_SIZE, entry.sizes.fewest), entry.sizes.most)
    return Card(entry.summary, (f"To {entry.purpose.label}", sizes, f"{minutes(entry.minutes(people))} for {people}"))


def _guide(entry: Guide) -> Card:
    lengths = f"{listed([str(length) for length in entry.lengths], 'or')} minutes"
    meetings = "One meeting" if len(entry.sessions) == 1 else f"{len(entry.sessions)} meetings"
    return Card(entry.summary, (meetings, lengths, f"{entry.group_size.fewest} to {entry.group_size.most} people"))


def _tool(entry: Tool) -> Card:
    return Card(entry.summary, (minutes(entry.minutes), entry.who))


def _case(entry: Case) -> Card:
    return Card(entry.summary, (entry.organisation, entry.country, entry.kind), None, entry.pillars, entry.legs)


def _term(entry: Term) -> Card:
    return Card(entry.definition)


def _summary(entry: Pillar | Situation | Path | Correction) -> Card:
    return Card(entry.summary)


CARDS: dict[str, Callable[..., Card]] = {
    "strategies": _strategy,
    "claims": _claim,
    "studies": _study,
    "protocols": _protocol,
    "guides": _guide,
    "tools": _tool,
    "cases": _case,
    "terms": _term,
    "pillars": _summary,
    "legs": _summary,
    "situations": _summary,
    "paths": _summary,
    "corrections": _summary,
}


def card_of(folder: str, entry: Record) -> Card:
    """Return an entry in short; pillars, legs, situations and paths show their summary alone."""
    return CARDS[folder](entry)
