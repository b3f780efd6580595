"""The benchmarks measure valid handbooks, and their table says what was found. How long things take is no test."""

import json
import shutil
import sys
from pathlib import Path

import pytest

from bench.contest import Contestant, contest
from bench.invented import write_book
from bench.parts import MODULES, PARTS
from bench.peers.bibtex import typed
from bench.printing import TYPST, record
from bench.row import Row
from bench.sample import CommandFailed, sample
from bench.table import END, README, START, keep, line, lines, read, write
from bench.tree import Tree, run
from macros.handbook import Handbook
from macros.lint import check

ROOT = Path(__file__).parents[2]
SIZE = 12


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("invented") / "book"
    write_book(root, SIZE)
    return root


@pytest.fixture(scope="module")
def handbook(book: Path) -> Handbook:
    found, problems = check(book)
    assert problems == ()
    assert found is not None
    return found


def test_a_handbook_that_is_made_up_has_no_problem(handbook: Handbook) -> None:
    assert len(handbook.entries["strategies"]) == len(handbook.bibliography.works) == SIZE


def test_each_strategy_cites_five_works_and_links_to_five_others(handbook: Handbook, book: Path) -> None:
    for id in handbook.entries["strategies"]:
        text = (book / handbook.files["strategies"][id]).read_text("utf-8")
        assert (text.count("[@"), text.count("(/strategies/")) == (5, 5), id


def test_a_handbook_that_is_made_up_is_the_same_each_time(book: Path, tmp_path: Path) -> None:
    write_book(tmp_path / "again", SIZE)
    files = sorted(file.relative_to(book) for file in (book / "content").rglob("*.yml"))
    assert all((tmp_path / "again" / file).read_bytes() == (book / file).read_bytes() for file in files)


def test_a_peer_is_given_citations_as_an_author_types_them() -> None:
    page = 'It is so (<a class="cite" href="#ref-a2001b" data-key="a2001b">A, 2001</a>).\n<li id="ref-a2001b">A.</li>'
    assert typed(page) == "It is so [@a2001b].\n"


def test_a_sample_holds_what_children_used_and_fails_with_what_was_said(tmp_path: Path) -> None:
    spin = "sum(range(3_000_000))"
    taken = sample(("python3", "-c", f"import subprocess; subprocess.run(['python3', '-c', '{spin}'])"), tmp_path)
    assert taken.cpu > 0
    assert taken.peak > 1
    with pytest.raises(CommandFailed, match="not today"):
        sample(("python3", "-c", "raise SystemExit('not today')"), tmp_path)


def test_what_the_typesetter_is_given_can_be_given_to_it_alone(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "tests" / "views" / "handbook", tmp_path / "handbook")
    (tmp_path / "handbook" / "macros").symlink_to(ROOT / "macros")
    (tmp_path / "handbook" / "docs").mkdir()
    asked = record(Tree(tmp_path / "handbook"), tmp_path / "out")
    assert [one["template"] for one in json.loads(asked.read_text("utf-8"))] == ["guide", "guide"]
    run((sys.executable, "-c", TYPST, str(asked), str(ROOT / "macros" / "print")), tmp_path)


def test_contestants_take_turns_each_prepared_first(tmp_path: Path) -> None:
    turns: list[str] = []
    pair = [Contestant(name, ("true",), tmp_path, lambda name=name: turns.append(name)) for name in "ab"]
    assert set(contest(pair, 2)) == {"a", "b"}
    assert turns == ["a", "b", "a", "b"]


def test_a_row_says_whether_its_target_holds() -> None:
    given = {"what": "ours", "value": 3.0, "beside": "Material", "peak": 80.4}
    assert line(Row(**given, ratio=1.5, target=1.4)).endswith("| 80 MB | Material | 1.50 × | ≤ 1.4 × | **no** |")
    assert line(Row(**given, ratio=1.4, target=1.4)).endswith("| ≤ 1.4 × | yes |")
    assert line(Row("edit", 0.5, "s", target=1.0)) == "| edit | 0.5 s |  |  |  | ≤ 1 s | yes |"


def test_results_of_one_part_replace_its_last_ones_and_leave_the_others(tmp_path: Path) -> None:
    results, readme = tmp_path / "results.json", tmp_path / "README.md"
    readme.write_text(f"Before.\n{START}\nstale\n{END}\nAfter.\n", "utf-8")
    for part, value in (("b", 1.0), ("a", 2.0), ("b", 3.0)):
        keep(part, "2026-11-22", "a machine", True, [Row("build", value)], results)
    write(readme, results)
    text = readme.read_text("utf-8")
    assert list(json.loads(results.read_text("utf-8"))) == ["a", "b"]
    assert text.startswith("Before.\n")
    assert text.endswith(f"{END}\nAfter.\n")
    assert "| build | 3.00 CPU-s |" in text
    assert "1.00 CPU-s" not in text
    assert "stale" not in text


def test_the_readme_holds_every_part_and_every_row_that_was_measured() -> None:
    text = README.read_text("utf-8")
    assert set(PARTS) == set(MODULES) == set(read())
    assert "\n".join(lines(read())) in text
