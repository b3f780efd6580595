"""A reviewer reads by title what a pull request changes."""

import json
import shutil
from pathlib import Path

import pytest

from macros.commands.changes import changes

ROOT = Path(__file__).parents[1] / "views" / "handbook"
NONE = "## What changed\n\nNothing that readers see.\n"


@pytest.fixture
def trees(tmp_path: Path) -> tuple[Path, Path]:
    for name in ("before", "after"):
        shutil.copytree(ROOT, tmp_path / name)
    return tmp_path / "before", tmp_path / "after"


def _edit(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


def test_two_equal_trees_differ_in_nothing(trees: tuple[Path, Path]) -> None:
    assert changes(*trees, "markdown") == NONE
    assert json.loads(changes(*trees, "json")) == []


def test_new_changed_and_gone_entries_and_pages_are_named_by_title(trees: tuple[Path, Path]) -> None:
    before, after = trees
    _edit(after / "content/terms/tea.yml", "title: ", "title: Green ")
    shutil.copy(after / "content/terms/talk.yml", after / "content/terms/chat.yml")
    _edit(after / "content/terms/chat.yml", "title: ", "title: Chat and ")
    (after / "docs").mkdir()
    (after / "docs/visit.md").write_text("---\ntitle: A visit\n---\n\n# A visit\n", "utf-8")
    found = json.loads(changes(before, after, "json"))
    assert [(change["kind"], change["one"], change["page"]) for change in found] == [
        ("new", "term", "terms/chat.md"),
        ("new", "page", "visit.md"),
        ("changed", "term", "terms/tea.md"),
    ]
    assert found[1]["title"] == "A visit"
    back = changes(after, before, "markdown")
    assert "### Taken away (2)" in back
    assert "term: Chat and " in back


def test_a_change_of_a_work_is_a_change_of_its_page(trees: tuple[Path, Path]) -> None:
    before, after = trees
    _edit(after / "references.bib", "{An ", "{Another ")
    (change,) = json.loads(changes(before, after, "json"))
    assert change["page"].startswith("sources/")
    assert change["title"].startswith("Another ")
    assert "every page may read differently" in changes(before, after, "markdown")


def test_a_title_cannot_write_markup_into_the_summary(trees: tuple[Path, Path]) -> None:
    before, after = trees
    _edit(after / "content/terms/tea.yml", "title: ", 'title: "![x](http://e.example/i.png) @all" #')
    assert "\\!\\[x\\]\\(http://e.example/i.png\\) &#64;all" in changes(before, after, "markdown")


def test_a_tree_with_errors_cannot_be_compared(trees: tuple[Path, Path]) -> None:
    before, after = trees
    _edit(after / "content/terms/tea.yml", "title:", "titel:")
    assert "while this version has errors" in changes(before, after, "markdown")
    assert "while the version before it has errors" in changes(after, before, "markdown")
    assert changes(before, after, "json") == "[]\n"
