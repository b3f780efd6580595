"""Exports read back to the same records."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import yaml

from macros.bibliography import Bibliography
from macros.bibliography.rich_text import without_tags
from macros.exports.bibtex import entry_text, to_bibtex
from macros.exports.csl_json import to_csl_json
from macros.exports.csl_reading import read_csl_json
from macros.exports.from_csl import draft_of
from macros.exports.new_entry import from_work
from macros.exports.ris import to_ris
from macros.exports.ris_reading import read_ris
from tests.exports.conftest import ReadBack

LISTED = yaml.safe_load((Path(__file__).parent / "differences.yml").read_text("utf-8"))
CORE = (
    "type author editor translator title container-title collection-title issued volume issue number page DOI ISBN "
    "ISSN URL publisher publisher-place edition genre"
).split()
"""What RIS has a tag for."""
Csl = Mapping[str, Any]


def _differing(one: Csl, two: Csl, variables: Iterable[str] | None = None) -> list[str]:
    return sorted(v for v in (variables or {*one, *two}) if one.get(v) != two.get(v))


def _must_be_listed(found: Mapping[str, list[str]], listed: str, known: Iterable[str]) -> None:
    expected = {key: one["variables"] for key, one in LISTED[listed].items() if key in set(known)}
    assert {key: variables for key, variables in found.items() if variables} == expected


def test_a_bib_of_all_works_is_the_same_bibliography(bibliography: Bibliography, read_back: ReadBack) -> None:
    back = read_back(to_bibtex(bibliography.works.values()))
    assert {key: work.csl for key, work in back.works.items()} == {
        key: bibliography.works[key].csl for key in sorted(bibliography.works)
    }


def test_a_bib_of_one_work_needs_no_other_entry(bibliography: Bibliography, read_back: ReadBack) -> None:
    works = bibliography.works
    found = {key: _differing(work.csl, read_back(to_bibtex([work])).works[key].csl) for key, work in works.items()}
    _must_be_listed(found, "bibtex_alone", works)


def test_csl_json_becomes_an_entry_that_reads_back_to_it(bibliography: Bibliography, read_back: ReadBack) -> None:
    works = bibliography.works
    drafts = {key: draft_of(work.csl) for key, work in works.items()}
    texts = {key: entry_text(draft.entry_type, key, draft.fields) for key, draft in drafts.items()}
    back = read_back("\n".join(texts.values())).works
    _must_be_listed({key: _differing(work.csl, back[key].csl) for key, work in works.items()}, "from_csl", works)


def test_cleaning_an_entry_changes_no_fact_of_it(bibliography: Bibliography, read_back: ReadBack) -> None:
    works = bibliography.works
    found = {}
    for key, work in works.items():
        without = ("URL", "accessed") if "DOI" in work.csl else ()
        facts = {variable: value for variable, value in work.csl.items() if variable not in without}
        found[key] = _differing(facts, read_back(from_work(work).text(key)).works[key].csl)
    _must_be_listed(found, "from_csl", works)


def test_ris_carries_the_core_of_every_work(bibliography: Bibliography) -> None:
    works = bibliography.works
    read, problems = read_ris(to_ris(work.csl for work in works.values()), "works.ris")
    back = {one.item["id"]: one.item for one in read}
    assert problems == []
    found = {key: _differing(_without_markup(work.csl), back[key], CORE) for key, work in works.items()}
    _must_be_listed(found, "ris", works)


def _without_markup(csl: Csl) -> Csl:
    return {variable: without_tags(value) if isinstance(value, str) else value for variable, value in csl.items()}


def test_csl_json_is_the_items_themselves(bibliography: Bibliography) -> None:
    items = [work.csl for work in bibliography.works.values()]
    assert json.loads(to_csl_json(items)) == sorted(items, key=lambda item: item["id"])


def test_csl_json_is_read_back_without_loss(bibliography: Bibliography) -> None:
    items = [work.csl for work in bibliography.works.values()]
    read, problems = read_csl_json(to_csl_json(items), "works.json")
    assert problems == []
    found = {one.item["id"]: _differing(bibliography.works[one.item["id"]].csl, one.item) for one in read}
    assert {key: variables for key, variables in found.items() if variables} == {}


def test_files_end_each_line_alike_and_the_last_one_too(bibliography: Bibliography) -> None:
    works = bibliography.works.values()
    items = [work.csl for work in works]
    for text in (to_bibtex(works), to_ris(items), to_csl_json(items)):
        assert text.endswith("\n")
        assert not text.endswith("\n\n")
        assert "\r" not in text


def test_the_order_of_works_does_not_change_a_file(bibliography: Bibliography) -> None:
    works = [*bibliography.works.values()]
    assert to_bibtex(works) == to_bibtex(reversed(works))
    assert to_ris(work.csl for work in works) == to_ris(work.csl for work in reversed(works))
