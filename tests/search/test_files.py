"""What a build writes for search: a record of every page, the same bytes each time, nothing that no one asks for."""

import json
from itertools import accumulate
from pathlib import Path

from macros.handbook import Handbook
from macros.search.records import records
from macros.search.spelling import words_in
from macros.search.web import FOLDER, write_web
from macros.search.words import read_words
from tests.browser.conftest import SITE

NOT_FOUND_BY_SEARCH = {"search/"}


def _files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_the_same_content_gives_the_same_bytes(handbook: Handbook, tmp_path: Path) -> None:
    for name in ("one", "two"):
        write_web(handbook, handbook.docs, tmp_path / name)
    assert _files(tmp_path / "one") == _files(tmp_path / "two")


def test_every_page_of_the_site_has_a_record(handbook: Handbook) -> None:
    made = {page.url(folders=True) for page in records(handbook, handbook.docs, read_words(handbook.root).words)}
    site = {path.parent.relative_to(SITE).as_posix().removeprefix(".") for path in SITE.rglob("index.html")}
    pages = {f"{path}/".removeprefix("/") for path in site} - NOT_FOUND_BY_SEARCH
    assert made == pages


def test_the_url_of_a_record_is_that_of_its_file_in_a_folder(handbook: Handbook) -> None:
    pages = {page.address: page for page in records(handbook, handbook.docs, read_words(handbook.root).words)}
    assert pages["/index.md"].url(folders=True) == ""
    assert pages["/index.md"].url(folders=False) == "index.html"
    assert pages["/terms/index.md"].url(folders=False) == "terms/index.html"
    assert pages["/guides/first-meeting/meeting-1.md"].url(folders=True) == "guides/first-meeting/meeting-1/"


def test_nothing_is_written_but_the_catalogue_and_the_text_of_each_page(handbook: Handbook) -> None:
    pages = records(handbook, handbook.docs, read_words(handbook.root).words)
    texts = {f"texts/{page.url(folders=True)}index.txt": page.body.encode() for page in pages}
    written = _files(SITE / FOLDER)
    assert written.pop("catalogue.json")
    assert written == texts


def test_the_index_of_the_theme_is_gone() -> None:
    assert not (SITE / "search/search_index.json").exists()


def test_each_word_of_a_text_leads_a_browser_to_its_page(handbook: Handbook) -> None:
    pages = records(handbook, handbook.docs, read_words(handbook.root).words)
    found = json.loads((SITE / FOLDER / "catalogue.json").read_text("utf-8"))["vocabulary"]
    packed = dict(zip(found["known"].split(" "), found["pages"].split(","), strict=True))
    for word in ("hydration", "rubric", "1.57", "edmondson"):
        numbers = accumulate((int(step, 36) >> 2 for step in packed.get(word, "").split()), initial=-1)
        texts = (" ".join((page.body, *page.names)) for page in pages)
        assert [*numbers][1:] == [number for number, text in enumerate(texts) if word in words_in(text)]
    assert packed["the"] == ""


def test_aliases_and_synonyms_are_words_by_which_a_page_is_found(handbook: Handbook) -> None:
    pages = {page.address: page for page in records(handbook, handbook.docs, read_words(handbook.root).words)}
    assert "too many goals" in pages["/strategies/pick-one-shared-focus.md"].aliases
    assert "transfer" in pages["/terms/borrowed-evidence.md"].aliases
    assert "glossary" in pages["/terms/index.md"].aliases
