"""A preview builds again the pages of what changed and those that show it, and no others."""

import re
import shutil
from pathlib import Path

import pytest

from macros.addresses import address
from macros.citations.engine import Formatted
from macros.edits import stale_pages
from macros.handbook import Handbook, read
from macros.page_keys import PageKeys
from macros.pages import virtual_pages
from macros.prose import format_site
from macros.site import Site
from macros.views.whole import whole_page
from tests.edits.alterations import alterations

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


def test_a_page_that_a_guide_no_longer_gives_to_read_says_so(tree: Path) -> None:
    stale = _after(tree, "content/guides/first-cup.yml", "page: /strategies/tea-first.md", "page: /legs/joint-work.md")
    assert stale is not None
    assert {"guides/first-cup.md", "strategies/tea-first.md", "legs/joint-work.md"} <= stale


def test_another_bibliography_makes_all_pages_stale(tree: Path) -> None:
    assert _after(tree, "references.bib", "{An ", "{Other ") is None


def test_a_term_leaves_strategies_alone(tree: Path) -> None:
    file = next((tree / "content/terms").glob("*.yml"))
    stale = _after(tree, f"content/terms/{file.name}", "title:", "title: New")
    assert stale is not None
    assert f"terms/{file.stem}.md" in stale
    assert not [path for path in stale if path.startswith("strategies/")]


def _formatted(handbook: Handbook) -> Formatted:
    return format_site(handbook, "apa", handbook.root / ".cache")


def _bodies(handbook: Handbook) -> dict[str, str]:
    """Return what every page made from content shows."""
    site = Site(handbook, _formatted(handbook), None, "")  # type: ignore[arg-type] # no page asks for files here
    bodies = {}
    for page in virtual_pages(handbook):
        made = whole_page(handbook, site.open_page(page.path), page)
        bodies[page.path] = f"{made.title} {made.description} {made.body}"
    return bodies


def _keys(handbook: Handbook) -> dict[str, bytes]:
    """Return the key of every page made from content."""
    keys = PageKeys(handbook, _formatted(handbook), "")
    return {page.path: keys.of(page.path) for page in virtual_pages(handbook)}


def test_every_page_that_an_edit_changes_is_built_again(tree: Path) -> None:
    before, pages, keys = _read(tree), _bodies(_read(tree)), _keys(_read(tree))
    tried, missed = 0, []
    for file, text in alterations(tree):
        saved = file.read_text("utf-8")
        file.write_text(text, "utf-8")
        after = read(tree).handbook
        if after is not None:
            now, new = _bodies(after), _keys(after)
            differing = {path for path in now if now[path] != pages.get(path)}
            stale, same = stale_pages(before, after), {path for path in new if new[path] == keys.get(path)}
            if (stale is not None and differing - stale) or differing & same:
                missed.append((f"{file.parent.name}/{file.name}", re.findall(r"\w+: Zebra.*", text), differing))
            tried += 1
        file.write_text(saved, "utf-8")
    assert not missed
    assert tried > 60, tried


def test_a_page_keeps_its_key_where_nothing_on_it_changed(tree: Path) -> None:
    before = _keys(_read(tree))
    file = tree / "content/strategies/tea-first.yml"
    text = file.read_text("utf-8")
    file.write_text(re.sub(r"do_this_week: (>-\s+)?", r"\g<0>Zebra ", text, count=1), "utf-8")
    assert file.read_text("utf-8") != text
    after = _keys(_read(tree))
    changed = {path for path in after if after[path] != before[path]}
    assert "strategies/tea-first.md" in changed
    assert not {path for path in changed if path.startswith(("terms/", "protocols/", "cases/"))}


def test_another_setting_or_citation_changes_every_key(tree: Path) -> None:
    handbook = _read(tree)
    formatted = _formatted(handbook)
    one, other = PageKeys(handbook, formatted, "apa"), PageKeys(handbook, formatted, "mla")
    fewer = PageKeys(handbook, Formatted(formatted.clusters, {}), "apa")
    for page in virtual_pages(handbook):
        assert len({keys.of(page.path) for keys in (one, other, fewer)}) == 3
