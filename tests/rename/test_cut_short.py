"""A rename that is killed at any of its steps is taken back whole by the next command, or is done."""

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from macros.commands.journal import NAME, noted, take_back
from macros.commands.refused import Refused
from macros.commands.rename import remove, rename
from tests.problems.tree import plant
from tests.whole.cut import cut_short
from tests.whole.tree import handbook

SAID = "A change of names was cut short. It is taken back now: to have it done, run it again."


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return plant({}, tmp_path / "tree")


def contents(root: Path) -> dict[str, bytes]:
    """Return every file of a tree."""
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def _tried(root: Path, work: Callable[[], object], monkeypatch: pytest.MonkeyPatch) -> int:
    """Kill a work before each of its changes in turn; return how many there are."""
    monkeypatch.setattr("macros.commands.rename.check", lambda root: (None, ()))  # what it finds is another test's
    before, tried = contents(root), 0
    while cut_short(work, root, tried):
        said = take_back(root)
        assert contents(root) == before
        assert said in (SAID, "")
        assert take_back(root) == ""
        tried += 1
    assert contents(root) != before
    return tried


def test_a_rename_killed_before_any_of_its_changes_is_taken_back(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert _tried(root, lambda: rename(root, "claims/plain-claim", "plainer-claim"), monkeypatch) > 20


def test_a_removal_killed_before_any_of_its_changes_is_taken_back(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (root / "content/terms/x.yml").write_text("title: X\ndefinition: Nothing.\n", "utf-8")
    assert _tried(root, lambda: remove(root, "terms/x"), monkeypatch) == 4


def test_taking_back_may_be_killed_too(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("macros.commands.rename.check", lambda root: (None, ()))
    before, tried, cut = contents(root), 0, True
    while cut:
        assert cut_short(lambda: rename(root, "terms/tea", "cha"), root, 11)
        cut = cut_short(lambda: take_back(root), root, tried)
        take_back(root)
        assert contents(root) == before
        tried += 1
    assert tried > 5


def test_the_next_command_takes_it_back_and_says_so(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = contents(root)
    assert cut_short(lambda: rename(root, "terms/tea", "cha"), root, 11)
    assert contents(root) != before
    done = handbook("check", cwd=root)
    assert done.stderr.startswith(f"{SAID}\n")
    assert done.returncode == 0
    assert contents(root) == before


def test_what_was_edited_since_is_left_alone_and_named(root: Path) -> None:
    file = root / "content/strategies/talk-second.yml"
    assert cut_short(lambda: rename(root, "claims/plain-claim", "plainer-claim"), root, 30)
    mine = file.read_bytes() + b"# mine\n"
    file.write_bytes(mine)
    assert take_back(root) == f"{SAID} Edited since, and left as it is: content/strategies/talk-second.yml."
    assert file.read_bytes() == mine


def test_two_at_once_are_refused(root: Path) -> None:
    before = contents(root)
    with noted(root, {}, {}) as settle:
        with pytest.raises(Refused, match="another command is changing files here: wait"):
            rename(root, "terms/tea", "cha")
        done = handbook("check", cwd=root)
        assert (done.returncode, done.stdout) == (1, "")
        assert done.stderr.startswith("another command is changing files here: wait")
        settle()
    assert contents(root) == before


def test_an_account_that_was_itself_cut_short_changes_nothing(root: Path) -> None:
    before = contents(root)
    assert cut_short(lambda: rename(root, "terms/tea", "cha"), root, 11)
    whole = (root / NAME).read_bytes()
    take_back(root)
    for length in range(0, len(whole), 97):
        (root / NAME).write_bytes(whole[:length])
        assert take_back(root) == ""
        assert contents(root) == before


@pytest.mark.parametrize(
    "file",
    [
        "../outside.yml",
        "content/../../outside.yml",
        "/etc/outside.yml",
        "macros/hooks.py",
        "content/linked/x.yml",
        "mkdocs.yml",
        ".github/workflows/check.yml",
    ],
)
def test_an_account_that_somebody_planted_reaches_no_program_and_nothing_outside(root: Path, file: str) -> None:
    (root / "content" / "linked").symlink_to(root.parent)
    before = contents(root.parent)
    text = f'[["{file}", "aGFja2Vk", ""]]'
    (root / NAME).write_text(f"{sha256(text.encode()).hexdigest()}\n{text}", "utf-8")
    assert take_back(root) == ""
    assert contents(root.parent) == before


@pytest.mark.parametrize(
    "text", ["5", '{"a": 1}', '[["content/terms/x.yml", "no base64", ""]]', "[" * 9999, '[[["a"], 1, 2]]']
)
def test_an_account_that_makes_no_sense_is_put_away(root: Path, text: str) -> None:
    before = contents(root)
    (root / NAME).write_text(f"{sha256(text.encode()).hexdigest()}\n{text}", "utf-8")
    assert take_back(root) == ""
    assert contents(root) == before
