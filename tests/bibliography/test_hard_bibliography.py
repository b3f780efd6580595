"""The converter against what a careful librarian makes of the hard bibliography, in both directions."""

import json
from pathlib import Path

from macros.bibliography import lint_bibliography, read_bibliography

BENCH = Path(__file__).parents[2] / "bench" / "citations"
DIFFERENCES: dict[str, str] = {}
"""`key variable` -> why the converter may differ from the truth there; empty, as nothing does."""
NOTES = ["10:1 bib-syntax"]
"""Places of the problems that the file is meant to have: a @preamble."""


def test_every_entry_becomes_what_a_librarian_would_write() -> None:
    bibliography, problems = read_bibliography(BENCH / "hard.bib")
    truth = {item["id"]: item for item in json.loads((BENCH / "hard.csl.json").read_text(encoding="utf-8"))}
    ours = {key: dict(work.csl) for key, work in bibliography.works.items()}
    assert list(ours) == list(truth)
    found = {
        f"{key} {variable}"
        for key in truth
        for variable in truth[key].keys() | ours[key].keys()
        if truth[key].get(variable) != ours[key].get(variable)
    }
    assert found == set(DIFFERENCES)
    assert [f"{p.place.line}:{p.place.column} {p.rule}" for p in problems] == NOTES
    assert len(ours) >= 110


def test_the_hard_bibliography_breaks_few_rules_of_lint() -> None:
    bibliography, _ = read_bibliography(BENCH / "hard.bib")
    errors = sorted(p for p in lint_bibliography(bibliography, {}) if p.severity == "error")
    assert [(p.message.split()[1], p.rule) for p in errors] == [
        ("notitle_anonymous2002", "bib-required"),
        ("bce0348plato", "bib-required"),
        ("the", "bib-title"),
    ]
