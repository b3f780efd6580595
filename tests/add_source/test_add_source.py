"""Sources into references.bib: each case is a document in cases.yml."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from macros.bibliography import read_bibliography
from macros.commands.add_source import LARGEST, MOST, add_source
from macros.exports.ris import to_ris

CASES = yaml.safe_load((Path(__file__).parent / "cases.yml").read_text("utf-8"))


@pytest.fixture(autouse=True)
def _in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("case", CASES, ids=[case["fact"] for case in CASES])
@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_a_source_is_added(case: Mapping[str, Any], end: str) -> None:
    bib, before = Path("references.bib"), case["bib"].replace("\n", end)
    bib.write_bytes(before.encode())
    if "source" in case:
        Path(case["name"]).write_bytes(case["source"].encode())
    text, problems = add_source(case["name"], bib, None)
    after = bib.read_bytes().decode()
    errors = [one for one in problems if one.severity == "error"]
    assert [f"{p.place.file}:{p.place.line}:{p.place.column}: {p.message}" for p in errors] == case.get("problems", [])
    assert all(len(problem.message.split()) <= 30 for problem in problems)
    if errors:
        assert (after, text) == (before, "")
    if "adds" in case:
        assert text == case["adds"]
        assert after == _expected(before, case, end)
    if "keys" in case:
        added = {*read_bibliography(bib)[0].works} - {*_keys(before)}
        assert sorted(added) == sorted(case["keys"])
    if "notes" in case:
        assert len([one for one in problems if one.severity == "note"]) == case["notes"]


def _expected(before: str, case: Mapping[str, Any], end: str) -> str:
    text = case["adds"].replace("\n", end)
    if "before" not in case:
        return f"{before}{end}{text}"
    return before.replace(case["before"], f"{text}{end}{case['before']}")


def _keys(text: str) -> list[str]:
    Path("before.bib").write_bytes(text.encode())
    return [*read_bibliography(Path("before.bib"))[0].works]


def test_several_sources_each_find_their_place() -> None:
    bib = Path("references.bib")
    bib.write_text("@misc{b2001x, title = {Bx}}\n\n@misc{d2001x, title = {Dx}}\n")
    names = ["Eve", "Adam", "Cain", "Zoe"]
    books = (f"TY  - BOOK\nAU  - {name}, A.\nTI  - {name} at work\nPY  - 2001\nER  - \n" for name in names)
    Path("new.ris").write_text("".join(books))
    add_source("new.ris", bib, None)
    keys = [*read_bibliography(bib)[0].works]
    assert keys == ["adam2001adam", "b2001x", "cain2001cain", "d2001x", "eve2001eve", "zoe2001zoe"]


def test_bytes_that_are_not_of_the_new_entry_stay() -> None:
    bib = Path("references.bib")
    before = "\ufeff@comment{x}\r\n\r\n@misc{b2001x,title={Bé ß\t }}   \n\n\n\n@misc{ d2001x , title=\"D\"}".encode()
    bib.write_bytes(before)
    Path("new.ris").write_text("TY  - BOOK\nAU  - Cain, A.\nTI  - Rows\nPY  - 2001\nER  - \n")
    text, _ = add_source("new.ris", bib, None)
    assert bib.read_bytes().replace(text.encode().replace(b"\n", b"\r\n") + b"\r\n", b"") == before


def test_a_first_source_fills_an_empty_list() -> None:
    bib = Path("references.bib")
    bib.write_bytes(b"")
    Path("new.ris").write_text("TY  - BOOK\nAU  - Cain, A.\nTI  - Rows\nPY  - 2001\nER  - \n")
    text, _ = add_source("new.ris", bib, None)
    assert bib.read_text("utf-8") == text


def test_a_list_that_cannot_be_read_is_told() -> None:
    Path("new.ris").write_text("TY  - BOOK\nTI  - Rows\nER  - \n")
    _, problems = add_source("new.ris", Path("references.bib"), None)
    assert [problem.message for problem in problems] == ["There is no such file. Put the list of sources here."]


def test_a_file_with_too_many_sources_is_refused() -> None:
    Path("references.bib").write_bytes(b"")
    Path("new.ris").write_text("TY  - BOOK\nTI  - Rows\nER  - \n" * (MOST + 1))
    _, problems = add_source("new.ris", Path("references.bib"), None)
    assert [problem.message for problem in problems] == [
        f"This file holds {MOST + 1} sources; at most {MOST} can be added at once."
    ]


def test_what_was_exported_is_known_again() -> None:
    root = Path(__file__).parents[2]
    real = root / "references.bib"
    works = [work.csl for work in read_bibliography(real)[0].works.values() if work.csl.get("title")]
    Path("all.ris").write_text(to_ris(works), "utf-8")
    Path("references.bib").write_bytes(real.read_bytes())
    _, problems = add_source("all.ris", Path("references.bib"), None)
    refused = {problem.place.line for problem in problems if problem.rule == "bib-twice"}
    assert len(refused) == len(works)


def test_a_field_that_never_ends_is_told() -> None:
    Path("references.bib").write_bytes(b"")
    Path("new.ris").write_text("TY  - BOOK\nTI  - Rows\n" + "and rows\n" * 2000 + "ER  - \n")
    _, problems = add_source("new.ris", Path("references.bib"), None)
    assert [problem.message for problem in problems] == [
        "The title of this source is longer than 10000 characters. Is its end missing?"
    ]


def test_a_file_of_many_megabytes_is_refused() -> None:
    Path("references.bib").write_bytes(b"")
    Path("new.ris").write_text("x" * (LARGEST + 1))
    _, problems = add_source("new.ris", Path("references.bib"), None)
    assert [problem.message for problem in problems] == ["This file is larger than 4 MiB. Add fewer sources at once."]
