"""Citations are found where Pandoc finds them, and mistakes are named where they stand."""

import time
from pathlib import Path
from typing import Any

import pytest
import yaml

from macros.citations.scan import problems_in, spans

HERE = Path(__file__)
SPANS = yaml.safe_load(HERE.with_name("spans.yml").read_text("utf-8"))
PROBLEMS = yaml.safe_load(HERE.with_name("problems.yml").read_text("utf-8"))
LONG = 10_000


@pytest.mark.parametrize("case", SPANS, ids=lambda case: case["name"])
def test_spans(case: dict[str, Any]) -> None:
    found = spans(case["text"])
    assert [[span.kind, span.raw] for span in found] == case["spans"]
    assert all(case["text"][span.start : span.end] == span.raw for span in found)


@pytest.mark.parametrize("case", PROBLEMS, ids=lambda case: case["text"][:40])
def test_problems(case: dict[str, Any]) -> None:
    found = [
        {"at": case["text"][offset : offset + length], "rule": rule, "message": message}
        for offset, length, message, rule in problems_in(case["text"])
    ]
    assert found == case["problems"]


@pytest.mark.parametrize("case", PROBLEMS, ids=lambda case: case["text"][:40])
def test_messages_are_short(case: dict[str, Any]) -> None:
    assert all(len(problem["message"].split()) <= 30 for problem in case["problems"])


@pytest.mark.parametrize(
    "piece",
    [
        "[",
        "[@a ",
        "`",
        "a`b",
        "<!--",
        "](",
        "```\n~~~~\n",
        "@a [;",
        ";",
        "-3",
        "1,",
        "@{",
        "ivx ",
        "<a ",
        "&",
        "`x ``",
        "{",
        "@a.",
        "[=a",
    ],
)
def test_any_text_is_read_in_time_that_grows_with_its_length(piece: str) -> None:
    def seconds(text: str) -> float:
        start = time.process_time()
        spans(text)
        list(problems_in(text))
        return time.process_time() - start

    short, long = (f"[@a, p. 3 {piece * (length // len(piece))} @b" for length in (LONG, 8 * LONG))
    assert seconds(long) < 30 * seconds(short) + 1
