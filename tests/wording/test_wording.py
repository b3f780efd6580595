"""The wording rules against sentences labelled by hand: what they find is right, and little escapes them."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

from macros.wording import ClaimWords, findings

RULES = ("bare-statistic", "unnamed-research", "superlative", "causal-words", "other-population")
LABELLED = yaml.safe_load((Path(__file__).parent / "sentences.yml").read_text("utf-8"))
CLAIMS = {id: ClaimWords(words["relation"], words["about"]) for id, words in LABELLED["claims"].items()}
TUNED = [each for each in LABELLED["sentences"] if not each.get("kept_aside")]
KEPT_ASIDE = [each for each in LABELLED["sentences"] if each.get("kept_aside")]
HALVES = {"tuned on": TUNED, "kept aside": KEPT_ASIDE}


@dataclass(frozen=True)
class Score:
    """How many findings were right, wrong and missed."""

    right: int
    wrong: int
    missed: int

    @property
    def precision(self) -> float:
        return self.right / max(1, self.right + self.wrong)

    @property
    def recall(self) -> float:
        return self.right / max(1, self.right + self.missed)


def found_in(text: str) -> set[str]:
    return {rule for _, _, _, rule, _ in findings(text, CLAIMS)}


def score(sentences: Iterable[dict], rules: Iterable[str] = RULES) -> Score:
    counted: Counter[str] = Counter()
    for each in sentences:
        found, expected = found_in(each["text"]) & {*rules}, {*each["rules"]} & {*rules}
        counted.update(right=len(found & expected), wrong=len(found - expected), missed=len(expected - found))
    return Score(counted["right"], counted["wrong"], counted["missed"])


def mistakes(sentences: Iterable[dict]) -> list[str]:
    """Return what is found too much (+) and missed (-), for those who tune the rules on the first half."""
    pairs = [(each["text"], found_in(each["text"]), {*each["rules"]}) for each in sentences]
    return [f"+{found - wanted} -{wanted - found}: {text}" for text, found, wanted in pairs if found != wanted]


@pytest.mark.parametrize("half", HALVES)
def test_what_is_found_is_right_and_little_escapes(half: str) -> None:
    for rule in (*RULES, "all"):
        part = score(HALVES[half], RULES if rule == "all" else (rule,))
        print(f"{half:10} {rule:17} precision {part.precision:.2f} recall {part.recall:.2f} {part}")
    total = score(HALVES[half])
    assert total.precision >= 0.90
    assert total.recall >= 0.85
