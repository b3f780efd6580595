"""Files that try to break the reader: each gives an answer, and the sound entry at its end is read."""

from pathlib import Path

import pytest

from macros.bibliography import lint_bibliography, read_bibliography

MIB = 2**20
SOUND = "\n@book{sound, title = {Sound}}\n"
TEXTS = {
    "a field of 1 MiB": "@book{a, title = {" + "Words and " * (MIB // 10) + "}}",
    "a name list of 1 MiB": "@book{a, title = {X}, author = {" + "Name and " * (MIB // 9) + "}}",
    "braces 100,000 deep": "@book{a, title = {" + "{" * 100_000 + "x" + "}" * 100_000 + "}}",
    "braces that never close": "@book{a, title = {" + "{" * 100_000,
    "closing braces only": "@book{a, title = {x" + "}" * 100_000,
    "quotes without end": '@book{a, title = "' + '{"}' * 50_000,
    "accents without letters": "@book{a, title = {" + "\\'" * 100_000 + "}}",
    "nested mathematics": "@book{a, title = {" + "$x^{" * 10_000 + "}" * 10_000 + "}}",
    "backslashes": "@book{a, title = {" + "\\" * 100_001 + " }}",
    "signs of entries": "@" * 100_000 + "\n" + "@a{" * 5_000,
    "commas": "@book{a" + "," * 100_000 + "}",
    "one field many times": "@book{a," + "x = 1," * 50_000 + "}",
    "many unknown fields": "@book{a, " + ", ".join(f"x{i} = {{1}}" for i in range(5_000)) + "}",
    "joined pieces": "@book{a, title = " + "{x} # " * 50_000 + "{x}}",
    "digits": "@book{a, title = {X}, year = {" + "1" * 100_000 + "}, pages = {" + "9" * 50_000 + "-1}}",
    "spaces": "@book{a, title = {a" + " " * 500_000 + "b}, author = {a" + " " * 500_000 + "and b}}",
    "a chain of parents": "\n".join(f"@misc{{k{i}, crossref = {{k{i + 1}}}, title = {{t}}}}" for i in range(1_000)),
    "tags": "@book{a, title = {" + "<i " * 20_000 + "}}",
}


@pytest.mark.parametrize("name", TEXTS)
def test_an_answer_comes(name: str, tmp_path: Path) -> None:
    path = tmp_path / "references.bib"
    path.write_text(TEXTS[name] + SOUND, encoding="utf-8")
    bibliography, problems = read_bibliography(path)
    assert "sound" in bibliography.works
    assert len(problems) < 12_000
    assert all(problem.place.line >= 1 and problem.place.column >= 1 for problem in problems)
    assert all(len(problem.message) < 400 for problem in [*problems, *lint_bibliography(bibliography, {})])


@pytest.mark.parametrize(
    ("data", "rule", "place"),
    [
        (b"@book{a, title = {caf\xe9}}", "encoding", (1, 22)),
        (b"@book{a,\n title = {a\x00b}}", "encoding", (2, 12)),
        ("@book{a, title = {é}}".encode("utf-16"), "encoding", (1, 1)),
    ],
)
def test_what_is_not_text_is_a_problem_at_its_place(
    data: bytes, rule: str, place: tuple[int, int], tmp_path: Path
) -> None:
    path = tmp_path / "references.bib"
    path.write_bytes(data)
    bibliography, (problem,) = read_bibliography(path)
    assert (problem.rule, (problem.place.line, problem.place.column)) == (rule, place)
    assert list(bibliography.works) == ["a"]


def test_a_byte_order_mark_and_windows_line_ends_change_nothing(tmp_path: Path) -> None:
    path = tmp_path / "references.bib"
    path.write_bytes(b"\xef\xbb\xbf@book{a,\r\n  title = {X},\r\n  yaer = {2000}\r\n}\r\n")
    bibliography, (problem,) = read_bibliography(path)
    assert bibliography.works["a"].csl["title"] == "X"
    assert (problem.place.line, problem.place.column) == (3, 11)


def test_a_missing_file_is_one_problem(tmp_path: Path) -> None:
    bibliography, problems = read_bibliography(tmp_path / "none.bib", "docs/none.bib")
    assert not bibliography.works
    assert [(problem.place.file, problem.rule) for problem in problems] == [("docs/none.bib", "file")]


def test_ten_thousand_entries_are_read(tmp_path: Path) -> None:
    entry = "@article{{k{i}, author = {{A, B{i}}}, title = {{On {{X}} {i}}}, journal = {{J}}, year = {y}}}\n"
    path = tmp_path / "references.bib"
    path.write_text("".join(entry.format(i=i, y=1950 + i % 70) for i in range(10_000)), encoding="utf-8")
    bibliography, problems = read_bibliography(path)
    assert len(bibliography.works) == 10_000
    assert not problems
    assert bibliography.works["k9999"].place.line == 10_000
