"""`handbook references` and `handbook cite` as functions."""

import json
from pathlib import Path

import pytest

from macros.commands.cite import cite
from macros.commands.references import references

BIB = """@book{gale2011a, author = {Gale, Rosa}, title = {A book}, year = {2011}, publisher = {Example Press}}
@book{gale2011b, author = {Gale, Rosa}, title = {Another book}, year = {2011}, publisher = {Example Press}}
"""


@pytest.fixture
def bib(tmp_path: Path) -> Path:
    file = tmp_path / "works.bib"
    file.write_text(BIB, "utf-8")
    return file


def test_references_in_the_styles_order(bib: Path) -> None:
    text, problems = references(bib, "apa", "text")
    assert text == "Gale, R. (2011a). A book. Example Press.\nGale, R. (2011b). Another book. Example Press."
    assert not problems


def test_references_of_some_keys_as_json(bib: Path) -> None:
    text, problems = references(bib, "mla", "json", ["gale2011b", "gale2011c"])
    assert json.loads(text) == [
        {
            "key": "gale2011b",
            "html": "Gale, Rosa. <i>Another Book</i>. Example Press, 2011.",
            "text": "Gale, Rosa. Another Book. Example Press, 2011.",
        }
    ]
    assert [problem.message for problem in problems] == ['“gale2011c” is not in this file; did you mean "gale2011b"?']


def test_each_line_is_one_citation_in_the_context_of_the_file(bib: Path) -> None:
    lines, problems = cite(
        bib, "apa", "text", ["[@gale2011b, p. 3]", "", "@{gale2011a}", "  [@gale2011x]", "[@gale2011a"]
    )
    assert lines == ["(Gale, 2011b, p. 3)", "", "Gale (2011a)", "", ""]
    assert [
        (problem.place.file, problem.place.line, problem.place.column, problem.message) for problem in problems
    ] == [
        ("standard input", 4, 5, '“gale2011x” is not in the bibliography; did you mean "gale2011b"?'),
        ("standard input", 5, 1, "this citation is not closed: add the ] that ends it"),
    ]


def test_an_unknown_style_is_a_problem(bib: Path) -> None:
    text, problems = references(bib, "chicago-notes", "text")
    assert text == ""
    assert problems[-1].message.startswith("“chicago-notes” cites in footnotes")
