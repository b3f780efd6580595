"""A preview builds again the pages of what changed and those that show it, and no others."""

import shutil
from pathlib import Path

import pytest

from macros.addresses import address
from macros.edits import stale_pages
from macros.handbook import Handbook, read

ROOT = Path(__file__).parents[1] / "views" / "handbook"


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    shutil.copytree(ROOT, tmp_path / "handbook")
    return tmp_path / "handbook"


def _read(tree: Path) -> Handbook:
    found = read(tree).handbook
    assert found is not None
    return found


def _after(tree: Path, path: str, old: str, new: str) -> frozenset[str] | None:
    before = _read(tree)
    file = tree / path
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")
    return stale_pages(before, _read(tree))


def test_nothing_is_stale_where_nothing_changed(tree: Path) -> None:
    assert stale_pages(_read(tree), _read(tree)) == frozenset()


def test_an_edited_claim_is_built_again_on_every_page_that_uses_it(tree: Path) -> None:
    stale = _after(tree, "content/claims/plain-claim.yml", "title:", "title: New")
    assert stale is not None
    handbook = _read(tree)
    assert {"claims/plain-claim.md", "claims/index.md"} <= stale
    users = handbook.users("claims", "plain-claim")
    assert {address(*user)[1:] for user in users} <= stale


def test_an_edited_study_card_reaches_the_pages_that_lean_on_its_claims(tree: Path) -> None:
    stale = _after(tree, "content/studies/ash2001invented.yml", "limit:", "limit: New.")
    assert stale is not None
    assert {"sources/ash2001invented.md", "claims/plain-claim.md", "strategies/tea-first.md"} <= stale


def test_another_bibliography_makes_all_pages_stale(tree: Path) -> None:
    assert _after(tree, "references.bib", "{An ", "{Other ") is None


def test_a_term_leaves_strategies_alone(tree: Path) -> None:
    file = next((tree / "content/terms").glob("*.yml"))
    stale = _after(tree, f"content/terms/{file.name}", "title:", "title: New")
    assert stale is not None
    assert f"terms/{file.stem}.md" in stale
    assert not [path for path in stale if path.startswith("strategies/")]
