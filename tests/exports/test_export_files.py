"""Which files there are, and what each of them holds."""

import json
import time
from pathlib import Path

import pytest

from macros.citations.engine import Formatted
from macros.exports.cited import works_cited
from macros.exports.files import export_files, page_base
from macros.handbook import Handbook
from macros.lint import load
from macros.prose import Prose, format_site
from macros.views.page import entry_page

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def handbook() -> Handbook:
    return load(ROOT)


@pytest.fixture(scope="session")
def formatted(handbook: Handbook) -> Formatted:
    return format_site(handbook, "apa", ROOT / ".cache" / "citations")


def test_each_work_and_all_of_them_have_three_files(handbook: Handbook) -> None:
    paths = [path for path, _ in export_files(handbook)]
    for name in (*handbook.bibliography.works, "references"):
        for ending in (".bib", ".ris", ".csl.json"):
            assert paths.count(f"sources/{name}{ending}") == 1
    assert len(paths) == len(set(paths))


def test_the_files_of_a_page_hold_what_its_reference_list_shows(handbook: Handbook, formatted: Formatted) -> None:
    files = dict(export_files(handbook))
    for folder in (folder for folder in handbook.entries if folder != "studies"):
        for id in handbook.entries[folder]:
            prose = Prose(handbook, formatted, lambda address: address)
            entry_page(handbook, prose, folder, id)
            base = page_base(handbook, folder, id)
            held = {item["id"] for item in json.loads(files[f"{base}.csl.json"])} if base else set()
            assert held == set(prose.cited), f"{folder}/{id}"


def test_the_page_of_a_source_has_the_files_of_that_work(handbook: Handbook) -> None:
    key = next(iter(handbook.studies))
    assert page_base(handbook, "studies", key) == f"sources/{key}"


def test_a_page_that_cites_nothing_has_no_files(small_handbook: Handbook) -> None:
    silent = [id for id in small_handbook.entries["protocols"] if not works_cited(small_handbook, "protocols", id)]
    paths = {path for path, _ in export_files(small_handbook)}
    assert all(page_base(small_handbook, "protocols", id) == "" for id in silent)
    assert not {f"exports/protocols/{id}.bib" for id in silent} & paths


def test_the_same_handbook_gives_the_same_files(handbook: Handbook) -> None:
    assert [*export_files(handbook)] == [*export_files(load(ROOT))]


def test_all_files_are_written_in_under_a_second_of_the_processor(handbook: Handbook) -> None:
    start = time.process_time()
    count = sum(1 for _ in export_files(handbook))
    assert count > 3 * len(handbook.bibliography.works)
    assert time.process_time() - start < 1
