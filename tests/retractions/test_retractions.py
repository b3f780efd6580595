"""The retraction data set, as anyone may download it, against the cited works."""

import shutil
from datetime import date
from pathlib import Path

import pytest
import yaml

from macros.commands.retractions import retractions
from macros.lint import check
from macros.report import report

ROOT = Path(__file__).parents[2]
COLUMNS = (
    "Record ID,Title,Subject,Institution,Journal,Publisher,Country,Author,URLS,ArticleType,"
    "RetractionDate,RetractionDOI,"
    "RetractionPubMedID,OriginalPaperDate,OriginalPaperDOI,OriginalPaperPubMedID,RetractionNature,Reason,Paywalled,Notes"
)


def _tree(folder: Path) -> Path:
    for name in ("content", "docs"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "references.bib", folder)
    return folder


def _row(doi: str, nature: str, on: str) -> str:
    return f'1,"A title, with a comma",,,,,,,,,{on},,,,{doi},,{nature},,,'


def test_a_retracted_work_is_found_by_its_doi_and_the_check_asks_for_its_card(tmp_path: Path) -> None:
    tree = _tree(tmp_path)
    file = tmp_path / "data.csv"
    rows = [
        _row("10.1177/0013161X08321501", "Retraction", "3/9/2021 0:00"),
        _row("10.9999/other", "Retraction", "1/1/2020 0:00"),
    ]
    file.write_text("\n".join([COLUMNS, *rows]), "utf-8")
    text, problems = retractions(tree, file, date(2026, 11, 21))
    assert not problems
    key = text.split(":")[0]
    assert text.startswith(f"{key}: retracted since 2021-03-09\n")
    record = yaml.safe_load((tree / "retractions.yml").read_text("utf-8"))
    assert record["checked"] == date(2026, 11, 21)
    assert len(record["sha256"]) == 64
    handbook, found = check(tree)
    assert handbook is None
    assert (
        f"retractions.yml:6:8: {key} is retracted since 2021-03-09: set status: retracted in its study card"
        in report(found, tree)
    )


def test_a_file_that_is_not_the_data_set_is_refused_and_nothing_is_written(tmp_path: Path) -> None:
    shutil.copy(ROOT / "references.bib", tmp_path)
    file = tmp_path / "other.csv"
    file.write_text("a,b\n1,2\n", "utf-8")
    text, problems = retractions(tmp_path, file, date(2026, 11, 21))
    assert text == ""
    assert "it has no column OriginalPaperDOI, RetractionNature, RetractionDate" in problems[0].message
    assert not (tmp_path / "retractions.yml").exists()


def test_a_clean_data_set_says_how_many_works_were_compared(tmp_path: Path) -> None:
    shutil.copy(ROOT / "references.bib", tmp_path)
    file = tmp_path / "data.csv"
    file.write_text(COLUMNS + "\n", "utf-8")
    text, problems = retractions(tmp_path, file, date(2026, 11, 21))
    assert not problems
    assert text.startswith("no notice about any cited work\n")


@pytest.mark.parametrize(
    ("notices", "status"),
    [
        ([("Correction", "1/2/2020"), ("Retraction", "3/9/2021")], "retracted since 2021-03-09"),
        ([("Retraction", "3/9/2021"), ("Correction", "4/9/2021")], "retracted since 2021-03-09"),
        ([("Expression of concern", "1/2/2020"), ("Correction", "1/3/2020")], "concern since 2020-01-02"),
        ([("Retraction", "3/9/2021"), ("Reinstatement", "5/9/2022")], ""),
        ([("Retraction", "3/9/2021"), ("Reinstatement", "5/9/2022"), ("Correction", "1/2/2023")], "corrected since"),
    ],
)
def test_the_gravest_notice_that_still_stands_counts(
    tmp_path: Path, notices: list[tuple[str, str]], status: str
) -> None:
    shutil.copy(ROOT / "references.bib", tmp_path)
    file = tmp_path / "data.csv"
    rows = [_row("10.1177/0013161X08321501", nature, on) for nature, on in notices]
    file.write_text("\n".join([COLUMNS, *rows]), "utf-8")
    text, problems = retractions(tmp_path, file, date(2026, 11, 21))
    record = yaml.safe_load((tmp_path / "retractions.yml").read_text("utf-8"))
    assert not problems
    assert len(record["notices"]) == bool(status)
    assert not status or f": {status}" in text
