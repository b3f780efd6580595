"""Whatever field of an entry is edited: each page that a whole build would change is built again, and says the same."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml
from markdown import Markdown

from macros.downloads import Downloads, latest_review
from macros.edits import stale_pages
from macros.exports.page_record import Publication
from macros.handbook import Handbook, Mention, read
from macros.last_build import LastBuild
from macros.model.collections import COLLECTIONS
from macros.page_calls import PAGE_CALLS
from macros.page_keys import PageKeys
from macros.plain_pages import plain_pages
from macros.prose import format_site
from macros.site import Site
from tests.leaves.edition import Editions, editions, got, leaf_paths, put, value_at
from tests.leaves.test_leaves import another, is_words

ROOT = Path(__file__).parents[1] / "views" / "handbook"
BESIDE = "docs/what-stays.md"
"""A page that shows no entry."""
TWO = ("strategies", "claims")
GIVEN = {"path": "paths", "key": "studies"}
"""Parameter of a macro -> the collection whose first entry it is given."""


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small handbook with a page for each macro, and with pages that cite and claim."""
    tree = tmp_path_factory.mktemp("every-field") / "handbook"
    shutil.copytree(ROOT, tree)
    (tree / "docs").mkdir()
    for name, call in _calls(tree):
        _page(tree / f"docs/{name}.md", call)
    _page(tree / "docs/leans.md", "Tea is tea [=plain-claim].")
    _page(tree / "docs/cites.md", "Tea is tea [@ash2001invented].")
    _page(tree / BESIDE, "Tea.")
    return tree


def _page(file: Path, text: str) -> None:
    file.write_text(f"---\ntitle: {file.stem}\n---\n# {file.stem}\n\n{text}\n", "utf-8")


def _calls(tree: Path) -> Iterator[tuple[str, str]]:
    """Yield name and call of each macro; of one that takes a collection, for two of them, or for all."""
    for name, call in PAGE_CALLS.items():
        for folder in (COLLECTIONS if name == "cards" else TWO) if "collection" in call.needs else ("",):
            words = [folder if each == "collection" else _first(tree, GIVEN.get(each, folder)) for each in call.needs]
            text = f"{{{{ {name}({', '.join(repr(word) for word in words)}) }}}}".replace("'", '"')
            yield f"{name}-{folder}".replace("_", "-").strip("-"), text


def _first(tree: Path, folder: str) -> str:
    return min((tree / "content" / folder).glob("*.yml")).stem


@dataclass(frozen=True)
class Shown:
    """A handbook, and by path below docs/ what each of its pages shows and says of itself to programs."""

    handbook: Handbook
    pages: dict[str, str]
    used: dict[str, frozenset[Mention]]
    keys: PageKeys
    texts: dict[str, str]
    """By path below docs/, what each page made from content says, without what it tells programs."""


def _shown(tree: Path) -> Shown | None:
    """Return what a whole build shows, or None where the check refuses the tree."""
    handbook = read(tree).handbook
    if handbook is None:
        return None
    formatted, cache = format_site(handbook, "apa", tree / ".cache"), tree / ".cache"
    about = Publication("Tea", "https://tea.example/", "Tea", "2026.11", latest_review(handbook))
    downloads = Downloads(handbook, formatted, about, cache, cache, lambda words: None, preview=True)
    site = Site(handbook, formatted, downloads, "https://forge.example/tea/issues")
    made = [*plain_pages(site, Markdown())]
    pages = {page.path: f"{page.text}{downloads.head(page.path, page.description)}" for page in made}
    texts = {page.path: page.text for page in made if page.path in site.virtual}
    return Shown(handbook, pages, site.used, PageKeys(handbook, formatted, ""), texts)


@pytest.fixture(scope="module")
def before(tree: Path) -> Shown:
    found = _shown(tree)
    assert found is not None
    return found


def _missed(before: Shown, after: Shown) -> set[str]:
    """Return the pages that differ and would not be made again by a preview or a build, or whose words would be counted
    as they were.
    """
    differing = {path for path, page in after.pages.items() if page != before.pages.get(path)}
    texts = {address[1:]: text for address, text in after.handbook.read_aloud.items()}
    last = LastBuild()
    last.owe(before.handbook, {})
    last.paid(before.used)
    stale = last.owe(after.handbook, {})
    other = {path for path, text in texts.items() if before.handbook.read_aloud.get(f"/{path}", text) != text}
    kept = {path for path, text in after.texts.items() if text != before.texts.get(path) and _kept(before, after, path)}
    return kept | (set() if stale is None else (differing | other) - stale)


def _kept(before: Shown, after: Shown, path: str) -> bool:
    """Tell whether a build takes a page from its cache."""
    if path not in before.texts:
        return False
    used = sorted(before.used[path])
    return before.keys.of(path, used=used) == after.keys.of(path, used=used)


@pytest.fixture(scope="module")
def written(tree: Path, before: Shown) -> Editions:
    return editions(tree)


def _alterations(written: Editions, folder: str) -> Iterator[tuple[str, str, str]]:
    """Yield id, field and new text: each field that entries of a collection have, in the first that has it."""
    seen: dict[tuple[str, ...], int] = {}
    for id, data in written.entries[folder].items():
        for path in leaf_paths(data):
            field = tuple(step for step in path if isinstance(step, str))
            seen[field] = seen.get(field, 0) + 1
            for new in _others(written, folder, id, path) if seen[field] == 1 else ():
                text = yaml.safe_dump(put(data, path, new), allow_unicode=True, sort_keys=False)
                yield id, f"{id} {path}: {new}", text


def _others(written: Editions, folder: str, id: str, path: tuple[str | int, ...]) -> list[str]:
    """Return other values for a field; a day is tried before and after all others."""
    if is_words(folder, path):
        return [f"Zebra {got(written.entries[folder][id], path)}"]
    latest = ["2026-12-31"] if value_at(folder, path).kind == "date" else []
    return [another(written, folder, id, path), *latest]


@pytest.mark.parametrize("folder", COLLECTIONS)
def test_every_page_that_an_edit_changes_is_built_again(
    tree: Path, before: Shown, written: Editions, folder: str
) -> None:
    missed, tried = {}, 0
    for id, field, text in _alterations(written, folder):
        file = tree / before.handbook.files[folder][id]
        saved = file.read_text("utf-8")
        file.write_text(text, "utf-8")
        after = _shown(tree)
        file.write_text(saved, "utf-8")
        if after is not None:
            tried += 1
            if found := _missed(before, after):
                missed[field] = found
    assert missed == {}
    assert tried > 3


@pytest.mark.parametrize("folder", ["terms", "strategies", "claims", "situations", "tools", "cases"])
def test_a_new_entry_is_on_every_page_that_lists_it(tree: Path, before: Shown, folder: str) -> None:
    file = min((tree / "content" / folder).glob("*.yml"))
    new = file.with_name("zebra-entry.yml")
    new.write_text(file.read_text("utf-8"), "utf-8")
    after = _shown(tree)
    new.unlink()
    assert after is not None
    assert _missed(before, after) == set()


def test_a_page_that_shows_no_entry_is_left_alone(tree: Path, before: Shown) -> None:
    file = min((tree / "content/strategies").glob("*.yml"))
    saved = file.read_text("utf-8")
    file.write_text(saved.replace("title: ", "title: Zebra ", 1), "utf-8")
    after = _shown(tree)
    file.write_text(saved, "utf-8")
    assert after is not None
    stale = stale_pages(before.handbook, after.handbook)
    assert stale is not None
    assert Path(BESIDE).name not in stale
