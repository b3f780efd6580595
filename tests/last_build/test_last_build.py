"""A page is owed until it was built, and a change of the layout makes all pages owed."""

import shutil
from pathlib import Path

import pytest

from macros.handbook import Handbook, read
from macros.last_build import LastBuild, beside_pages

ROOT = Path(__file__).parents[1] / "views" / "handbook"
STYLES = "assets/stylesheets/style.css"


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    shutil.copytree(ROOT, tmp_path / "handbook")
    docs = tmp_path / "handbook" / "docs"
    for folder in ("overrides", "assets/stylesheets"):
        (docs / folder).mkdir(parents=True)
    (docs / "overrides" / "main.html").write_text("<html>", "utf-8")
    (docs / STYLES).write_text("a { }", "utf-8")
    (docs / "index.md").write_text("---\ntitle: Tea\n---\n# Tea\n\nTea.\n", "utf-8")
    (tmp_path / "handbook" / "mkdocs.yml").write_text("site_name: Tea\n", "utf-8")
    return tmp_path / "handbook"


@pytest.fixture
def last(tree: Path) -> LastBuild:
    last = LastBuild()
    assert last.owe(_read(tree), beside_pages(tree)) == frozenset()
    last.paid({})
    return last


def _read(tree: Path) -> Handbook:
    found = read(tree).handbook
    assert found is not None
    return found


def _replace(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


def _term(tree: Path) -> Path:
    return min((tree / "content/terms").glob("*.yml"))


def test_a_page_stays_owed_until_it_was_built(tree: Path, last: LastBuild) -> None:
    page = f"terms/{_term(tree).stem}.md"
    _replace(_term(tree), "title: ", "title: New ")
    assert page in (last.owe(_read(tree), beside_pages(tree)) or ())
    assert page in (last.owe(_read(tree), beside_pages(tree)) or ())
    last.paid({})
    assert last.owe(_read(tree), beside_pages(tree)) == frozenset()


def test_an_edit_of_a_text_needs_its_pages_alone(tree: Path, last: LastBuild) -> None:
    _replace(_term(tree), "title: ", "title: New ")
    _replace(tree / "docs/index.md", "Tea.", "Green tea.")
    assert last.has_the_pages_of(_read(tree), beside_pages(tree))


def test_a_new_entry_needs_a_build_of_the_site(tree: Path, last: LastBuild) -> None:
    shutil.copy(_term(tree), tree / "content/terms/new-word.yml")
    assert not last.has_the_pages_of(_read(tree), beside_pages(tree))


@pytest.mark.parametrize("file", ["docs/overrides/main.html", "mkdocs.yml"])
def test_another_layout_is_drawn_on_every_page(tree: Path, last: LastBuild, file: str) -> None:
    (tree / file).write_text("site_name: Green tea\n", "utf-8")
    assert not last.has_the_pages_of(_read(tree), beside_pages(tree))
    assert last.owe(_read(tree), beside_pages(tree)) is None


def test_another_title_stands_in_the_menus_of_every_page(tree: Path, last: LastBuild) -> None:
    _replace(tree / "docs/index.md", "title: Tea", "title: Green tea")
    assert not last.has_the_pages_of(_read(tree), beside_pages(tree))
    assert last.owe(_read(tree), beside_pages(tree)) is None


def test_a_stylesheet_is_copied_and_no_page_is_owed(tree: Path, last: LastBuild) -> None:
    (tree / "docs" / STYLES).write_text("a { color: red }", "utf-8")
    assert not last.has_the_pages_of(_read(tree), beside_pages(tree))
    assert last.owe(_read(tree), beside_pages(tree)) == frozenset()
