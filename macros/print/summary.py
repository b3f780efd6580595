"""One page to print of each strategy, pillar and leg: what a leader pins to the wall or hands round."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from macros.addresses import address
from macros.citations.scan import spans
from macros.evidence import LADDER, Grade, supporting
from macros.model.entry import Prompt
from macros.model.pillar import Pillar
from macros.model.strategy import Step, Strategy
from macros.model.vocabulary import PromptType
from macros.print.evidence_card import tags
from macros.print.paper import EITHER
from macros.print.press import Press
from macros.print.printing import length, size
from macros.print.quick_response import qr_code
from macros.print.side_by_side import side_by_side
from macros.print.writing import SITE, Writing
from macros.prose import plain
from macros.text_rules import cited_keys
from macros.views.words import curled, minutes, sentence
from macros.whole_file import write_whole

FOLDERS = ("strategies", "pillars", "legs")
SUBFOLDER = "one-page"
"""Where the pages are among the printed files."""
_TALK = (PromptType.CONNECT, PromptType.APPLY, PromptType.CHALLENGE, PromptType.LOCATE, PromptType.COMMIT)
"""The questions that a page asks first; those that want private writing come last."""
_MOST_ASKED = 3


@dataclass(frozen=True)
class Summary:
    """The page of one entry; `label` says on the site what it is."""

    folder: str
    id: str
    path: Path
    label: str


def print_summaries(press: Press, out: Path) -> tuple[Summary, ...]:
    """Write the page of every strategy, pillar and leg below `out`."""
    jobs = [(folder, one) for folder in FOLDERS for one in press.handbook.all(folder)]
    return side_by_side(lambda job: _print(press, out, *job), jobs)


def summary_data(writing: Writing, folder: str, entry: Any) -> dict[str, Any]:
    """Return what may stand on the page of an entry; the page leaves out the last things where they do not fit."""
    url = writing.url(f"/{folder}/{entry.id}.md")
    about = _strategy(writing, entry) if isinstance(entry, Strategy) else _pillar(writing, folder, entry)
    return {
        "title": curled(entry.title),
        "full_title": f"{entry.title}: one page to print",
        "author": SITE,
        "description": plain(entry.summary),
        "keywords": ["one page to print", "school leadership", entry.title],
        "verdict": writing.blocks(entry.summary),
        "prompts": [writing.blocks(prompt.ask) for prompt in _asked(entry.prompts)],
        "url": url,
        "qr": qr_code(url),
        **about,
    }


def _strategy(writing: Writing, entry: Strategy) -> dict[str, Any]:
    stands = [writing.handbook.find("pillars", id) for id in entry.pillars]
    stands += [writing.handbook.find("legs", id) for id in entry.legs]
    return {
        "kind": "strategy",
        "kicker": ["Strategy", *(curled(one.title) for one in stands)],
        "week": writing.blocks(entry.do_this_week),
        "start": minutes(entry.time.start),
        "weekly": minutes(entry.time.weekly) if entry.time.weekly else "no fixed time",
        "steps": [_step(writing, one) for one in entry.steps],
        "roadblocks": [
            {"problem": writing.blocks(one.problem), "try": writing.blocks(one.attempt)} for one in entry.roadblocks[:2]
        ],
        "sure": _sure(writing, entry.claims[0]),
        "when_not_to_use": writing.blocks(entry.when_not_to_use),
        "how_to_tell": writing.blocks(entry.how_to_tell),
        "unknowns": writing.blocks(entry.unknowns),
        "credit": _credits(writing, entry),
    }


def _pillar(writing: Writing, folder: str, entry: Pillar) -> dict[str, Any]:
    siblings = writing.handbook.all(folder)
    one = "Pillar" if folder == "pillars" else "Leg"
    also = getattr(entry, "also_called", None)
    return {
        "kind": "pillar",
        "kicker": [f"{one} {siblings.index(entry) + 1} of {len(siblings)}", *([f"also called {also}"] if also else [])],
        "what_it_is": writing.blocks(entry.what_it_is),
        "what_it_looks_like": writing.blocks(entry.what_it_looks_like),
        "when_it_is_missing": writing.blocks(entry.when_it_is_missing),
        "evidence": writing.blocks(entry.what_the_evidence_carries),
        "strategies": [curled(writing.handbook.find("strategies", id).title) for id in entry.strategies],
        "credit": writing.blocks(entry.credit),
    }


def _step(writing: Writing, step: Step) -> dict[str, Any]:
    return {"do": writing.blocks(step.do), "minutes": minutes(step.minutes), "who": curled(step.who)}


def _sure(writing: Writing, claim_id: str) -> dict[str, Any]:
    """Return how sure we are of a strategy's main claim: in words, with its tags and the reason that weighs most."""
    claim, grade = writing.handbook.find("claims", claim_id), writing.handbook.grade(claim_id)
    keys = dict.fromkeys(link.source for link in supporting(claim))
    return {
        "level": sentence(grade.level.label),
        "bars": LADDER.index(grade.level.value) + 1 if grade.level.value in LADDER else 0,
        "tags": tags(grade),
        "statement": writing.blocks(claim.statement),
        "reason": telling_reason(grade),
        "rests_on": [writing.cite(key) for key in keys],
    }


def telling_reason(grade: Grade) -> str:
    """Return the first reason that moved a grade from where it starts, or else why it starts there."""
    return (grade.steps or grade.reasons)[0]


def _credits(writing: Writing, entry: Strategy) -> list[dict[str, Any]]:
    """Return whose pillars and legs a strategy stands on, one line for each kind."""
    groups = {"Pillars": ("pillars", entry.pillars), "Legs": ("legs", entry.legs)}
    keys = {words: _first_cited(writing, folder, ids) for words, (folder, ids) in groups.items()}
    return [{"of": words, "who": [writing.cite(key) for key in found]} for words, found in keys.items() if found]


def _first_cited(writing: Writing, folder: str, ids: Iterable[str]) -> list[str]:
    """Return the works that come first in the credits of these entries: those of the framework's authors."""
    found: dict[str, None] = {}
    for id in ids:
        cited = [span for span in spans(writing.handbook.find(folder, id).credit) if span.kind != "claim"]
        found.update(dict.fromkeys(cited_keys(cited[0].raw) if cited else ()))
    return [*found]


def _asked(prompts: Sequence[Prompt]) -> list[Prompt]:
    """Return the questions to talk over, those that a page can do without last."""
    ranked = sorted(prompts, key=lambda prompt: (prompt.private, _TALK.index(prompt.type)))
    return ranked[:_MOST_ASKED]


def _print(press: Press, out: Path, folder: str, entry: Any) -> Summary:
    name = f"{SUBFOLDER}/{folder}/{entry.id}.pdf"
    data = press.data(name, lambda: summary_data(press.writing(), folder, entry), address(folder, entry.id)[1:])
    content = press.pdf("summary", data, entry.reviewed.on, name, lambda: iter([(folder, entry.id)]))
    path = out / name
    write_whole(path, content)
    return Summary(folder, entry.id, path, f"One page to print, {EITHER} (PDF, {length(content)}, {size(content)})")
