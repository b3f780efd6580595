"""The links that start an entry in the browser hold the whole skeleton, and the forge can take them."""

import re
from html import unescape
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from macros.content_files import UNNAMED
from macros.handbook import Handbook
from macros.lint import check, load
from macros.model.blank import MARK
from macros.model.collections import COLLECTIONS
from macros.views.starting import BRANCH, LONGEST, THEIRS, starting_links
from tests.problems.tree import plant

ROOT = Path(__file__).parents[2]
FORGE = "https://github.com/leadership-handbook/handbook"
ADDED = [folder for folder in COLLECTIONS if folder not in THEIRS]


@pytest.fixture(scope="module")
def handbook() -> Handbook:
    return load(ROOT)


@pytest.fixture(scope="module")
def links(handbook: Handbook) -> dict[str, str]:
    found = re.findall('<a href="([^"]*)">', starting_links(handbook, f"{FORGE}/issues"))
    return {unescape(link).partition("?")[0].rpartition("/")[2]: unescape(link) for link in found}


def test_there_is_one_for_each_kind_that_editors_add(links: dict[str, str]) -> None:
    assert [*links] == ADDED


@pytest.mark.parametrize("folder", ADDED)
def test_the_forge_can_take_it(links: dict[str, str], folder: str) -> None:
    assert links[folder].startswith(f"{FORGE}/new/{BRANCH}/content/{folder}?filename={UNNAMED}.yml&value=")
    assert len(links[folder]) <= LONGEST
    assert links[folder].isascii()


@pytest.mark.parametrize("folder", ADDED)
def test_its_file_is_found_unnamed_and_blank_by_the_check(links: dict[str, str], folder: str, tmp_path: Path) -> None:
    given = parse_qs(urlsplit(links[folder]).query)
    path = f"content/{folder}/{given['filename'][0]}"
    root = plant({"files": {path: given["value"][0]}}, tmp_path / "tree")
    errors = [each for each in check(root)[1] if each.place.file == path and each.severity == "error"]
    assert {each.rule for each in errors} - {"card-without-work"} == {"id-form", "blank"}
    marked = [line for line in given["value"][0].split("\n") if MARK in line and not line.lstrip().startswith("#")]
    assert sum(each.rule == "blank" for each in errors) == len(marked)


def test_without_a_forge_there_are_no_links(handbook: Handbook) -> None:
    assert starting_links(handbook, "") == ""


def test_the_branch_is_the_one_that_the_pencil_edits() -> None:
    assert f"edit_uri: edit/{BRANCH}/docs/" in (ROOT / "mkdocs.yml").read_text("utf-8")
