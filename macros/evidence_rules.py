"""Rules for what the handbook says about research: numbers, causes, other people's evidence, retracted work.

Each rule is a generator; its docstring is the rule. The words of sentences are judged in `macros.wording`.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import partial
from typing import Any

from macros.due import MONTHS, due
from macros.entries import Entries
from macros.kept import Kept
from macros.model.collections import COLLECTIONS
from macros.model.shape import shape_of
from macros.problems import Problem
from macros.sources import Source
from macros.text_file import Text
from macros.wording import ClaimWords, causal_words, findings, sentences

_OWN_WORDS = ("claims", "studies", "corrections")
"""Collections whose texts are the evidence itself, or quote what was wrong; their words have rules of their own."""
_ILLUSTRATION = "looks_like"
_CLAIMS: Kept[dict[str, ClaimWords]] = Kept()


def problems_of_evidence(entries: Entries) -> Iterator[Problem]:
    """Yield what the entries say beyond their evidence."""
    claims = _CLAIMS.same(claim_words(entries))
    for folder, _, source in entries.each():
        if folder not in _OWN_WORDS:
            yield from source.findings.of("wording", claims, partial(_texts, folder, source, claims))
    yield from statements_keep_to_their_relation(entries)
    yield from claims_rest_on_more_than_hearsay(entries)
    yield from retracted_works_support_nothing(entries)
    yield from reviews_are_not_overdue(entries)


def claim_words(entries: Entries) -> dict[str, ClaimWords]:
    """Return the relation and population of each claim, as written."""
    return {
        id: ClaimWords(str(source.data.get("relation")), str(source.data.get("about")))
        for id, source in entries.sources["claims"].items()
    }


def wording_of_page(text: Text, body: str, claims: Mapping[str, ClaimWords]) -> Iterator[Problem]:
    """Yield what an authored page says beyond its evidence; `body` is its text with calls and front matter blanked."""
    for offset, length, message, rule, severity in findings(body, claims):
        yield Problem(text.place(offset, length), message, rule, severity)


def _texts(folder: str, source: Source, claims: Mapping[str, ClaimWords]) -> list[Problem]:
    return [
        Problem(source.place_in(path, offset, length), message, rule, severity)
        for path, shape, text in source.leaves(shape_of(COLLECTIONS[folder].model))
        if shape.markdown and path[0] != _ILLUSTRATION
        for offset, length, message, rule, severity in findings(text, claims)
    ]


def statements_keep_to_their_relation(entries: Entries) -> Iterator[Problem]:
    """The statement of a claim must not say "raises" or "leads to" unless its relation is causes."""
    for source in entries.sources["claims"].values():
        statement = source.data.get("statement")
        if source.data.get("relation") in ("causes", "proposes", "defines") or not isinstance(statement, str):
            continue
        for sentence in sentences(statement):
            for offset, length, message, rule, severity in causal_words(sentence):
                yield Problem(source.place_in(("statement",), offset, length), message, rule, severity)


def claims_rest_on_more_than_hearsay(entries: Entries) -> Iterator[Problem]:
    """A claim whose every supporting source was read second-hand should say so until somebody reads one."""
    for source in entries.sources["claims"].values():
        links = [link for link in _links(source) if link.get("role") in ("supports", "defines")]
        if links and all(link.get("read_as") == "secondary" for link in links):
            message = "every source here was read second-hand: read one, or let the statement say who reports it"
            yield Problem(source.place(("evidence",), of_key=True), message, "second-hand", "note")


def retracted_works_support_nothing(entries: Entries) -> Iterator[Problem]:
    """A retracted work must not support a claim; one under concern may, with a note."""
    status = {key: str(source.data.get("status", "ok")) for key, source in entries.sources["studies"].items()}
    for source in entries.sources["claims"].values():
        for position, link in enumerate(_links(source)):
            key = str(link.get("source"))
            place = source.place(("evidence", position, "source"))
            if status.get(key) == "retracted" and link.get("role") == "supports":
                yield Problem(place, f"{key} is retracted: take it out, or let it stand as disputed", "retracted")
            elif status.get(key) == "concern":
                message = f"{key} is under an expression of concern: say so where the claim is used"
                yield Problem(place, message, "concern", "note")


def reviews_are_not_overdue(entries: Entries) -> Iterator[Problem]:
    """An entry should be reviewed before it is due, counted to the newest date in the content and never to today."""
    dated = [(folder, source, _date(source.data)) for folder, _, source in entries.each()]
    newest = max((on for _, _, on in dated if on), default=date.min)
    for folder, source, on in dated:
        last = due(folder, on) if on and isinstance(source.data.get("reviewed"), dict) else None
        if last and newest > last:
            message = f"the last review is older than {MONTHS[folder]} months: read it against its sources again"
            yield Problem(source.place(("reviewed", "on")), message, "overdue-review", "note")


def _date(data: Mapping[str, Any]) -> date | None:
    """Return when an entry was last touched: reviewed, corrected, or its source last seen."""
    seen = data.get("seen")
    parts = [data, data.get("reviewed"), *(seen if isinstance(seen, list) else ())]
    texts = [str(part.get("on", "")).strip() for part in parts if isinstance(part, dict)]
    return max((date.fromisoformat(text) for text in texts if _is_date(text)), default=None)


def _is_date(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return len(text) == len("2026-11-21")


def _links(source: Source) -> list[dict[str, Any]]:
    evidence = source.data.get("evidence")
    return [link for link in evidence if isinstance(link, dict)] if isinstance(evidence, list) else []
