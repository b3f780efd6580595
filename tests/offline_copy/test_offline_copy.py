"""The copy for a folder holds what a reader needs, and the same site always gives the same bytes."""

import os
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import pytest

from macros.offline_copy import pack

DAY = date(2026, 11, 21)
FILES = {
    "index.html": "home",
    "404.html": "not in the copy",
    "robots.txt": "not in the copy",
    "sitemap.xml.gz": "not in the copy",
    "strategies/x.html": "a page",
    "guides/x.pdf": "a guide",
    "assets/javascripts/bundle.js.map": "not in the copy",
    "assets/fonts/serif.woff2": "font",
    "assets/fonts/OFL.txt": "a license",
    "assets/stylesheets/palette.css": '@font-face { src: url("../fonts/serif.woff2") format("woff2"); }',
}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        file = tmp_path / "site" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    return tmp_path / "site"


def test_what_serves_the_web_alone_is_left_out(site: Path, tmp_path: Path) -> None:
    assert pack(site, tmp_path / "copy.zip", DAY) == 5
    with ZipFile(tmp_path / "copy.zip") as copy:
        assert copy.namelist() == [
            "assets/fonts/OFL.txt",
            "assets/stylesheets/palette.css",
            "guides/x.pdf",
            "index.html",
            "strategies/x.html",
        ]


def test_fonts_stand_inside_the_stylesheet(site: Path, tmp_path: Path) -> None:
    pack(site, tmp_path / "copy.zip", DAY)
    with ZipFile(tmp_path / "copy.zip") as copy:
        assert b'url("data:font/woff2;base64,Zm9udA==")' in copy.read("assets/stylesheets/palette.css")


def test_the_same_site_gives_the_same_bytes(site: Path, tmp_path: Path) -> None:
    pack(site, tmp_path / "first.zip", DAY)
    for file in site.rglob("*"):
        os.utime(file, (1, 1))
        file.chmod(0o700)
    pack(site, tmp_path / "second.zip", DAY)
    assert (tmp_path / "first.zip").read_bytes() == (tmp_path / "second.zip").read_bytes()

