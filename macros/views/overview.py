"""Overviews: the index page of each collection, what it is called and what it is given to show."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import groupby

from macros.evidence import Level
from macros.model.vocabulary import Population
from macros.views.bibliography import bibliography
from macros.views.crossing import pillar_leg_rows
from macros.views.drawing import drawing
from macros.views.entry import path_times
from macros.views.protocol import LIMITS, PEOPLE, choice
from macros.views.reading_time import WORDS_PER_MINUTE
from macros.views.sheet import Sheet
from macros.views.words import minutes, rank

STARTS = (30, 60, 120)
"""Minutes to start by which readers choose a strategy."""


@dataclass(frozen=True)
class Overview:
    """The page of a collection; `given` returns what its template shows."""

    title: str
    description: str
    given: Callable[[Sheet], dict[str, object]]


def _entries(folder: str) -> Callable[[Sheet], dict[str, object]]:
    return lambda sheet: {"entries": sheet.handbook.all(folder)}


def _stool(sheet: Sheet) -> dict[str, object]:
    pillars, legs = sheet.handbook.all("pillars"), sheet.handbook.all("legs")
    return {"pillars": pillars, "legs": legs, "drawing": drawing(sheet)}


def _strategies(sheet: Sheet) -> dict[str, object]:
    pillars, strategies = sheet.handbook.all("pillars"), sheet.handbook.all("strategies")
    levels = {sheet.grade(strategy.claims[0]).level for strategy in strategies}
    filters = [
        ("Pillar", "pillars", [(one.id, one.title) for one in pillars]),
        ("Leg", "legs", [(one.id, one.title) for one in sheet.handbook.all("legs")]),
        ("To start, at most", "within", [(str(limit), minutes(limit)) for limit in STARTS]),
        ("How sure", "grade", [(level, level.label) for level in Level if level in levels]),
    ]
    return {
        "groups": [(pillar, [one for one in strategies if one.pillars[0] == pillar.id]) for pillar in pillars],
        "filters": filters,
        "lists": " ".join(f"list-{pillar.id}" for pillar in pillars),
        "within": {one.id: [limit for limit in STARTS if one.time.start <= limit] for one in strategies},
        "rows": pillar_leg_rows(sheet),
        "legs": sheet.handbook.all("legs"),
    }


def _claims(sheet: Sheet) -> dict[str, object]:
    claims = sheet.handbook.all("claims")
    about = [(word, word.label) for word in Population if any(claim.about is word for claim in claims)]
    levels = {sheet.handbook.grade(claim.id).level for claim in claims}
    filters = [
        ("Pillar", "pillars", [(one.id, one.title) for one in sheet.handbook.all("pillars")]),
        ("Leg", "legs", [(one.id, one.title) for one in sheet.handbook.all("legs")]),
        ("About", "about", about),
        ("How sure", "grade", [(level, level.label) for level in Level if level in levels]),
    ]
    return {"entries": claims, "filters": filters}


def _terms(sheet: Sheet) -> dict[str, object]:
    terms = sorted(sheet.handbook.all("terms"), key=lambda term: term.title.casefold())
    return {"letters": [(letter, list(some)) for letter, some in groupby(terms, lambda term: term.title[0].upper())]}


def _protocols(sheet: Sheet) -> dict[str, object]:
    protocols = sorted(sheet.handbook.all("protocols"), key=lambda one: rank(one.purpose))
    purposes = [(purpose, list(some)) for purpose, some in groupby(protocols, lambda one: one.purpose)]
    filters = [
        ("To", "purpose", [(purpose, purpose.label) for purpose, _ in purposes]),
        ("People", "people", [(str(people), f"{people} people") for people in PEOPLE]),
        ("At most", "within", [(str(limit), f"{limit} minutes") for limit in LIMITS]),
    ]
    return {"purposes": purposes, "filters": filters, "rows": [choice(one) for one in protocols]}


def _corrections(sheet: Sheet) -> dict[str, object]:
    return {"entries": sorted(sheet.handbook.all("corrections"), key=lambda one: one.on, reverse=True)}


def _paths(sheet: Sheet) -> dict[str, object]:
    paths = [(path, path_times(sheet, path)) for path in sheet.handbook.all("paths")]
    return {"paths": paths, "speed": WORDS_PER_MINUTE}


OVERVIEWS = {
    "pillars": Overview(
        "The five pillars", "Five things a principal must be good at, and what research carries of each.", _stool
    ),
    "legs": Overview("The stool", "Three legs that hold up a leader team's belief in what it can do together.", _stool),
    "strategies": Overview(
        "Strategies",
        "What a leader can do, from this week on: steps, minutes, roadblocks, and how sure we are.",
        _strategies,
    ),
    "situations": Overview(
        "Situations",
        "Problems in a leader's own words, each with a short answer and what to try first.",
        _entries("situations"),
    ),
    "claims": Overview(
        "Claims",
        "Every research claim in the handbook, with its grade, its limits and who disputes it.",
        _claims,
    ),
    "studies": Overview("Sources", "Every work that the handbook cites, with what was read of it.", bibliography),
    "terms": Overview("Words we use", "What the handbook's words mean, and where the meaning comes from.", _terms),
    "protocols": Overview(
        "Protocols", "Ways to talk in a group that give everyone a turn, with minutes for each step.", _protocols
    ),
    "guides": Overview(
        "Study guides", "Meetings that a group of leaders can run from one printed sheet.", _entries("guides")
    ),
    "tools": Overview(
        "Tools to print", "One-page sheets to write on, each for one use in a real week.", _entries("tools")
    ),
    "cases": Overview(
        "Cases", "What real schools and groups of schools do, as far as sources carry it.", _entries("cases")
    ),
    "paths": Overview(
        "Reading paths",
        "Where to start, with the minutes it takes: five, thirty, a first year, a stuck team, a district office.",
        _paths,
    ),
    "corrections": Overview(
        "Corrections", "What the handbook said wrong, what it says now, and why, newest first.", _corrections
    ),
}
