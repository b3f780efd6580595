"""The same content gives the same bytes, wherever, whenever and by whomever it is built."""

import shutil
import subprocess
import sys
import time
import zipfile
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from macros.build_day import NotSeconds, build_day
from tests.whole.tree import ROOT, digests, handbook, plant

CLOCK = Path(__file__).with_name("clock.c")
YEARS = 3 * 365 * 24 * 3600 + 12345
HERE = {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "LANG": "C", "PYTHONHASHSEED": "1"}
THERE = {
    "TZ": "America/Adak",
    "LC_ALL": "C.UTF-8",
    "LANG": "tr_TR.UTF-8",
    "PYTHONHASHSEED": "2",
    "HANDBOOK_CLOCK": str(YEARS),
}


@pytest.fixture(scope="module")
def other_clock(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, str]:
    """An environment in which programs believe that it is years later; empty where no compiler is at hand."""
    compiler, library = shutil.which("cc"), tmp_path_factory.mktemp("clock") / "clock.so"
    if compiler is None or sys.platform != "linux":
        return {}
    subprocess.run([compiler, "-shared", "-fPIC", "-o", library, CLOCK, "-ldl"], check=True)
    return {"LD_PRELOAD": str(library)}


@pytest.fixture(scope="module")
def trees(tmp_path_factory: pytest.TempPathFactory, other_clock: Mapping[str, str]) -> tuple[Path, Path]:
    """Two copies of a tree at places of different depth, each with its own program, built under different skies."""
    one = tmp_path_factory.mktemp("one") / "tree"
    other = tmp_path_factory.mktemp("other") / "a folder" / "deep" / "büro" / "hand-book"
    for tree in (one, other):
        plant(tree)
        (tree / "macros").unlink()
        shutil.copytree(ROOT / "macros", tree / "macros")
    _make(one, cwd=one.parent, umask="022", **HERE)
    _make(other, cwd=other, umask="077", **THERE, **other_clock)
    return one, other


def _make(tree: Path, cwd: Path, umask: str, **environment: str) -> None:
    """Build the site and the copy for a folder, with the program of the tree itself."""
    for words in (("build",), ("offline", "--to", str(tree / "copy.zip"))):
        command = ["sh", "-c", f'umask {umask}; exec "$0" "$@"', sys.executable, "-m", "macros", *words]
        done = subprocess.run(
            [*command, "--root", str(tree)],
            cwd=cwd,
            env={"PATH": "/usr/bin:/bin", "PYTHONPATH": str(tree), **environment},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr


def test_two_builds_are_equal_byte_for_byte(trees: tuple[Path, Path]) -> None:
    one, other = (digests(tree / "site") for tree in trees)
    kinds = {Path(path).suffix for path in one}
    assert {".html", ".pdf", ".docx", ".xml", ".gz", ".bib", ".ris", ".json", ".woff2"} <= kinds
    assert {path for path in {*one, *other} if one.get(path) != other.get(path)} == set()


def test_two_copies_for_a_folder_are_equal_byte_for_byte(trees: tuple[Path, Path]) -> None:
    one, other = (tree / "copy.zip" for tree in trees)
    assert _members(one) == _members(other)
    assert one.read_bytes() == other.read_bytes()


def _members(copy: Path) -> dict[str, int]:
    with zipfile.ZipFile(copy) as opened:
        return {each.filename: each.CRC for each in opened.infolist()}


def test_the_other_clock_is_heard(other_clock: Mapping[str, str]) -> None:
    if not other_clock:
        pytest.skip("there is no C compiler by which to put the clock ahead")
    ask = "import time, datetime; print(int(time.time()), int(datetime.datetime.now().timestamp()))"
    environment = {**other_clock, "HANDBOOK_CLOCK": str(YEARS)}
    said = subprocess.run([sys.executable, "-c", ask], env=environment, capture_output=True, text=True, check=True)
    assert all(int(told) >= time.time() + YEARS - 1 for told in said.stdout.split())


def test_caches_change_nothing_and_the_day_comes_from_content(trees: tuple[Path, Path]) -> None:
    one, before = trees[0], digests(trees[0] / "site")
    assert handbook("build", cwd=one).returncode == 0
    assert digests(one / "site") == before
    sitemap = (one / "site" / "sitemap.xml").read_text("utf-8")
    strategy = (one / "content" / "strategies" / "tea-first.yml").read_text("utf-8")
    day = strategy.split("reviewed:")[1].split("on:")[1].split()[0].strip("},")
    place = sitemap.index("/strategies/tea-first/</loc>")
    assert f"<lastmod>{day}</lastmod>" in sitemap[place : sitemap.index("</url>", place)]


def test_source_date_epoch_dates_what_content_does_not(trees: tuple[Path, Path]) -> None:
    tree = trees[1]
    done = handbook("build", cwd=tree, SOURCE_DATE_EPOCH="1893456000")
    assert done.returncode == 0, done.stderr
    sitemap = (tree / "site" / "sitemap.xml").read_text("utf-8")
    place = sitemap.index("/about/privacy/</loc>")
    assert "<lastmod>2030-01-01</lastmod>" in sitemap[place : sitemap.index("</url>", place)]
    place = sitemap.index("/strategies/tea-first/</loc>")
    assert "2030" not in sitemap[place : sitemap.index("</url>", place)]


@pytest.mark.parametrize(
    ("told", "day"),
    [
        ("", date(2026, 11, 21)),
        ("1893456000", date(2030, 1, 1)),
        ("1893455999", date(2029, 12, 31)),
        ("0", date(1980, 1, 1)),
    ],
)
def test_the_day_of_a_build(told: str, day: date, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", told)
    monkeypatch.setenv("TZ", "America/Adak")
    assert build_day(date(2026, 11, 21)) == day


@pytest.mark.parametrize("told", ["tomorrow", "1e99", "9" * 30, "12.5"])
def test_a_day_that_cannot_be_read_is_refused_in_words(told: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", told)
    with pytest.raises(NotSeconds, match="must count the seconds since 1970"):
        build_day(date(2026, 11, 21))
