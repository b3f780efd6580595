"""Advice on words against sentences labelled by hand: what it finds is right, and little escapes it."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
import yaml

from macros.advice.advising import remarks_on
from macros.advice.passage import Passage
from macros.problems import Place

HERE = Path(__file__).parent
HALVES = {name: yaml.safe_load((HERE / f"{name}.yml").read_text("utf-8")) for name in ("tuned", "kept_aside")}
GLOSSARY = frozenset({"plc", "collective leader efficacy", "mtss"})
RULES = (
    "abbreviation",
    "avoided-word",
    "blaming-word",
    "british-spelling",
    "jargon",
    "long-sentence",
    "passive",
    "reading-grade",
    "wordy",
)
Found = set[tuple[str, str]]
"""(rule, the words it stands on in small letters); of rules on whole sentences the first three words."""


def passage(text: str, field: str = "why") -> Passage:
    return Passage("x.yml", "strategies", field, text, lambda offset, length: Place("x.yml", 1, offset + 1))


def found_in(case: dict) -> Found:
    text = case["text"]
    remarks = remarks_on(passage(text, case.get("field", "why")), GLOSSARY)
    return {(each.rule, _shown(text[each.offset : each.offset + each.length], each.rule)) for each in remarks}


def _shown(words: str, rule: str) -> str:
    whole = rule in ("long-sentence", "reading-grade", "long-on-average")
    return " ".join(words.lower().split()[: 2 if whole else None])


def expected_of(case: dict) -> Found:
    finds = case.get("finds") or {}
    return {(rule, _shown(words, rule)) for rule, listed in finds.items() for words in listed.split("; ")}


def mistakes(cases: Iterable[dict]) -> Iterator[str]:
    for case in cases:
        found, expected = found_in(case), expected_of(case)
        if found != expected:
            yield f"+{sorted(found - expected)} -{sorted(expected - found)}: {case['text']}"


def scores(cases: list[dict], rules: Iterable[str]) -> tuple[float, float]:
    """Return precision and recall of some rules over all labelled sentences."""
    pairs = [(found_in(case), expected_of(case)) for case in cases]
    right = sum(rule in rules for found, expected in pairs for rule, _ in found & expected)
    said = sum(rule in rules for found, _ in pairs for rule, _ in found)
    wanted = sum(rule in rules for _, expected in pairs for rule, _ in expected)
    return right / max(1, said), right / max(1, wanted)


@pytest.mark.parametrize("half", HALVES)
def test_advice_is_right_and_little_escapes(half: str) -> None:
    for rule in RULES:
        print(half, rule, "precision {:.2f} recall {:.2f}".format(*scores(HALVES[half], [rule])))
    print(*mistakes(HALVES[half]), sep="\n")
    precision, recall = scores(HALVES[half], RULES)
    assert precision >= 0.90
    assert recall >= 0.85


def test_enough_sentences_are_labelled_and_half_of_them_kept_aside() -> None:
    assert len(HALVES["kept_aside"]) >= 60
    assert len(HALVES["tuned"]) + len(HALVES["kept_aside"]) >= 120


@pytest.mark.parametrize("rule", RULES)
def test_each_rule_has_sentences_in_both_halves(rule: str) -> None:
    assert all(any(rule in (case.get("finds") or {}) for case in cases) for cases in HALVES.values())
