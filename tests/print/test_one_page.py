"""Pages for the wall and sheets to write on: one page each, whole sentences, dark enough, and room to write."""

import shutil
from itertools import pairwise
from pathlib import Path

import page
import pikepdf
import pytest

from macros.addresses import address
from macros.citations.engine import Formatted
from macros.handbook import Handbook
from macros.kept_files import KeptFiles
from macros.lint import load
from macros.model.entry import Prompt
from macros.print.evidence_card import tags
from macros.print.press import Press
from macros.print.printing import silent
from macros.print.summary import FOLDERS, Summary, print_summaries, telling_reason
from macros.print.tool_sheet import ToolSheet, print_tools
from macros.print.tree import text_of
from macros.print.writing import Writing
from macros.problems import ProblemsFound
from macros.prose import format_site
from tests.print.conftest import BASE, ROOT, SMALL
from tests.print.ink import MM, WASH, Rule, Word, contrast, ink
from tests.print.pdf import findings, pages, squeezed

GREY = contrast((0x76 / 255,) * 3)
"""The contrast of #767676 on white."""


def _press(handbook: Handbook, formatted: Formatted, cache: Path) -> Press:
    return Press(handbook, formatted, BASE, KeptFiles(cache), silent)


@pytest.fixture(scope="session")
def summaries(
    handbook: Handbook, formatted: Formatted, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Summary, ...]:
    press = _press(handbook, formatted, ROOT / ".cache" / "print-tests")
    return print_summaries(press, tmp_path_factory.mktemp("summaries"))


@pytest.fixture(scope="session")
def tools(handbook: Handbook, formatted: Formatted, tmp_path_factory: pytest.TempPathFactory) -> tuple[ToolSheet, ...]:
    return print_tools(
        _press(handbook, formatted, ROOT / ".cache" / "print-tests"), tmp_path_factory.mktemp("tools")
    )


@pytest.fixture(scope="session")
def paths(summaries: tuple[Summary, ...], tools: tuple[ToolSheet, ...]) -> list[Path]:
    return [one.path for one in (*summaries, *tools)]


@pytest.fixture(scope="session")
def words(handbook: Handbook, formatted: Formatted) -> Writing:
    return Writing(handbook, formatted, BASE)


def _said(writing: Writing, text: str) -> str:
    return squeezed(text_of(writing.blocks(text)))


def _millimeters(path: Path) -> tuple[int, int]:
    with pikepdf.open(path) as pdf:
        (one,) = pdf.pages
        return round(float(one.mediabox[2]) / MM), round(float(one.mediabox[3]) / MM)


def test_every_strategy_pillar_and_leg_has_one_page_that_prints_whole_on_either_paper(
    handbook: Handbook, summaries: tuple[Summary, ...]
) -> None:
    wanted = {(folder, id) for folder in FOLDERS for id in handbook.entries[folder]}
    assert {(one.folder, one.id) for one in summaries} == wanted
    assert {_millimeters(one.path) for one in summaries} == {(210, 279)}


def test_every_tool_is_one_page_that_prints_whole_on_either_paper(
    handbook: Handbook, tools: tuple[ToolSheet, ...]
) -> None:
    assert len(handbook.entries["tools"]) >= 10
    for one in tools:
        wide = handbook.find("tools", one.id).wide
        assert _millimeters(one.path) == ((279, 210) if wide else (210, 279)), one.path.name
    assert [one.id for one in tools] == [*handbook.entries["tools"]]


def test_no_rule_of_pdf_ua_is_broken_and_nothing_else_keeps_a_reader_out(paths: list[Path]) -> None:
    for path in paths:
        report = page.validate_pdf(str(path), profile=page.ValidationProfile.PDF_UA_1)
        assert [str(failure) for failure in report.failures] == [], path.name
        assert findings(path) == [], path.name


def test_type_is_large_and_dark_enough_for_a_wall_and_a_poor_copier(paths: list[Path]) -> None:
    for path in paths:
        for one in ink(path):
            if isinstance(one, Word):
                assert one.size >= 9.5, path.name
                assert min(contrast(one.color), contrast(one.color, WASH)) >= 6, path.name
            else:
                assert contrast(one.color) >= GREY, path.name


def test_a_hand_has_eight_millimeters_between_two_lines(tools: tuple[ToolSheet, ...]) -> None:
    for tool in tools:
        drawn = ink(tool.path)
        rules = sorted({round(one.y, 1) for one in drawn if isinstance(one, Rule)}, reverse=True)
        baselines = [one.y for one in drawn if isinstance(one, Word)]
        for upper, lower in pairwise(rules):
            if not any(lower < baseline < upper for baseline in baselines):
                assert upper - lower >= 8 * MM or upper - lower < 1, (tool.path.name, upper - lower)


def test_the_page_of_a_strategy_holds_all_that_a_leader_needs_in_whole_texts(
    handbook: Handbook, summaries: tuple[Summary, ...], words: Writing
) -> None:
    for one in summaries:
        if one.folder != "strategies":
            continue
        entry, (text,) = handbook.find("strategies", one.id), pages(one.path)
        whole = [entry.summary, entry.do_this_week, entry.when_not_to_use, entry.how_to_tell]
        whole += [step.do for step in entry.steps]
        whole += [part for block in entry.roadblocks[:2] for part in (block.problem, block.attempt)]
        for field in whole:
            assert _said(words, field) in text, (one.id, field)
        grade = handbook.grade(entry.claims[0])
        for said in (grade.level.label, *tags(grade), telling_reason(grade), "Couros and Apsey", "DeWitt and Nelson"):
            assert squeezed(said).lower() in text.lower(), (one.id, said)


def _asked(writing: Writing, prompts: tuple[Prompt, ...], text: str) -> int:
    return sum(_said(writing, prompt.ask) in text for prompt in prompts)


def test_nearly_every_page_asks_two_or_three_questions(
    handbook: Handbook, summaries: tuple[Summary, ...], words: Writing
) -> None:
    asked = [
        _asked(words, handbook.find(one.folder, one.id).prompts, pages(one.path)[0])
        for one in summaries
    ]
    assert set(asked) <= {1, 2, 3}
    assert sum(count >= 2 for count in asked) >= 0.8 * len(asked)


def test_the_page_of_a_pillar_or_leg_holds_its_signs_its_strategies_and_its_credit(
    handbook: Handbook, summaries: tuple[Summary, ...], words: Writing
) -> None:
    for one in summaries:
        if one.folder == "strategies":
            continue
        entry, (text,) = handbook.find(one.folder, one.id), pages(one.path)
        whole = [entry.summary, entry.when_it_is_missing, entry.what_the_evidence_carries, entry.credit]
        for field in whole:
            assert _said(words, field) in text, (one.id, field)
        for id in entry.strategies:
            assert squeezed(handbook.find("strategies", id).title).replace("'", "’") in text, (one.id, id)


def test_links_lead_to_the_page_that_the_paper_speaks_of(
    handbook: Handbook, summaries: tuple[Summary, ...], tools: tuple[ToolSheet, ...]
) -> None:
    shown = [(one.path, f"/{one.folder}/{one.id}.md") for one in summaries]
    shown += [
        (one.path, address("strategies", handbook.find("tools", one.id).for_strategies[0])) for one in tools
    ]
    for path, leads_to in shown:
        with pikepdf.open(path) as pdf:
            targets = {str(note.A.URI) for note in pdf.pages[0].Annots}
        assert targets == {BASE + leads_to.strip("/").removesuffix(".md") + "/"}, path.name


def test_a_sheet_says_what_it_is_for_who_fills_it_in_and_that_no_student_belongs_on_it(
    handbook: Handbook, tools: tuple[ToolSheet, ...], words: Writing
) -> None:
    for one in tools:
        tool, (text,) = handbook.find("tools", one.id), pages(one.path)
        assert _said(words, tool.summary) in text, one.id
        assert squeezed("Write no names of students here") in text
        for said in (f"{tool.minutes} minutes", tool.who, handbook.find("strategies", tool.for_strategies[0]).title):
            assert squeezed(said).replace("'", "’").lower() in text.lower(), (one.id, said)


@pytest.mark.parametrize(
    ("file", "old", "message"),
    [
        ("content/strategies/talk-second.yml", "do: Ask.", "this does not fit on one page: shorten its longest texts"),
        (
            "content/tools/kettle-log.yml",
            "text: Who would like tea?",
            "this does not fit on one page: take out a part, rows or words",
        ),
    ],
)
def test_what_does_not_fit_is_refused_and_never_cut(tmp_path: Path, file: str, old: str, message: str) -> None:
    root = Path(shutil.copytree(SMALL, tmp_path / "handbook"))
    text = (root / file).read_text("utf-8")
    assert old in text
    (root / file).write_text(text.replace(old, f"{old} {'Ask once more. ' * 900}", 1), "utf-8")
    handbook = load(root)
    press = _press(handbook, format_site(handbook, "apa", None), tmp_path / "cache")
    with pytest.raises(ProblemsFound) as found:
        print_summaries(press, tmp_path), print_tools(press, tmp_path)
    (problem,) = found.value.problems
    assert (problem.place.file, problem.message) == (file, message)
