"""A new entry passes the check as soon as its blanks are filled, and until then each blank is found at its place."""

import re
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from macros.__main__ import main
from macros.commands.new import new
from macros.commands.refused import Refused
from macros.content_files import find, suggested_id
from macros.lint import check
from macros.model.blank import MARK
from macros.model.collections import COLLECTIONS
from macros.model.field import Value, field_at
from macros.problems import Problem
from macros.report import report
from macros.skeleton import kind_named
from macros.sources import parse
from macros.text_file import Text
from tests.problems.tree import plant

HERE = Path(__file__).parent
RIGHT = yaml.safe_load((HERE / "right_values.yml").read_text("utf-8"))
KEY = "elm2011invented"
WORK = "\n@book{elm2011invented,\n author = {Elm, Ada},\n title = {Tea},\n date = {2011},\n publisher = {Leaf},\n}\n"
KINDS = [collection.one.replace(" ", "-") for collection in COLLECTIONS.values()]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a sound tree with one more source, which has no study card yet."""
    tree = plant({}, tmp_path / "tree")
    bib = tree / "references.bib"
    bib.write_text(bib.read_text("utf-8") + WORK, "utf-8")
    return tree


def started(root: Path, kind: str) -> tuple[Path, str]:
    """Start an entry of a kind; return its file and the name of its collection."""
    before = {*root.rglob("*.yml")}
    new(root, kind, KEY if kind == "study-card" else "A new one: it's “good”")
    (file,) = {*root.rglob("*.yml")} - before
    return file, file.parent.name


def blanks(root: Path) -> list[Problem]:
    return [problem for problem in check(root)[1] if problem.rule == "blank"]


@pytest.mark.parametrize("kind", KINDS)
def test_every_blank_is_found_where_it_stands(root: Path, kind: str) -> None:
    file, folder = started(root, kind)
    lines = file.read_text("utf-8").split("\n")
    marked = {
        (number, line.index(MARK) + 1)
        for number, line in enumerate(lines, 1)
        if MARK in line and not line.lstrip().startswith("#")
    }
    found = blanks(root)
    assert {(problem.place.line, problem.place.column) for problem in found} == marked
    assert {problem for problem in check(root)[1] if problem.severity == "error"} == {*found}
    assert all(re.match(r'fill in "\w+": [A-Zt]', problem.message) for problem in found)
    assert folder in COLLECTIONS


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("whole", [False, True], ids=["what it must have", "what it may have, too"])
def test_a_new_entry_with_its_blanks_filled_passes_the_check(root: Path, kind: str, whole: bool) -> None:
    file, folder = started(root, kind)
    if whole:
        file.write_text(with_optional_fields(file.read_text("utf-8"), kind), "utf-8")
    fill(root, file, folder)
    assert MARK not in re.sub(r"^\s*#.*$", "", file.read_text("utf-8"), flags=re.MULTILINE)
    assert report([problem for problem in check(root)[1] if problem.severity == "error"], root) == ""


def with_optional_fields(text: str, kind: str) -> str:
    """Take the # from the fields that may be left out, but for those that hold in special cases alone."""
    special = {
        "study-card": "synthesises|studies_pooled|status|status_date|unseen",
        "claim": "resolved",
        "guide": "protocol",
        "tool": "items|columns|shares|rows|low|high",
    }.get(kind, "none")
    shown = re.sub(r"^( *)# ((?:- )?[a-z_]+:(?!//).*|  .*)$", r"\1\2", text, flags=re.MULTILINE)
    return re.sub(rf"^ *(?:{special}):(?: \|-\n .*| .*|\n +- .*)\n", "", shown, flags=re.MULTILINE)


def fill(root: Path, file: Path, folder: str) -> None:
    """Write a right value in place of each mark, the last one first so that the places stay."""
    text = file.read_text("utf-8")
    source, _ = parse(Text(file.name, text))
    assert source is not None
    for number, path in reversed([*enumerate(source.blanks())]):
        place = source.place_in(path, 0, len(MARK))
        lines = text.split("\n")
        line = lines[place.line - 1]
        given = right(root, folder, path, number)
        lines[place.line - 1] = line[: place.column - 1] + given + line[place.column - 1 + len(MARK) :]
        text = "\n".join(lines)
    file.write_text(text, "utf-8")


def right(root: Path, folder: str, path: tuple[object, ...], number: int) -> str:
    collection = COLLECTIONS[folder]
    field = field_at(collection.model, path)
    assert field is not None
    where = ".".join([collection.one, *(str(step) for step in path if not isinstance(step, int))])
    value = field.value
    while isinstance(value.item, Value):
        value = value.item
    if where in RIGHT or value.kind in RIGHT:
        return str(RIGHT.get(where, RIGHT.get(value.kind))).format(n=number)
    if value.kind == "word":
        return str(value.words[0])
    return "ash2001invented" if value.collection == "references" else sorted(find(root).files[value.collection])[-1]


def test_the_file_is_named_after_the_title(root: Path) -> None:
    said = new(root, "term", "Don’t wait — ask!")
    assert (root / "content/terms/dont-wait-ask.yml").is_file()
    assert said.startswith("content/terms/dont-wait-ask.yml is written, with 1 blank.\n1. Open it")


@pytest.mark.parametrize(
    ("title", "id"),
    [("Größe & Schärfe", "grosse-scharfe"), ("  Tea,   twice ", "tea-twice"), ("A" * 80, "my-entry"), ("é" * 3, "eee")],
)
def test_a_title_becomes_a_name(title: str, id: str) -> None:
    assert suggested_id(title.replace("ß", "ss")) == id


@pytest.mark.parametrize(
    ("kind", "title", "id", "reason"),
    [
        ("strategy", "Tea first", "", "content/strategies/tea-first.yml is there already: change that file"),
        ("term", "x", "Tea", '"Tea" and "tea" are one name on many disks'),
        ("term", "x", "a_b", '"a_b" cannot be an id'),
        ("term", "x", "../tea", "this file is outside the collections"),
        ("term", "日本", "", "give a title with letters from a to z"),
        ("term", "Index", "", '"index" is a name that computers or the site need'),
        ("study", "ash2001invented", "", "content/studies/ash2001invented.yml is there already"),
        ("study", "elm2011invent", "", 'in references.bib; did you mean "elm2011invented"?'),
        ("soup", "x", "", 'there is no kind of entry "soup"; there are: pillar, leg'),
    ],
)
def test_what_cannot_be_started_is_refused_with_the_reason(
    root: Path, kind: str, title: str, id: str, reason: str
) -> None:
    before = {*root.rglob("*")}
    with pytest.raises(Refused, match=re.escape(reason)):
        new(root, kind, title, id)
    assert {*root.rglob("*")} == before


@pytest.mark.parametrize(
    ("word", "folder"), [("strategies", "strategies"), ("Study-card", "studies"), ("sources", "studies")]
)
def test_a_kind_may_be_named_by_its_folder_or_in_other_letters(word: str, folder: str) -> None:
    found = kind_named(word)
    assert found is not None
    assert found.folder == folder


def test_without_a_kind_the_kinds_are_listed() -> None:
    said = CliRunner().invoke(main, ["new"])
    assert said.exit_code == 0
    assert [line.split()[2] for line in said.output.splitlines()[1:]] == KINDS


def test_a_mark_in_the_middle_of_a_text_is_found_too(root: Path) -> None:
    file = root / "content/terms/tea.yml"
    file.write_text(file.read_text("utf-8") + f"synonyms: ['cha', 'hot {MARK} drink']\n", "utf-8")
    assert [(each.place.column, each.place.length) for each in blanks(root)] == [(24, 7)]
