"""The command `handbook check`: where it looks, what it prints, and with which code it ends."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.problems.tree import SOUND, plant

ROOT = Path(__file__).parents[2]
ENTRY = "content/strategies/talk-second.yml"
BROKEN = {"changes": {ENTRY: {"  - plain-claim": "  - '100%,a: b'"}}}
NOTED = {"bytes": {"content/terms/tea.yml": {"lines": "\r\n"}}}


def run(*arguments: str, folder: Path = ROOT) -> "subprocess.CompletedProcess[str]":
    """Run the command as an editor does."""
    command = [sys.executable, "-m", "macros", "check", *arguments]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "ascii"}
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False)


def test_a_sound_tree_ends_with_0() -> None:
    done = run("--root", str(SOUND))
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "0 errors, 0 notes\n")


def test_an_error_ends_with_1(tmp_path: Path) -> None:
    done = run("--root", str(plant(BROKEN, tmp_path / "tree")))
    assert (done.returncode, done.stderr) == (1, "1 error, 0 notes\n")
    assert done.stdout.startswith(f'{ENTRY}:26:5: there is no claim "100%,a: b"\n')


def test_notes_alone_end_with_0(tmp_path: Path) -> None:
    done = run("--root", str(plant(NOTED, tmp_path / "tree")))
    assert (done.returncode, done.stderr) == (0, "0 errors, 1 note\n")


def test_json_lists_objects_with_six_fields(tmp_path: Path) -> None:
    root = plant({**BROKEN, **NOTED, "files": {"content/terms/x.yml": ""}}, tmp_path / "tree")
    done = run("--root", str(root), "--format", "json")
    found = json.loads(done.stdout)
    assert [(each["file"], each["line"], each["column"], each["severity"], each["rule"]) for each in found] == [
        (ENTRY, 26, 5, "error", "unknown-id"),
        ("content/terms/tea.yml", 1, 1, "note", "line-ends"),
        ("content/terms/x.yml", 1, 1, "error", "empty-file"),
    ]
    assert all({*each} == {"file", "line", "column", "severity", "message", "rule"} for each in found)


def test_json_of_a_sound_tree_is_an_empty_list() -> None:
    assert json.loads(run("--root", str(SOUND), "--format", "json").stdout) == []


def test_github_escapes_what_ends_a_property(tmp_path: Path) -> None:
    given = {**BROKEN, **NOTED, "files": {"content/a,b:c%.yml": "x: y\n"}}
    lines = run("--root", str(plant(given, tmp_path / "tree")), "--format", "github").stdout.splitlines()
    first, second = "A file in the wrong place", "A name that nothing has"
    assert lines[0].startswith(f"::error file=content/a%2Cb%3Ac%25.yml,line=1,col=1,title={first}::this file is")
    assert lines[1] == f'::error file={ENTRY},line=26,col=5,title={second}::there is no claim "100%25,a: b"'
    assert lines[2].startswith("::notice file=content/terms/tea.yml,line=1,col=1,title=Windows line ends::")


@pytest.mark.parametrize(
    ("name", "form"),
    [("tree", "{}"), ("a folder with spaces", "{}/"), ("école, élèves", "./{}"), ("#t%20", "../here/{}")],
)
def test_the_root_may_be_written_in_any_way(name: str, form: str, tmp_path: Path) -> None:
    here = tmp_path / "here"
    here.mkdir()
    plant(BROKEN, here / name)
    done = run("--root", form.format(name), folder=here)
    assert done.returncode == 1
    assert done.stdout.startswith(f"{ENTRY}:26:5: ")


def test_a_root_that_is_a_link_is_followed(tmp_path: Path) -> None:
    plant({}, tmp_path / "tree")
    (tmp_path / "link").symlink_to("tree")
    assert run("--root", str(tmp_path / "link")).returncode == 0


def test_a_root_that_there_is_not_is_said_plainly(tmp_path: Path) -> None:
    done = run("--root", "nowhere", folder=tmp_path)
    assert done.returncode == 1
    assert "there is no folder nowhere: name the one that holds content/, docs/ and references.bib" in done.stdout
    assert "Traceback" not in done.stdout + done.stderr


def test_a_root_without_content_is_said_plainly(tmp_path: Path) -> None:
    done = run("--root", str(tmp_path))
    assert done.returncode == 1
    assert done.stdout.startswith("content:1:1: there is no folder content/ here: run this at the top of the handbook")


def test_the_check_writes_nothing(tmp_path: Path) -> None:
    root = plant(BROKEN, tmp_path / "tree")
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}
    run("--root", str(root))
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")} == before
