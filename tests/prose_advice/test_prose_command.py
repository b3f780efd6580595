"""The command `handbook prose`: every place is exact, nothing blocks, and it shows what it is asked for."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from macros.__main__ import main

STRATEGY = """\
title: Meet less
summary: >-
  Meetings take time. We leverage
  the schedule in order to give some of it back.
steps:
  - do: 'Ask the PLC, then "unpack" nothing.'
    minutes: 5
    who: Principal
  - do: |
      First, read the list.

      Then invite
      stakeholders to the room.
    minutes: 5
    who: Principal
"""
TERM = "title: Stakeholder\ndefinition: Whoever has a stake in the school.\n"
PAGE = """\
---
title: Journey
---
# Our journey

The behaviour code {{ stool() }} is new.

| leverage | synergy |
| --- | --- |

A sentence that is on this page and on no other page at all. The second one.
"""


@pytest.fixture
def run(tmp_path: Path) -> Callable[..., Result]:
    for path, text in {"content/strategies/meet-less.yml": STRATEGY, "docs/page.md": PAGE}.items():
        file = tmp_path / path
        file.parent.mkdir(parents=True)
        file.write_text(text, "utf-8")

    def invoke(*arguments: str) -> Result:
        return CliRunner().invoke(main, ["prose", "--root", str(tmp_path), *arguments])

    return invoke


def places(result: Result) -> list[str]:
    assert result.exit_code == 0
    return [f"{each['file']}:{each['line']}:{each['column']} {each['rule']}" for each in json.loads(result.stdout)]


def test_each_piece_of_advice_stands_at_its_words(run: Callable[..., Result]) -> None:
    assert places(run("--format", "json")) == [
        "content/strategies/meet-less.yml:3:26 avoided-word",
        "content/strategies/meet-less.yml:4:16 wordy",
        "content/strategies/meet-less.yml:6:18 abbreviation",
        "content/strategies/meet-less.yml:13:7 jargon",
        "docs/page.md:6:5 british-spelling",
    ]


def test_a_term_explains_the_words_of_the_trade(run: Callable[..., Result], tmp_path: Path) -> None:
    (tmp_path / "content/terms").mkdir()
    (tmp_path / "content/terms/stakeholder.yml").write_text(TERM, "utf-8")
    assert not [place for place in places(run("--format", "json")) if "jargon" in place]


def test_paths_choose_what_is_shown(run: Callable[..., Result]) -> None:
    assert places(run("--format", "json", "docs")) == ["docs/page.md:6:5 british-spelling"]
    assert places(run("--format", "json", "./docs/page.md")) == ["docs/page.md:6:5 british-spelling"]


def test_a_path_that_is_not_there_is_said(run: Callable[..., Result]) -> None:
    result = run("content/strategie")
    assert result.exit_code == 0
    assert "content/strategie:1:1: note: there is nothing to read here" in result.stdout


def test_a_path_may_be_written_out_in_full(run: Callable[..., Result], tmp_path: Path) -> None:
    assert places(run("--format", "json", str(tmp_path / "docs"))) == ["docs/page.md:6:5 british-spelling"]


def test_the_worst_text_is_the_one_with_most_to_say_about(run: Callable[..., Result]) -> None:
    assert [place.rpartition(" ")[2] for place in places(run("--format", "json", "--worst", "1"))] == [
        "avoided-word",
        "wordy",
    ]


def test_text_ends_with_a_table_and_a_count(run: Callable[..., Result]) -> None:
    result = run()
    assert result.exit_code == 0
    assert "strategies                 100% of 1  100% of 2" in result.stdout
    assert result.stdout.endswith("5 pieces of advice; nothing here blocks a build\n")


def test_a_pull_request_gets_notices_only(run: Callable[..., Result]) -> None:
    lines = run("--format", "github").stdout.splitlines()
    assert len(lines) == 5
    assert all(line.startswith("::notice file=") for line in lines)


def test_a_sentence_that_stands_twice_names_the_other_place(run: Callable[..., Result], tmp_path: Path) -> None:
    again = "A sentence that is on this page and on no other page at all."
    (tmp_path / "docs/other.md").write_text(f"# Other\n\n{again}\n", "utf-8")
    assert "this sentence stands in docs/other.md:3 too" in run("docs/page.md").stdout


def test_broken_files_are_left_to_the_check(run: Callable[..., Result], tmp_path: Path) -> None:
    (tmp_path / "content/strategies/broken.yml").write_text("title: [\n", "utf-8")
    (tmp_path / "content/strategies/bytes.yml").write_bytes(b"\xff\xfe\x00")
    assert run().exit_code == 0


def test_a_message_has_at_most_thirty_words(run: Callable[..., Result]) -> None:
    advice = json.loads(run("--format", "json").stdout)
    assert all(len(each["message"].split()) <= 30 for each in advice)
