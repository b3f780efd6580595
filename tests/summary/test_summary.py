"""The summary of a check is plain: exact texts, every kind of mistake with its example, and messages easy to read."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner

from macros.__main__ import main
from macros.lint import check
from macros.right_ways import RIGHT_WAYS
from macros.sources import parse
from macros.summary import summary
from macros.text_file import Text
from macros.views.manual import field_reference
from tests.problems.tree import plant

HERE = Path(__file__).parent
CASES = [*yaml.safe_load_all((HERE / "summary.yml").read_text("utf-8"))]
MISTAKES = [
    case
    for path in sorted((HERE.parent / "problems").glob("*.yml"))
    for case in yaml.safe_load_all(path.read_text("utf-8"))
]
HEAD = re.compile(r"^[^\s|][^:\n]*:\d+:\d+: (?:note: )?(.+)$", re.MULTILINE)
MESSAGES = sorted({message for case in MISTAKES for message in HEAD.findall(case["expected"])})


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_summary(case: dict[str, Any], tmp_path: Path) -> None:
    root = plant(case["given"], tmp_path / "tree")
    assert summary(check(root)[1], root, "https://handbook.example/") == case["expected"]


def test_its_links_lead_to_places_of_the_guide(tmp_path: Path) -> None:
    places = {*re.findall(r'id="([a-z-]+)"', field_reference()), *re.findall(r"\{ #([a-z]+) \}", field_reference())}
    found = {anchor for case in CASES for anchor in re.findall(r"/edit/fields/#([a-z-]+)", case["expected"])}
    assert found
    assert found <= places


def test_the_command_adds_it_to_a_file(tmp_path: Path) -> None:
    file = tmp_path / "summary.md"
    file.write_text("before\n", "utf-8")
    root = plant({}, tmp_path / "tree")
    CliRunner().invoke(main, ["check", "--root", str(root), "--format", "github", "--summary", str(file)])
    assert file.read_text("utf-8") == "before\n## 0 errors, 0 notes\n\nAll is well. Thank you.\n"


def test_there_are_sixty_kinds_of_mistake_with_their_words() -> None:
    assert len(MESSAGES) >= 60
    assert len(RIGHT_WAYS) >= 60


@pytest.mark.parametrize("rule", RIGHT_WAYS)
def test_an_example_in_yaml_can_be_read(rule: str) -> None:
    example = RIGHT_WAYS[rule].example
    if re.match(r"[a-z_]+:(?: |\n)", example) and rule != "no-challenge":
        assert parse(Text("example.yml", example))[1] == []


HARDEST = 8.0
"""The school grade that a reader needs for a message."""
_NAMED = re.compile(
    r"""“[^”]*” | "[^"]*" | \{[^}]*\}+ | \[[^\]]*\] | <[^>]*> | \S*[/_@=#\\*&%{}<>|\d]\S* | \S+\.(?:yml|bib|md|org)\S*
    | (?<=:\ )(?:[\w-]+,\ ){3}.*""",
    re.VERBOSE,
)
"""What a message quotes: words and code from a file, and lists of the words that are allowed."""


def grade(text: str) -> float:
    """Return the school grade of a text (Flesch and Kincaid, 1975); what it quotes counts as one short word."""
    plain = _NAMED.sub("it", text)
    sentences = [part for part in re.split(r"[.;:!?]+(?:\s|$)", plain) if part.strip()]
    words = re.findall(r"[A-Za-z'’-]+", plain)
    return 0.39 * len(words) / max(1, len(sentences)) + 11.8 * sum(map(syllables, words)) / max(1, len(words)) - 15.59


def syllables(word: str) -> int:
    """Return how many groups of vowels a word has, but for an e at its end that is not heard."""
    return max(1, len(re.findall("[aeiouy]+", re.sub(r"(?<!l)e$|(?<=[^dt])ed$|(?<=[^cgsxz])es$", "", word.lower()))))


@pytest.mark.parametrize(("word", "count"), [("grade", 1), ("table", 2), ("stands", 1), ("written", 2), ("needed", 2)])
def test_syllables_are_counted_as_they_are_heard(word: str, count: int) -> None:
    assert syllables(word) == count


def test_a_hard_sentence_is_told_from_an_easy_one() -> None:
    assert grade("Organizational effectiveness necessitates collaborative accountability.") > 15
    assert grade("Take it out and save the file.") < 3


@pytest.mark.parametrize("message", MESSAGES)
def test_a_message_is_easy_to_read(message: str) -> None:
    assert grade(message) <= HARDEST
    assert len(message.split()) <= 30
