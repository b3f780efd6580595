"""All advice on the words of a tree."""

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from pathlib import Path

from macros.advice.jargon import abbreviations_are_explained, jargon_is_explained
from macros.advice.passage import Passage, passages
from macros.advice.passive import somebody_acts
from macros.advice.reading_grade import reading_is_easy
from macros.advice.remark import Remark
from macros.advice.sentence_length import sentences_are_short, sentences_are_short_on_average
from macros.advice.spelling import spelling_is_american
from macros.advice.twice import sentences_stand_once
from macros.advice.word_choice import phrases_are_short, words_are_our_own, words_blame_nobody
from macros.content_files import find
from macros.problems import Problem
from macros.sources import parse
from macros.text_file import read

_PLAIN = (
    reading_is_easy,
    sentences_are_short,
    sentences_are_short_on_average,
    somebody_acts,
    words_are_our_own,
    words_blame_nobody,
    phrases_are_short,
    spelling_is_american,
)
_OF_GLOSSARY = (jargon_is_explained, abbreviations_are_explained)


@dataclass(frozen=True)
class Advised:
    """A passage and what there is to say about it."""

    passage: Passage
    remarks: tuple[Remark, ...]

    def notes(self) -> Iterator[Problem]:
        """Yield each remark with its place, as a note."""
        for offset, length, message, rule in self.remarks:
            yield Problem(self.passage.place(offset, length), message, rule, "note")


def advise(root: Path) -> list[Advised]:
    """Return every passage of a tree with the advice on it."""
    found = [*passages(root)]
    glossary = glossary_of(root)
    again: dict[int, list[Remark]] = {}
    for passage, remark in sentences_stand_once(found):
        again.setdefault(id(passage), []).append(remark)
    return [Advised(each, (*remarks_on(each, glossary), *again.get(id(each), ()))) for each in found]


def remarks_on(passage: Passage, glossary: Set[str]) -> Iterator[Remark]:
    """Yield the advice on one passage; `glossary` holds the titles and synonyms of the terms, in small letters."""
    for rule in _PLAIN:
        yield from rule(passage)
    for rule_of_glossary in _OF_GLOSSARY:
        yield from rule_of_glossary(passage, glossary)


def glossary_of(root: Path) -> frozenset[str]:
    """Return the titles and synonyms of all terms of a tree, in small letters."""
    words: set[str] = set()
    for path in find(root).files["terms"].values():
        text, _ = read(root / path, path)
        source = parse(text)[0] if text else None
        data = source.data if source else {}
        words |= {str(word).lower() for word in (data.get("title"), *_listed(data.get("synonyms"))) if word}
    return frozenset(words)


def _listed(value: object) -> Sequence[object]:
    return value if isinstance(value, list) else []
