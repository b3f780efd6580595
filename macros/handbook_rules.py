"""Rules that hold between entries. Each rule is a generator; its docstring is the rule."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from macros.bibliography import Bibliography, lint_bibliography
from macros.entries import Entries
from macros.evidence import has_design_for
from macros.kept import Findings, Kept
from macros.model.vocabulary import Relation
from macros.problems import Problem, did_you_mean

Mention = tuple[str, str]
_SOURCES: Kept[tuple[Bibliography, dict[str, list[str]]]] = Kept()
_FOUND = Findings()


def problems_of_handbook(
    entries: Entries, mentions: Mapping[Mention, Sequence[Mention]], bibliography: Bibliography, docs: Mapping[str, str]
) -> Iterator[Problem]:
    """Yield everything that is wrong between entries, and between entries and the bibliography."""
    yield from related_strategies_form_no_circle(entries)
    yield from readings_lead_somewhere(entries)
    yield from cited_works_have_a_card(entries, bibliography)
    yield from causes_need_a_design(entries)
    cited = {id for found in mentions.values() for folder, id in found if folder == "studies"}
    yield from cards_and_works_are_used(entries, bibliography, cited, "\n".join(docs.values()))
    sources = _SOURCES.same((bibliography, _unseen(entries)))
    yield from _FOUND.of("sources", sources, lambda: [*lint_bibliography(*sources)])


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
            place = entries.sources["strategies"][id].place(("related", position))
            message = _circle([*path[path.index(next_id) :], next_id])
            yield Problem(place, message, "circular-related")
        elif next_id in graph:
            stack.append((next_id, 0))


def _circle(ids: Sequence[str]) -> str:
    if len(ids) == 2:
        return "a strategy cannot be related to itself: take this one out"
    shown = " → ".join(ids if len(ids) <= 5 else [*ids[:3], "…", ids[-1]])
    return f"related goes round in a circle: {shown}; take this one out, each page shows it both ways"


def readings_lead_somewhere(entries: Entries) -> Iterator[Problem]:
    """A page that a guide gives to read must exist."""
    addresses = entries.context.addresses
    for source in entries.sources["guides"].values():
        for path, page in _readings(source.data):
            target, _, anchor = page.partition("#")
            if target not in addresses.pages:
                message = f"there is no page {target}{did_you_mean(target, addresses.pages)}"
                yield Problem(source.place(path), message, "dead-link")
            elif anchor and not addresses.has_anchor(target, anchor):
                yield Problem(source.place(path), f'the page {target} has no place "{anchor}"', "dead-anchor")


def _readings(guide: Mapping[str, Any]) -> Iterator[tuple[tuple[Any, ...], str]]:
    for number, session in enumerate(_list(guide.get("sessions"))):
        for position, reading in enumerate(_list(session.get("reading") if isinstance(session, dict) else None)):
            page = reading.get("page") if isinstance(reading, dict) else None
            if isinstance(page, str) and page.strip():
                yield ("sessions", number, "reading", position, "page"), page.strip()


def cited_works_have_a_card(entries: Entries, bibliography: Bibliography) -> Iterator[Problem]:
    """Each source that a claim names must have a study card."""
    cards = entries.context.addresses.ids["studies"]
    told: set[str] = set()
    for source in entries.sources["claims"].values():
        for position, link in enumerate(_list(source.data.get("evidence"))):
            key = link.get("source") if isinstance(link, dict) else None
            if isinstance(key, str) and key in bibliography.works and key not in cards and key not in told:
                told.add(key)
                message = f"{key} has no study card: write content/studies/{key}.yml"
                yield Problem(source.place(("evidence", position, "source")), message, "no-card")


def cards_and_works_are_used(
    entries: Entries, bibliography: Bibliography, cited: set[str], docs: str
) -> Iterator[Problem]:
    """A study card must belong to a work in references.bib; a work that nothing cites is listed in a note."""
    in_small_letters = {key.lower() for key in bibliography.works}
    for key, source in entries.sources["studies"].items():
        if key not in entries.context.citation_keys and key.lower() in in_small_letters:
            continue  # two names that differ in capitals are a problem of their own
        if key not in entries.context.citation_keys:
            hint = did_you_mean(key, bibliography.works)
            message = f"this card belongs to no work: there is no {key} in references.bib{hint}"
            yield Problem(source.place(()), message, "card-without-work")
        elif key not in cited and key not in docs:
            message = f"nothing in the handbook cites {key}: cite it, or delete this card"
            yield Problem(source.place(()), message, "uncited-card", "note")
    for key, work in bibliography.works.items():
        if key not in cited and key not in docs and key not in entries.sources["studies"]:
            message = f"nothing in the handbook cites {key}: cite it, or delete it here"
            yield Problem(work.place, message, "uncited-work", "note")


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
