"""The pictures of a pull request show its pages."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import CHROMIUM
from tests.pictures.__main__ import url_of
from tests.pictures.guide import OUT, mistaken

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("path", "url"),
    [("strategies/x.md", "strategies/x/"), ("claims/index.md", "claims/"), ("index.md", ""), ("a/b/c.md", "a/b/c/")],
)
def test_a_page_stands_at_the_address_of_its_path(path: str, url: str) -> None:
    assert url_of(path) == url


def _picture(site: Path, out: Path, pages: list[dict[str, str]]) -> str:
    command = [sys.executable, "-m", "tests.pictures", str(site), str(out)]
    done = subprocess.run(command, cwd=ROOT, input=json.dumps(pages), capture_output=True, text=True, check=True)
    return done.stdout.strip()


def test_where_nothing_changed_there_is_nothing_to_picture(tmp_path: Path) -> None:
    gone = {"kind": "gone", "one": "term", "title": "Tea", "page": "terms/tea.md"}
    assert _picture(tmp_path, tmp_path / "out", [gone]) == "no page to picture"


def test_each_changed_page_is_pictured_on_a_phone_and_on_a_desk(tmp_path: Path) -> None:
    if CHROMIUM is None:
        pytest.skip("Chromium is not on this machine")
    (tmp_path / "site" / "terms" / "tea").mkdir(parents=True)
    (tmp_path / "site" / "terms" / "tea" / "index.html").write_text("<h1>Tea</h1>", "utf-8")
    tea = {"kind": "changed", "one": "term", "title": "Tea", "page": "terms/tea.md"}
    assert _picture(tmp_path / "site", tmp_path / "out", [tea]) == "1 of 1 changed pages are in out/"
    pictures = sorted((tmp_path / "out").glob("*.png"))
    assert [path.name for path in pictures] == ["terms-tea-desk.png", "terms-tea-phone.png"]
    widths = [int.from_bytes(path.read_bytes()[16:20], "big") for path in pictures]  # the PNG header: W3C PNG, 11.2.1
    assert widths == [1440, 390]


def test_the_page_on_how_to_edit_shows_each_picture_that_is_made_for_it() -> None:
    shown = re.findall(r"/assets/images/edit/([\w-]+)\.png", (ROOT / "docs/edit/index.md").read_text("utf-8"))
    assert sorted(shown) == sorted(path.stem for path in OUT.glob("*.png"))


def test_the_mistake_in_the_pictures_is_one_that_the_check_finds() -> None:
    told, summary = mistaken()
    assert 'there is no pillar "visionnary"; did you mean "visionary"?' in told
    assert 'did you mean "do_this_week"?' in told
    assert summary.startswith("## 2 errors, 0 notes")
