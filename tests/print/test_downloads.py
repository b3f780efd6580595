"""Every printed file of the site: sheets, the book, and Word files, beside the guides."""

import re
import zipfile
from pathlib import Path

import page
import pytest

from macros.citations.engine import Formatted
from macros.handbook import Handbook
from macros.kept_files import KeptFiles
from macros.lint import load
from macros.pages import virtual_pages
from macros.print import book
from macros.print.downloads import Download, print_all
from macros.print.facilitating import facilitating
from macros.print.press import Press
from macros.print.printing import length
from macros.prose import format_site
from tests.print.conftest import BASE, ROOT
from tests.print.pdf import findings, pages, squeezed

Files = tuple[Download, ...]


@pytest.fixture(scope="session")
def downloads(handbook: Handbook, formatted: Formatted, tmp_path_factory: pytest.TempPathFactory) -> Files:
    out = tmp_path_factory.mktemp("downloads")
    return print_all(handbook, formatted, BASE, out, ROOT / ".cache" / "print-tests")


def _pdfs(downloads: Files, start: str) -> list[Path]:
    return [one.path for one in downloads if one.path.name.startswith(start) and one.path.suffix == ".pdf"]


def _words(path: Path) -> str:
    with zipfile.ZipFile(path) as file:
        return file.read("word/document.xml").decode("utf-8")


def test_each_file_has_a_name_of_its_own_and_belongs_to_a_page(handbook: Handbook, downloads: Files) -> None:
    assert len({one.path.name for one in downloads}) == len(downloads)
    assert {one.page for one in downloads} <= {one.path for one in virtual_pages(handbook)}


def test_a_page_never_offers_two_files_under_one_label(downloads: Files) -> None:
    assert len({(one.page, one.label) for one in downloads}) == len(downloads)


@pytest.mark.parametrize("start", ["reflect-", "handbook-"])
def test_sheets_and_the_book_are_accessible(downloads: Files, start: str) -> None:
    assert _pdfs(downloads, start)
    for path in _pdfs(downloads, start):
        report = page.validate_pdf(str(path), profile=page.ValidationProfile.PDF_UA_1)
        assert [str(failure) for failure in report.failures] == [], path.name
        assert findings(path) == [], path.name


def test_reflection_sheets_are_one_page_alone_and_one_as_a_team(handbook: Handbook, downloads: Files) -> None:
    sheets = _pdfs(downloads, "reflect-")
    assert len(sheets) == len(handbook.entries["pillars"]) + len(handbook.entries["legs"])
    for path in sheets:
        alone, team = pages(path)
        assert squeezed("nothing of it is stored anywhere") in alone
        assert squeezed("Not a validated scale.") in team
        assert team.index(squeezed("Agree aloud on one number")) > team.index(squeezed("Nobody works out an average"))


def test_the_book_holds_every_strategy_and_claim_and_an_index(handbook: Handbook, downloads: Files) -> None:
    text = "".join(pages(_pdfs(downloads, "handbook-")[0])).replace("’", "'")
    for folder in ("pillars", "legs", "strategies", "situations", "claims"):
        for entry in handbook.all(folder):
            assert squeezed(entry.title).replace("’", "'") in text, entry.id
    index = text[text.rindex(squeezed("Index of terms")) :]
    assert re.search(squeezed("Leader team") + r"\d+,\d+", index)


def test_word_files_have_real_headings_and_a_language(downloads: Files) -> None:
    files = [one.path for one in downloads if one.path.suffix == ".docx"]
    assert files
    for path in files:
        text = _words(path)
        assert all(f'<w:pStyle w:val="Heading{level}"' in text for level in (1, 2, 3)), path.name
        assert "<w:tblHeader" in text, path.name


def test_word_files_of_participants_hold_no_notes_for_the_facilitator(downloads: Files) -> None:
    for one in downloads:
        if one.path.suffix == ".docx":
            assert ("For the facilitator" in _words(one.path)) == ("facilitator" in one.path.name), one.path.name


def test_every_copy_for_facilitators_says_what_to_do_when_a_meeting_goes_another_way(downloads: Files) -> None:
    told = facilitating()
    said = [squeezed(words) for one in told["when"] for words in (one["title"], *one["items"])]
    said += [squeezed(words) for _, words in told["rehearsal"]["rows"]]
    copies = [one.path for one in downloads if "-facilitator" in one.path.name or "-participant" in one.path.name]
    assert {path.suffix for path in copies} == {".pdf", ".docx"}
    for path in copies:
        text = "".join(pages(path)) if path.suffix == ".pdf" else squeezed(re.sub("<[^>]+>", "", _words(path)))
        missing = [words for words in said if words not in text]
        assert missing == ([] if "-facilitator" in path.name else said), path.name


def test_files_are_printed_the_same_twice(tree: Path, tmp_path: Path) -> None:
    handbook = load(tree)
    formatted = format_site(handbook, "apa", None)
    first, second = (
        print_all(handbook, formatted, BASE, tmp_path / run / "out", tmp_path / run / "cache") for run in ("one", "two")
    )
    assert len(first) > 8
    assert [one.path.read_bytes() for one in first] == [one.path.read_bytes() for one in second]


def test_labels_give_the_pages_of_a_pdf(downloads: Files) -> None:
    for one in downloads:
        if one.path.suffix == ".pdf":
            assert f"(PDF, {length(one.path.read_bytes())}, " in one.label


def test_a_handbook_that_has_outgrown_a_book_says_so_and_has_none(
    handbook: Handbook, formatted: Formatted, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(book, "LARGEST", 10)
    told: list[str] = []
    press = Press(handbook, formatted, BASE, KeptFiles(tmp_path / "shelf"), told.append)
    assert book.print_book(press, tmp_path) == ()
    assert [line for line in told if "outgrown" in line]
    assert not [*tmp_path.glob("handbook-*.pdf")]
