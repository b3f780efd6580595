"""What the handbook prints, against the committed record of what was seen: both ways."""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
import yaml

from macros.bibliography import read_bibliography

_ROOT = Path(__file__).parents[2]
_SHARING = re.compile(
    r"scribd|studylib|pdfslide|vdocument|vdoc\.|dokumen|fdocument|documents\.pub|docslib|coek\.info|5dok|9lib|123docz"
    r"|doczz|b-ok|zlib|libgen|sci-hub|pdfcoffee|enlunwen|informahealthcare|cnpereading|bibliotheek|ezproxy|elogim"
)
"""Hosts of uploaded copies, mirrors and library proxies: named in words, never linked."""
_ANY_CASE = ("title", "booktitle")

Field = tuple[str, str, str]
"""Citation key, field, value."""
Number = tuple[str, str, Decimal, Decimal | None]
"""Citation key, metric, value, upper end of a range."""


def _read(path: Path) -> Any:
    return yaml.load(path.read_text("utf-8"), yaml.CBaseLoader)


RECORD = _read(Path(__file__).with_name("record.yml"))
BIBLIOGRAPHY = read_bibliography(_ROOT / "references.bib")[0]
CARDS = {path.stem: _read(path) for path in sorted((_ROOT / "content/studies").glob("*.yml"))}


def _comparable(field: str, value: str) -> str:
    plain = re.sub(r"[{}]", "", value).replace("\\&", "&").replace("--", "-")
    return plain.casefold() if field in _ANY_CASE else plain


def _printed_fields() -> Iterator[Field]:
    for key, work in BIBLIOGRAPHY.works.items():
        yield from ((key, name, _comparable(name, text)) for name, text in work.fields.items() if name != "urldate")


def _recorded_fields() -> Iterator[Field]:
    for key, sightings in RECORD["works"].items():
        for sighting in sightings:
            yield from ((key, name, _comparable(name, text)) for name, text in sighting["fields"].items())


def _number(key: str, result: dict[str, str]) -> Number:
    return key, result["metric"], Decimal(result["value"]), Decimal(result["to"]) if "to" in result else None


def _printed_numbers() -> Iterator[Number]:
    for path in (_ROOT / "content/claims").glob("*.yml"):
        links = _read(path)["evidence"]
        yield from (_number(link["source"], link["result"]) for link in links if "result" in link)


def _recorded_numbers() -> Iterator[Number]:
    for key, sightings in RECORD["numbers"].items():
        yield from (_number(key, sighting) for sighting in sightings)


def _sightings() -> Iterator[tuple[str, dict[str, Any]]]:
    for part in RECORD.values():
        for key, sightings in part.items():
            yield from ((key, sighting) for sighting in sightings)


def _places(sighting: dict[str, Any]) -> list[str]:
    where = sighting["where"]
    return where if isinstance(where, list) else [where]


def _fault(place: str) -> str:
    """A place must be an http(s) address that is no uploaded copy or mirror, or plain words."""
    if "://" not in place:
        return "" if re.fullmatch(r"[^/@<>]*\w [^/@<>]*", place) else f"neither an address nor words: {place}"
    address = urlsplit(place)
    if address.scheme not in ("http", "https") or not address.hostname or " " in place:
        return f"not an address: {place}"
    return f"a copy or mirror, say so in words: {place}" if address.port or _SHARING.search(address.hostname) else ""


def test_every_field_of_the_bibliography_was_seen() -> None:
    assert sorted({*_printed_fields()} - {*_recorded_fields()}) == []


def test_every_field_in_the_record_is_printed() -> None:
    assert sorted({*_recorded_fields()} - {*_printed_fields()}) == []


def test_every_number_in_a_claim_was_seen() -> None:
    assert {*_printed_numbers()} - {*_recorded_numbers()} == set()


def test_every_number_in_the_record_is_used() -> None:
    assert {*_recorded_numbers()} - {*_printed_numbers()} == set()


def test_each_field_and_number_is_recorded_once() -> None:
    fields = [(key, name) for key, name, _ in _recorded_fields()]
    numbers = [*_recorded_numbers()]
    assert (len(fields), len(numbers)) == (len({*fields}), len({*numbers}))


def test_every_sighting_has_a_day_and_a_place() -> None:
    faults = [fault for _, sighting in _sightings() for place in _places(sighting) if (fault := _fault(place))]
    assert faults == []
    assert all(date.fromisoformat(sighting["on"]) for _, sighting in _sightings())


def test_a_page_was_retrieved_on_a_day_on_which_it_was_seen() -> None:
    for key, work in BIBLIOGRAPHY.works.items():
        seen = [sighting["on"] for sighting in RECORD["works"][key]]
        assert work.fields.get("urldate", seen[0]) in seen, key


@pytest.mark.parametrize("key", CARDS)
def test_a_card_says_where_its_work_was_seen(key: str) -> None:
    assert [fault for sight in CARDS[key]["seen"] if (fault := _fault(sight["where"]))] == []


def test_no_reference_links_to_a_copy() -> None:
    links = {key: work.fields["url"] for key, work in BIBLIOGRAPHY.works.items() if "url" in work.fields}
    assert {key: fault for key, link in links.items() if (fault := _fault(link))} == {}


@pytest.mark.parametrize(
    ("place", "words"),
    [
        ("https://eric.ed.gov/?id=EJ1162228", ""),
        ("a copy on a document-sharing site", ""),
        ("eric.ed.gov", "neither an address nor words"),
        ("ftp://example.org/x", "not an address"),
        ("https://www.scribd.com/document/1", "a copy or mirror"),
        ("https://library.example.org:2151/?id=1", "a copy or mirror"),
    ],
)
def test_places_are_told_apart(place: str, words: str) -> None:
    assert _fault(place).startswith(words)
    assert bool(_fault(place)) is bool(words)
