"""Pages are kept from build to build: taken again while their key holds, written again where anything is wrong."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from macros.handbook import Mention
from macros.kept_pages import KeptPages
from macros.views.page import Page

CLAIM = ("claims", "x")


@dataclass
class Keys:
    """Stands in for the keys of a build: one for every page."""

    key: bytes = b"one"
    texts: dict[Mention, str] = field(default_factory=dict)

    def of(self, *paths: str, used: Iterable[Mention] = ()) -> bytes:
        return self.key + repr([(entry, self.texts.get(entry)) for entry in used]).encode()


@dataclass
class Maker:
    """Makes a page, and counts how often it was asked."""

    times: int = 0
    page: Page = field(default_factory=lambda: Page("Title", "What it is", "# Title\n<p>“Words” & more</p>"))

    def __call__(self) -> Page:
        self.times += 1
        return self.page


def _kept(folder: Path, keys: Keys | None) -> KeptPages:
    return KeptPages(folder, keys)  # type: ignore[arg-type]


def _fetch(
    folder: Path,
    make: Maker,
    key: bytes = b"one",
    links: object = None,
    texts: dict[Mention, str] | None = None,
) -> Page:
    return _kept(folder, Keys(key, texts or {})).fetch("strategies/x.md", links, make, lambda: [CLAIM])


def test_a_page_is_made_once(tmp_path: Path) -> None:
    make = Maker()
    assert _fetch(tmp_path / "pages", make) == _fetch(tmp_path / "pages", make) == make.page
    assert make.times == 1


def test_another_key_or_another_file_beside_it_makes_it_again(tmp_path: Path) -> None:
    make = Maker()
    _fetch(tmp_path, make)
    _fetch(tmp_path, make, key=b"other")
    _fetch(tmp_path, make, key=b"other", links={"One page (PDF, 1 page, 50 kB)": "../x.pdf"})
    assert make.times == 3


def test_another_text_of_an_entry_that_was_drawn_on_it_makes_it_again(tmp_path: Path) -> None:
    make = Maker()
    for text in ("as it was", "as it was", "as it is"):
        _fetch(tmp_path, make, texts={CLAIM: text})
    assert make.times == 2
    _fetch(tmp_path, make, texts={})
    assert make.times == 3


def test_each_page_has_one_file_however_often_it_changes(tmp_path: Path) -> None:
    for key in (b"one", b"two", b"three"):
        _fetch(tmp_path, Maker(), key)
    assert len([*tmp_path.iterdir()]) == 1


@pytest.mark.parametrize("damage", [b"", b"half", b"\x00" * 200])
def test_a_damaged_file_is_written_again(tmp_path: Path, damage: bytes) -> None:
    make = Maker()
    _fetch(tmp_path, make)
    (file,) = tmp_path.iterdir()
    file.write_bytes(damage)
    assert _fetch(tmp_path, make) == make.page
    assert make.times == 2
    assert _fetch(tmp_path, make) == make.page
    assert make.times == 2


def test_words_put_into_a_kept_page_are_not_shown(tmp_path: Path) -> None:
    make = Maker()
    _fetch(tmp_path, make)
    (file,) = tmp_path.iterdir()
    file.write_bytes(file.read_bytes().replace(b"Title", b"Zebra"))
    assert _fetch(tmp_path, make) == make.page


def test_a_folder_that_cannot_be_written_to_costs_only_time(tmp_path: Path) -> None:
    (tmp_path / "pages").write_text("a file where the folder should be")
    assert _fetch(tmp_path / "pages", Maker()).title == "Title"


def test_without_keys_nothing_is_kept(tmp_path: Path) -> None:
    make = Maker()
    for _ in range(2):
        _kept(tmp_path, None).fetch("strategies/x.md", {}, make, lambda: [CLAIM])
    assert make.times == 2
    assert [*tmp_path.iterdir()] == []
