"""A build puts a whole site in place, or leaves the last one as it was."""

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from macros.commands.build import BuildFailed, build

ROOT = Path(__file__).parents[2]
STRATEGY = "content/strategies/pick-one-shared-focus.yml"


def _handbook(*words: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.run(
        [sys.executable, "-m", "macros", *words], cwd=cwd, env=environment, capture_output=True, text=True, check=False
    )


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """The handbook with a site of an earlier build."""
    for name in ("content", "docs", "macros"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("references.bib", "search.yml", "mkdocs.yml"):
        shutil.copy(ROOT / name, tmp_path)
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "index.html").write_text("the last good site", "utf-8")
    return tmp_path


def _is_whole(site: Path) -> bool:
    return (site / "index.html").read_text("utf-8") == "the last good site"


def test_a_mistake_in_content_ends_the_build_with_the_report_alone(tree: Path) -> None:
    path = tree / STRATEGY
    path.write_text(path.read_text("utf-8").replace("  - visionary\n", "  - visionnary\n", 1), "utf-8")
    built, checked = _handbook("build", cwd=tree), _handbook("check", cwd=tree)
    assert built.returncode == 1
    assert built.stdout == checked.stdout
    assert 'there is no pillar "visionnary"; did you mean "visionary"?' in built.stdout
    assert built.stderr == ""
    assert _is_whole(tree / "site")


def test_a_host_that_fails_leaves_the_last_site(tree: Path) -> None:
    (tree / "mkdocs.yml").write_text("site_name: [", "utf-8")
    with pytest.raises(BuildFailed):
        build(tree, tree / "site")
    assert _is_whole(tree / "site")
    assert not [path for path in tree.iterdir() if path.name.startswith(".site")]


@pytest.mark.parametrize("seconds", [0.5, 3, 6])
def test_a_build_that_is_killed_leaves_the_last_site(tree: Path, seconds: float) -> None:
    command = [sys.executable, "-m", "macros", "build"]
    running = subprocess.Popen(
        command,
        cwd=tree,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        start_new_session=True,
        stdout=subprocess.DEVNULL,
    )
    time.sleep(seconds)
    os.killpg(running.pid, signal.SIGKILL)
    running.wait()
    assert _is_whole(tree / "site")


def test_a_build_that_was_killed_between_its_two_renames_is_mended_by_the_next(tree: Path) -> None:
    (tree / "site").rename(tree / ".site-old")
    (tree / "mkdocs.yml").write_text("site_name: [", "utf-8")
    with pytest.raises(BuildFailed):
        build(tree, tree / "site")
    assert _is_whole(tree / "site")
