"""Whatever happens to a build, the last good site is whole, the next build succeeds, and nothing is left over."""

import os
import re
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest

from macros.citations.store import Store
from macros.commands import placing
from macros.commands.build import BuildFailed, build
from macros.commands.offline import offline
from macros.kept_files import KeptFiles
from tests.whole.cut import cut_short
from tests.whole.tree import CONTENT, command, digests, environment, handbook, plant

DAY = date(2026, 11, 21)
QUICK = "tests.whole.quick_host"
MOMENTS = 14
"""How many moments, spread over its time, a build is ended at."""
SHARE = 0.6
"""About the time of a build whose caches are warm, measured in one that has none."""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small handbook with its site and warm caches."""
    tree = plant(tmp_path_factory.mktemp("built") / "tree")
    began = time.monotonic()
    assert handbook("build", cwd=tree).returncode == 0
    (tree.parent / "lasts").write_text(str(time.monotonic() - began), "utf-8")
    return tree


@pytest.fixture
def quick(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a site that the quick host has built, in words that a later build does not use."""
    monkeypatch.setenv("QUICK_HOST_SAYS", "old")
    build(tmp_path, tmp_path / "site", QUICK)
    monkeypatch.setenv("QUICK_HOST_SAYS", "new")
    return tmp_path


def _left_over(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()} - {"site", "tree", ".cache"}


def _is_whole(site: Path) -> bool:
    """Whether a site of the quick host is of one build from its first to its last file."""
    texts = {(site / name).read_text("utf-8") for name in ("index.html", "strategies/index.html", "assets/style.css")}
    return texts in ({"old" * 10}, {"new" * 10})


@pytest.mark.parametrize("exchanges", [True, False])
def test_a_build_killed_before_any_of_its_changes_is_mended_by_the_next(
    quick: Path, exchanges: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not exchanges:  # as where the system cannot let two folders change places
        monkeypatch.setattr(placing, "exchange", lambda one, other: False)
    tried, gone = 0, 0
    while cut_short(lambda: build(quick, quick / "site", QUICK), quick, tried):
        gone += not (quick / "site").exists()
        assert gone or _is_whole(quick / "site")
        placing.bring_back(quick / "site")
        assert _is_whole(quick / "site")
        build(quick, quick / "site", QUICK)
        assert _is_whole(quick / "site")
        assert _left_over(quick) == set()
        tried += 1
    assert tried > 12
    assert gone == (not exchanges)


def test_a_copy_killed_before_any_of_its_changes_leaves_the_last_one(quick: Path) -> None:
    def work() -> int:
        return offline(quick, quick / "site-offline" / "copy.zip", DAY, lambda line: None, QUICK)

    work()
    before, tried = digests(quick / "site-offline"), 0
    while cut_short(work, quick, tried):
        assert digests(quick / "site-offline")["copy.zip"] == before["copy.zip"]
        work()
        assert digests(quick / "site-offline") == before
        tried += 1
    assert tried > 8


def test_printing_that_is_told_to_stop_leaves_the_last_guides(built: Path) -> None:
    (built / "guides").mkdir()
    (built / "guides" / "first-cup-participant-letter.pdf").write_text("the last good guide", "utf-8")
    running = _started(built, "print")
    while not [*built.glob(".guides-new-*")] and running.poll() is None:
        time.sleep(0.01)
    running.send_signal(signal.SIGTERM)
    assert running.communicate()[1].strip().endswith("to have it done, run this again.")
    assert running.returncode == 143
    assert digests(built / "guides").keys() == {"first-cup-participant-letter.pdf"}
    assert (built / "guides" / "first-cup-participant-letter.pdf").read_text("utf-8") == "the last good guide"
    assert not [*built.glob(".guides*")]
    assert handbook("print", cwd=built).returncode == 0
    assert len(digests(built / "guides")) == 4


def _listening() -> None:
    """Heed every signal, also where what started the tests ignores some, and a child would inherit that."""
    for sent in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(sent, signal.SIG_DFL)


def _started(tree: Path, *words: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        command(*words),
        cwd=tree,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        preexec_fn=_listening,
    )


def test_a_build_ended_at_any_moment_leaves_the_site_and_the_next_one_succeeds(built: Path) -> None:
    before, lasts = digests(built / "site"), float((built.parent / "lasts").read_text("utf-8")) * SHARE
    for number in range(MOMENTS):
        ending = (signal.SIGKILL, signal.SIGTERM)[number % 2]
        running, left = _started(built, "build"), {*built.glob(".site*")}
        time.sleep(lasts * number / MOMENTS)
        running.send_signal(ending)  # to the program alone: what it has started must end by itself
        said = running.communicate()[1]
        assert digests(built / "site") == before, number
        if ending is signal.SIGTERM and running.returncode != 0:
            assert running.returncode in (143, -signal.SIGTERM)  # the latter before the program has read its own code
            assert "Traceback" not in said
            assert {*built.glob(".site*")} <= left
    done = handbook("build", cwd=built)
    assert done.returncode == 0, done.stderr
    assert digests(built / "site") == before
    assert {path.name for path in built.iterdir() if path.name.startswith(".")} == {".cache"}
    assert not [*(built / ".cache").rglob("*.tmp")]


@pytest.mark.parametrize(("sent", "code"), [(signal.SIGTERM, 143), (signal.SIGINT, 130), (signal.SIGHUP, 129)])
def test_a_build_that_is_told_to_stop_says_so(built: Path, sent: signal.Signals, code: int) -> None:
    running = _started(built, "build")
    while not [*built.glob(".site-new-*")] and running.poll() is None:
        time.sleep(0.01)
    running.send_signal(sent)
    running.send_signal(sent)  # an impatient hand
    out, said = running.communicate()
    assert (running.returncode, out) == (code, "")
    assert said.strip() == "Stopped. What was there before is as it was: to have it done, run this again."
    assert not [*built.glob(".site*")]


def test_what_a_killed_build_has_started_ends_with_it(built: Path) -> None:
    if not Path("/proc/self/cmdline").exists():
        pytest.skip("this system does not list its programs below /proc")
    running = _started(built, "build")
    while not (hosts := _at_work_in(built)) and running.poll() is None:
        time.sleep(0.01)
    assert hosts
    running.kill()
    running.communicate()
    end = time.monotonic() + 60
    while _at_work_in(built) and time.monotonic() < end:
        time.sleep(0.05)
    assert _at_work_in(built) == []


def _at_work_in(tree: Path) -> list[int]:
    """Return the programs that were told to write into a workshop of this tree."""
    found = []
    for told in Path("/proc").glob("[0-9]*/cmdline"):
        with suppress(OSError):
            if f"{tree}/.site-new-".encode() in told.read_bytes():
                found.append(int(told.parent.name))
    return found


def test_two_builds_at_once_on_damaged_caches_both_end_well(built: Path) -> None:
    before = digests(built / "site")
    kept = [path for path in (built / ".cache").rglob("*") if path.is_file()]
    assert {path.parent.name for path in kept} == {"citations", "layouts", "pages", "print", "templates"}
    for number, path in enumerate(kept):
        data = bytearray(path.read_bytes())
        data[len(data) // 2] ^= 1
        path.write_bytes([bytes(data), bytes(data[: len(data) // 2]), b""][number % 3])
    both = [_started(built, "build"), _started(built, "build")]
    for running in both:
        said = running.communicate()
        assert running.returncode == 0, said
    assert digests(built / "site") == before
    assert not [*built.glob(".site*"), *built.rglob("*.tmp")]
    assert {path.name for path in kept} <= {path.name for path in (built / ".cache").rglob("*")}


def test_two_that_put_their_sites_in_place_at_once_leave_one_whole(
    quick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for exchanges in (True, False):
        monkeypatch.undo()
        if not exchanges:
            monkeypatch.setattr(placing, "exchange", lambda one, other: False)
        shutil.rmtree(quick / "site")
        children = [_placing(quick, f"{number}") for number in range(4)]
        codes = [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children]
        assert codes == [0, 0, 0, 0]
        assert len({(quick / "site" / name).read_text("utf-8") for name in ("a", "b")}) == 1
        placing.bring_back(quick / "site")
        assert not [*quick.glob(".site-old*")]


def _placing(folder: Path, says: str) -> int:
    child = os.fork()
    if child:
        return child
    try:
        for number in range(20):
            fresh = folder / f"fresh-{says}-{number}"
            fresh.mkdir()
            for name in ("a", "b"):
                (fresh / name).write_text(f"{says} {number}", "utf-8")
            placing.place(fresh, folder / "site")
            shutil.rmtree(fresh, ignore_errors=True)
    except BaseException:
        os._exit(1)
    os._exit(0)


def test_a_mistake_of_the_program_is_told_without_its_trace(quick: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QUICK_HOST_FAILS", "yes")
    with pytest.raises(BuildFailed) as failure:
        build(quick, quick / "site", QUICK)
    said = str(failure.value)
    assert said.startswith("the program that builds the site failed: RuntimeError: a mistake in the program\n")
    assert "Traceback" not in said
    assert "Traceback" in (quick / ".cache" / "build-failure.txt").read_text("utf-8")
    assert _is_whole(quick / "site")
    assert _left_over(quick) == set()


@pytest.fixture
def mounted(tmp_path: Path) -> Iterator[Mapping[str, Path]]:
    """A disk of two megabytes and a folder that may only be read; skipped where this machine allows no mounts."""
    small, closed = tmp_path / "small", tmp_path / "closed"
    (closed / "site").mkdir(parents=True)
    (closed / "site" / "index.html").write_text("the last good site", "utf-8")
    small.mkdir()
    mounts = (
        ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(small)],
        ["mount", "--bind", str(closed), str(closed)],
        ["mount", "-o", "remount,ro,bind", str(closed)],
    )
    try:
        if shutil.which("mount") is None or any(map(_fails, mounts)):
            pytest.skip("this machine lets nobody mount a disk")
        yield {"small": small, "closed": closed}
    finally:
        for folder in (small, closed):
            subprocess.run(["umount", str(folder)], capture_output=True, check=False)


def _fails(words: list[str]) -> bool:
    return subprocess.run(words, capture_output=True, check=False).returncode != 0


def test_a_full_disk_is_told_and_leaves_the_site(
    built: Path, mounted: Mapping[str, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    site = mounted["small"] / "site"
    site.mkdir()
    (site / "index.html").write_text("the last good site", "utf-8")
    full = f"the disk is full at {site.parent}: free some space there, then run this again."
    done = handbook("build", "--site", str(site), cwd=built)
    assert done.returncode == 1
    assert full in done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    monkeypatch.setenv("QUICK_HOST_BYTES", "1000000")
    with pytest.raises(BuildFailed, match=re.escape(full)):
        offline(built, site.parent / "copy.zip", DAY, lambda line: None, QUICK)
    assert [path.name for path in site.parent.iterdir()] == ["site"]
    assert digests(site).keys() == {"index.html"}


def test_a_folder_that_may_only_be_read_is_told_and_the_site_stays(built: Path, mounted: Mapping[str, Path]) -> None:
    closed = mounted["closed"]
    calls = (
        ("build", "--site", str(closed / "site")),
        ("offline", "--to", str(closed / "copy.zip")),
        ("print", "--out", str(closed / "guides")),
    )
    for words in calls:
        done = handbook(*words, cwd=built)
        assert done.returncode == 1, words
        assert done.stderr.strip().endswith(
            "may not be changed: allow it, or choose another place, then run this again. "
            "What was there before is as it was."
        )
        assert str(closed) in done.stderr
        assert "Traceback" not in done.stderr
    assert digests(closed).keys() == {"site/index.html"}


def test_a_rename_on_a_full_disk_changes_nothing_and_says_so(mounted: Mapping[str, Path]) -> None:
    tree = mounted["small"] / "tree"
    shutil.copytree(CONTENT, tree)
    before = digests(tree)
    with (mounted["small"] / "full").open("wb", buffering=0) as file, suppress(OSError):
        while True:
            file.write(b"0" * 4096)
    done = handbook("rename", "claims/plain-claim", "plainer-claim", cwd=tree)
    assert done.returncode == 1
    assert done.stderr.startswith("the disk is full at ")
    assert "Traceback" not in done.stderr
    assert digests(tree) == before


def test_a_full_disk_for_the_caches_costs_time_alone(built: Path, mounted: Mapping[str, Path]) -> None:
    small = mounted["small"]
    Store(small, "x").save("a" * 4_000_000)
    assert Store(small, "x").load() is None
    assert len(KeptFiles(small).fetch("x", b"x", lambda: b"a" * 4_000_000)) == 4_000_000
    assert [*small.iterdir()] == []

