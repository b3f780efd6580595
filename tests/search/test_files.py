"""What a build writes for search: a record of every page, the same bytes each time, nothing that no one asks for."""

import json
import re
from pathlib import Path

from macros.handbook import Handbook
from macros.search.records import records
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


def test_no_part_of_pagefind_is_written_that_the_site_does_not_use() -> None:
    written = {re.sub(r"(en_)[0-9a-f]+", r"\1", path) for path in _files(SITE / FOLDER)}
    assert written == {
        "catalogue.json",
        "fragment/en_.pf_fragment",
        "index/en_.pf_index",
        "pagefind-entry.json",
        "pagefind.en_.pf_meta",
        "pagefind.js",
        "wasm.en.pagefind",
    }
    assert all(_files(SITE / FOLDER).values()), "a file is empty"


def test_the_index_of_the_theme_is_gone() -> None:
    assert not (SITE / "search/search_index.json").exists()


def test_each_row_of_the_catalogue_leads_to_the_text_of_its_page() -> None:
    rows = json.loads((SITE / FOLDER / "catalogue.json").read_text("utf-8"))["pages"]
    assert {row["id"] for row in rows} == {path.stem for path in (SITE / FOLDER / "fragment").iterdir()}


def test_aliases_and_synonyms_are_words_by_which_a_page_is_found(handbook: Handbook) -> None:
    pages = {page.address: page for page in records(handbook, handbook.docs, read_words(handbook.root).words)}
    assert "too many goals" in pages["/strategies/pick-one-shared-focus.md"].aliases
    assert "transfer" in pages["/terms/borrowed-evidence.md"].aliases
    assert "glossary" in pages["/terms/index.md"].aliases
