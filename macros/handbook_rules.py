"""Rules that hold between entries. Each rule is a generator; its docstring is the rule."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from macros.bibliography import Bibliography
from macros.entries import Entries
from macros.evidence import has_design_for
from macros.model.vocabulary import Relation
from macros.problems import Problem

Mention = tuple[str, str]


def problems_of_handbook(
    entries: Entries, mentions: Mapping[Mention, Sequence[Mention]], bibliography: Bibliography, docs: Mapping[str, str]
) -> Iterator[Problem]:
    """Yield everything that is wrong between entries, and between entries and the bibliography."""
    yield from related_strategies_form_no_circle(entries)
    yield from cited_works_have_a_card(entries, bibliography)
    yield from causes_need_a_design(entries)
    cited = {id for found in mentions.values() for folder, id in found if folder == "studies"}
    yield from cards_and_works_are_used(entries, bibliography, cited, "\n".join(docs.values()))
    # LINT


def related_strategies_form_no_circle(entries: Entries) -> Iterator[Problem]:
    """The strategies that come next must not lead back to where they started."""
    graph = {id: _strings(source.data.get("related")) for id, source in entries.sources["strategies"].items()}
    done: set[str] = set()
    for start in graph:
        yield from _circles(start, graph, done, entries)


def _circles(start: str, graph: Mapping[str, list[str]], done: set[str], entries: Entries) -> Iterator[Problem]:
    path: list[str] = []
    stack = [(start, 0)]
    while stack:
        id, position = stack.pop()
        if position == 0:
            if id in done:
                continue
            path.append(id)
        following = graph.get(id, [])
        if position >= len(following):
            done.add(path.pop())
            continue
        stack.append((id, position + 1))
        next_id = following[position]
        if next_id in path:
            circle = " → ".join([*path[path.index(next_id) :], next_id])
            place = entries.sources["strategies"][id].place(("related", position))
            message = f"related goes round in a circle: {circle}; take this one out, each page shows it both ways"
            yield Problem(place, message, "circular-related")
        elif next_id in graph:
            stack.append((next_id, 0))


def cited_works_have_a_card(entries: Entries, bibliography: Bibliography) -> Iterator[Problem]:
    """Each source that a claim names must have a study card."""
    cards = {*entries.sources["studies"]}
    told: set[str] = set()
    for source in entries.sources["claims"].values():
        for position, link in enumerate(_list(source.data.get("evidence"))):
            key = link.get("source") if isinstance(link, dict) else None
            if key in bibliography.works and key not in cards and key not in told:
                told.add(key)
                message = f"{key} has no study card: write content/studies/{key}.yml"
                yield Problem(source.place(("evidence", position, "source")), message, "no-card")


def cards_and_works_are_used(
    entries: Entries, bibliography: Bibliography, cited: set[str], docs: str
) -> Iterator[Problem]:
    """A study card must belong to a work in references.bib; a work that nothing cites is listed in a note."""
    for key, source in entries.sources["studies"].items():
        if key not in bibliography.works:
            message = f"this card belongs to no work: there is no {key} in references.bib"
            yield Problem(source.place(()), message, "card-without-work")
        elif key not in cited and key not in docs:
            yield Problem(source.place(()), f"nothing in the handbook cites {key}", "uncited-card", "note")
    for key, work in bibliography.works.items():
        if key not in cited and key not in docs and key not in entries.sources["studies"]:
            yield Problem(work.place, f"nothing in the handbook cites {key}", "uncited-work", "note")


def causes_need_a_design(entries: Entries) -> Iterator[Problem]:
    """A claim may say "causes" only on a randomized trial or a natural or quasi-experiment."""
    studies: Mapping[str, Any] = entries.records["studies"]
    for id, claim in entries.records["claims"].items():
        links = getattr(claim, "evidence", ())
        if getattr(claim, "relation", None) is not Relation.CAUSES or any(link.source not in studies for link in links):
            continue
        if not has_design_for(claim, studies):  # type: ignore[arg-type]
            place = entries.sources["claims"][id].place(("relation",))
            message = "no source here is a trial or quasi-experiment, so this cannot say causes: use goes-with"
            yield Problem(place, message, "causes-without-design")


def _unseen(entries: Entries) -> dict[str, list[str]]:
    return {key: _strings(source.data.get("unseen")) for key, source in entries.sources["studies"].items()}


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _strings(value: Any) -> list[str]:
    return [item for item in _list(value) if isinstance(item, str)]
