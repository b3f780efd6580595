"""A rename changes names and nothing else, everywhere at once or nowhere; what is needed is not removed."""

import re
from pathlib import Path

import pytest

from macros.commands.refused import Refused
from macros.commands.rename import remove, rename
from macros.commands.rewriting import Rewriting
from macros.lint import check, load
from macros.occurrences import occurrences
from macros.redirects import FILE, redirect_pages
from tests.problems.tree import plant

PAGE = """# Tea

[first](/strategies/tea-first.md#steps "why"), again [first](</strategies/tea-first.md>), not [this](/terms/tea.md).

{{ card("strategies", "tea-first") }}

{{ card(collection="claims", id='plain-claim') }}

{{ cards("strategies", pillar="relationship-builder", leg="joint-work") }}

Cited: {{ cite("ash2001invented") }} and @ash2001invented [p. 3], [see @cedar2005invented; -@{ash2001invented}, p. 4],
[=plain-claim], [=borrowed-claim:value], in code `[@ash2001invented]` and tea-first as words.
"""
CROSS = """
@inbook{elm2011invented,
  author   = {Elm, Ada},
  title    = {Cups},
  crossref = {ash2001invented},
}
"""
RENAMES = [
    ("strategies/tea-first", "tea-at-first"),
    ("claims/plain-claim", "claims/plainer-claim"),
    ("ash2001invented", "ash2001tea"),
    ("content/terms/tea.yml", "cha-with-milk"),
    ("protocols/one-cup-each", "one-cup-for-each"),
    ("pillars/relationship-builder", "bond-builder"),
    ("legs/joint-work", "work-together"),
    ("guides/first-cup", "first-of-all"),
    ("situations/nobody-talks", "silence-in-the-room"),
]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return plant({"files": {"docs/tea.md": PAGE}}, tmp_path / "tree")


def contents(root: Path) -> dict[str, bytes]:
    """Return every file of a tree."""
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def errors(root: Path) -> list[str]:
    return [problem.message for problem in check(root)[1] if problem.severity == "error"]


@pytest.mark.parametrize(("old", "new"), RENAMES)
def test_only_the_name_changes(root: Path, old: str, new: str) -> None:
    before, old_id, new_id = contents(root), old.removesuffix(".yml").split("/")[-1], new.split("/")[-1]
    said = rename(root, old, new)
    after = contents(root)
    assert re.search(r"changed in \d+ places? of \d+ files?, and the old address leads there\.$", said)
    assert errors(root) == []
    del after[FILE]
    renamed = {path.replace(f"/{old_id}.yml", f"/{new_id}.yml"): data for path, data in before.items()}
    assert {*after} == {*renamed}
    for path, data in after.items():
        assert data.replace(new_id.encode(), old_id.encode()) == renamed[path]


def test_a_page_keeps_what_only_looks_like_the_name(root: Path) -> None:
    for old, new in (*RENAMES[:3], *RENAMES[5:7]):
        rename(root, old, new)
    assert (root / "docs/tea.md").read_text("utf-8") == (
        PAGE.replace("/strategies/tea-first.md", "/strategies/tea-at-first.md")
        .replace('"tea-first"', '"tea-at-first"')
        .replace("plain-claim", "plainer-claim")
        .replace("relationship-builder", "bond-builder")
        .replace("joint-work", "work-together")
        .replace("@ash2001invented", "@ash2001tea")
        .replace("@{ash2001invented", "@{ash2001tea")
        .replace('"ash2001invented"', '"ash2001tea"')
        .replace("`[@ash2001tea]`", "`[@ash2001invented]`")
    )


def test_comments_layout_and_line_ends_stay(root: Path) -> None:
    file = root / "content/strategies/talk-second.yml"
    text = file.read_text("utf-8").replace("  - plain-claim", "  -   'plain-claim'   # plain-claim, the main one")
    file.write_bytes(text.replace("\n", "\r\n").encode())
    rename(root, "claims/plain-claim", "plainer-claim")
    expected = text.replace("'plain-claim'", "'plainer-claim'").replace("[=plain-claim]", "[=plainer-claim]")
    assert file.read_bytes() == expected.replace("\n", "\r\n").encode()


def test_a_key_that_other_sources_name_changes_there_too(root: Path) -> None:
    bib = root / "references.bib"
    bib.write_text(bib.read_text("utf-8") + CROSS, "utf-8")
    assert [place.line for place in occurrences(root, ("studies", "ash2001invented")) if place.file == bib.name] == [
        1,
        bib.read_text("utf-8").split("\n").index("  crossref = {ash2001invented},") + 1,
    ]


def test_old_names_are_kept_and_follow(root: Path) -> None:
    rename(root, "terms/tea", "cha")
    rename(root, "terms/cha", "chai")
    assert load(root).redirects == {"terms/tea": "terms/chai", "terms/cha": "terms/chai"}
    rename(root, "terms/chai", "tea")
    assert load(root).redirects == {"terms/cha": "terms/tea", "terms/chai": "terms/tea"}


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("terms/tea", "talk", "terms/talk is there already"),
        ("terms/tea", "Talk", '"Talk" and "talk" are one name on many disks'),
        ("terms/tea", "tea", "terms/tea is there already"),
        ("terms/tea", "Hot Tea", '"Hot Tea" cannot be an id: name the file in lower-case-with-hyphens'),
        ("terms/tea", "claims/tea", "an entry stays in its collection: write terms/tea"),
        ("guides/fist-cup", "cup", 'there is no guide "fist-cup"; did you mean "first-cup"?'),
        ("tems/tea", "../../cha", "an entry stays in its collection"),
        ("tea", "cha", 'there is no study card "tea"; write terms/tea'),
        ("cake", "cha", 'there is no study card "cake"; write an entry with its folder, such as strategies/'),
        ("soup/tea", "cha", 'there is no collection "soup"'),
        ("ash2002invented", "ash2001tea", 'there is no study card "ash2002invented"; did you mean "ash2001invented"?'),
        ("ash2001invented", "cedar2005invented", "studies/cedar2005invented is there already"),
    ],
)
def test_what_cannot_be_renamed_is_refused_and_nothing_changes(root: Path, old: str, new: str, reason: str) -> None:
    before = contents(root)
    with pytest.raises(Refused, match=re.escape(reason)):
        rename(root, old, new)
    assert contents(root) == before


def test_a_tree_with_errors_is_left_alone(root: Path) -> None:
    (root / "content/terms/x.yml").write_text("title: X\n", "utf-8")
    before = contents(root)
    with pytest.raises(Refused, match="mend the errors first"):
        rename(root, "terms/tea", "cha")
    assert contents(root) == before


def test_a_failure_half_way_changes_nothing(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before, put, count = contents(root), Rewriting._put, iter(range(1000))

    def failing(self: Rewriting, file: str, data: bytes | None) -> None:
        if next(count) == 3:
            raise OSError("the disk is full")
        put(self, file, data)

    monkeypatch.setattr(Rewriting, "_put", failing)
    with pytest.raises(OSError, match="the disk is full"):
        rename(root, "claims/plain-claim", "plainer-claim")
    assert contents(root) == before


def test_an_error_that_a_rename_would_make_is_told_and_nothing_changes(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = contents(root)
    monkeypatch.setattr("macros.commands.rename.occurrences", lambda root, mention: [])
    with pytest.raises(Refused, match=r'(?s)nothing was changed.*there is no claim "plain-claim"'):
        rename(root, "claims/plain-claim", "plainer-claim")
    assert contents(root) == before


def test_what_is_needed_is_not_removed(root: Path) -> None:
    before = contents(root)
    with pytest.raises(Refused, match=r"(?s)claims/plain-claim is needed in \d+ places .*talk-second.yml:26:5"):
        remove(root, "claims/plain-claim")
    assert contents(root) == before


def test_what_nothing_needs_is_removed(root: Path) -> None:
    (root / "content/terms/x.yml").write_text("title: X\ndefinition: Nothing, see [x](/terms/x.md).\n", "utf-8")
    assert remove(root, "terms/x") == "content/terms/x.yml is gone."
    assert not (root / "content/terms/x.yml").exists()


def test_an_old_address_leads_to_the_new_one_without_scripts() -> None:
    moved = {"strategies/old": "strategies/new", "studies/a2001": "studies/b2001"}
    pages = dict(redirect_pages(moved, {"strategies/new": "<New> & better"}, "https://handbook.example/at/"))
    assert {*pages} == {"strategies/old/index.html", "sources/a2001/index.html"}
    page = pages["strategies/old/index.html"]
    assert '<meta http-equiv="refresh" content="0; url=../../strategies/new/index.html">' in page
    assert '<link rel="canonical" href="https://handbook.example/at/strategies/new/">' in page
    assert '<a href="../../strategies/new/index.html">&lt;New&gt; &amp; better</a>' in page
    assert '<meta name="robots" content="noindex">' in page
    assert "<script" not in page
