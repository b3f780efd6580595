"""A build that takes from its caches what did not change gives the same site as one that starts from nothing."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.whole.tree import digests, handbook, plant

Edit = Callable[[Path], None]


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a tree that has been built once; each test edits it and builds it again."""
    tree = plant(tmp_path_factory.mktemp("kept") / "tree")
    _build(tree, "site")
    return tree


def _build(tree: Path, site: str) -> None:
    done = handbook("build", "--site", str(tree / site), cwd=tree)
    assert done.returncode == 0, done.stdout + done.stderr


def _put(path: str, pattern: str, words: str) -> Edit:
    """Return an edit that puts words behind the first match of a pattern."""

    def edit(tree: Path) -> None:
        text = (tree / path).read_text("utf-8")
        new = re.sub(pattern, lambda found: found[0] + words, text, count=1)
        assert new != text
        (tree / path).write_text(new, "utf-8")

    return edit


EDITS = {
    "a text of a strategy": _put("content/strategies/tea-first.yml", r"do_this_week: (>-\s+)?", "Zebra "),
    "what a claim does not prove": _put("content/claims/plain-claim.yml", r"does_not_prove: (>-\s+)?", "Zebra "),
    "the limit of a study": _put("content/studies/ash2001invented.yml", r"limit: (>-\s+)?", "Zebra "),
    "the title of a strategy": _put("content/strategies/tea-first.yml", r"title: '", "Zebra "),
    "an authored page": _put("docs/index.md", r"Start here", ", zebra"),
    "a work": _put("references.bib", r"title\s*=\s*\{+", "Zebra "),
    "the name of the site": _put("mkdocs.yml", r"site_name: ", "Zebra "),
}


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS.keys())
def test_an_edit_gives_the_same_site_with_caches_and_without(tree: Path, edit: Edit, tmp_path: Path) -> None:
    before = digests(tree / "site")
    edit(tree)
    _build(tree, "site")
    kept = digests(tree / "site")
    shutil.copytree(tree, tmp_path / "tree", symlinks=True, ignore=shutil.ignore_patterns(".cache", "site"))
    _build(tmp_path / "tree", "site")
    fresh = digests(tmp_path / "tree" / "site")
    assert {path for path in {*kept, *fresh} if kept.get(path) != fresh.get(path)} == set()
    assert kept != before
