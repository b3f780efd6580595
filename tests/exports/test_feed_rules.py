"""The feeds keep the rules of Atom (RFC 4287), whatever happened to whom."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import pytest

from macros.exports.feed import ATOM, feed_files
from macros.exports.page_record import Publication
from macros.handbook import Handbook
from macros.lint import load

ROOT = Path(__file__).parents[2]
URL = "https://school.example/handbook/"
PUBLICATION = Publication("Leading Together", URL, "Leading Together", "2026.11", date(2026, 11, 21))
MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})")
ONCE = {"feed": ("id", "title", "updated", "rights", "subtitle"), "entry": ("id", "title", "updated", "summary")}


@pytest.fixture(scope="module")
def handbook() -> Handbook:
    return load(ROOT / "tests" / "views" / "handbook")


@pytest.fixture(scope="module", params=["invented", "real"])
def feeds(request: pytest.FixtureRequest, handbook: Handbook) -> Mapping[str, Element]:
    told = handbook if request.param == "invented" else load(ROOT)
    return {path: ElementTree.fromstring(text) for path, text in feed_files(told, PUBLICATION)}


def found(element: Element, name: str) -> list[Element]:
    return element.findall(f"{{{ATOM}}}{name}")


def entries(feed: Element) -> list[Element]:
    return found(feed, "entry")


def test_both_feeds_are_there(feeds: Mapping[str, Element]) -> None:
    assert {*feeds} == {"data/news.xml", "data/corrections.xml"}
    assert {feed.tag for feed in feeds.values()} == {f"{{{ATOM}}}feed"}


def test_what_must_stand_once_stands_once(feeds: Mapping[str, Element]) -> None:
    for feed in feeds.values():
        for element in (feed, *entries(feed)):
            name = element.tag.partition("}")[2]
            assert {each: len(found(element, each)) for each in ("id", "title", "updated")} == {
                "id": 1,
                "title": 1,
                "updated": 1,
            }
            assert all(len(found(element, each)) <= 1 for each in ONCE[name])


def test_an_id_is_an_address_and_never_given_twice_in_a_feed(feeds: Mapping[str, Element]) -> None:
    for feed in feeds.values():
        ids = [str(each.text) for each in feed.iter(f"{{{ATOM}}}id")]
        assert all(re.fullmatch(r"https://\S+", id) for id in ids)
        assert len(ids) == len({*ids})


def test_moments_are_written_as_rfc_3339_wants(feeds: Mapping[str, Element]) -> None:
    for feed in feeds.values():
        assert all(MOMENT.fullmatch(str(each.text)) for each in feed.iter(f"{{{ATOM}}}updated"))


def test_the_feed_is_as_new_as_its_newest_entry_which_comes_first(feeds: Mapping[str, Element]) -> None:
    for feed in feeds.values():
        days = [str(found(each, "updated")[0].text) for each in entries(feed)]
        assert days == sorted(days, reverse=True)
        assert not days or found(feed, "updated")[0].text == days[0]


def test_somebody_is_named_as_author_of_every_entry(feeds: Mapping[str, Element]) -> None:
    for feed in feeds.values():
        assert [each.findtext(f"{{{ATOM}}}name") for each in found(feed, "author")] == ["Leading Together"]


def test_a_feed_names_itself_and_the_page_that_shows_the_same(feeds: Mapping[str, Element]) -> None:
    for path, feed in feeds.items():
        links = {each.get("rel"): each for each in found(feed, "link")}
        assert len(links) == len(found(feed, "link"))
        assert links["self"].get("href") == f"{URL}{path}"
        assert links["self"].get("type") == "application/atom+xml"
        page = {"data/news.xml": "whats-new/", "data/corrections.xml": "corrections/"}[path]
        assert links["alternate"].get("href") == f"{URL}{page}"


def test_an_entry_without_content_has_one_alternate_link_and_a_summary(feeds: Mapping[str, Element]) -> None:
    for feed in feeds.values():
        for entry in entries(feed):
            assert [each.get("rel") for each in found(entry, "link")] == ["alternate"]
            assert found(entry, "summary")[0].text
            assert found(entry, "category")[0].get("term")


def test_a_correction_stands_in_both_feeds_under_one_id(feeds: Mapping[str, Element]) -> None:
    ids = {path: {each.findtext(f"{{{ATOM}}}id") for each in entries(feed)} for path, feed in feeds.items()}
    assert ids["data/corrections.xml"] <= ids["data/news.xml"]


def test_a_feed_is_the_same_from_run_to_run(handbook: Handbook) -> None:
    shuffled = replace(handbook, entries={name: dict(some) for name, some in reversed(handbook.entries.items())})
    assert dict(feed_files(handbook, PUBLICATION)) == dict(feed_files(shuffled, PUBLICATION))
