"""The words of search, from the file search.yml: which words mean the same, and which say nothing."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Any

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from macros.field_names import mend_names
from macros.model import collections
from macros.model.entry import Aliases, AsList, Record
from macros.model.ids import Names
from macros.model.shape import shape_of
from macros.model.text import Line
from macros.problems import Problem, did_you_mean, one_of
from macros.search.record import KINDS
from macros.sources import Source, parse
from macros.text_file import leads_outside, read
from macros.validation import required_fields, validate

FILE = "search.yml"
Group = Annotated[Aliases, Field(min_length=2)]


def _a_kind(value: str) -> str:
    if value not in (known := [kind.lower() for kind in KINDS]):
        raise PydanticCustomError(
            "kind", 'there is no kind "{kind}"{hint}', {"kind": value, "hint": one_of(value, known)}
        )
    return value


KindName = Annotated[str, AfterValidator(_a_kind)]


class SearchWords(Record):
    """What search.yml holds."""

    same: Annotated[tuple[Group, ...], AsList] = Field((), description="Groups of words: each finds the others.")
    means: dict[Line, Aliases] = Field({}, description="Words that people type, and the handbook's words for them.")
    pages: dict[Line, Aliases] = Field({}, description="Words that people type when they look for an authored page.")
    kinds: dict[KindName, Aliases] = Field({}, description="Words that people type when they look for a kind of page.")
    skip: Aliases = Field((), description="Words that say nothing by themselves, such as how and the.")


@dataclass(frozen=True)
class Reading:
    """The words as far as they can be read, and what is wrong with the file."""

    words: SearchWords
    problems: tuple[Problem, ...] = field(default=())


def read_words(root: Path, pages: Collection[str] | None = None) -> Reading:
    """Read search.yml, if there is one; `pages` are the addresses it may name, or None where that was checked."""
    nothing = SearchWords.model_validate({"id": "search"})
    if not (root / FILE).exists() or leads_outside(root / FILE, root):
        return Reading(nothing)
    text, problems = read(root / FILE, FILE)
    if text is None:
        return Reading(nothing, tuple(problems))
    source, found = parse(text)
    problems += found
    if source is None:
        return Reading(nothing, tuple(problems))
    problems += mend_names(source, shape_of(SearchWords), required_fields(SearchWords))
    as_collection = collections.Collection("", "list of words", SearchWords, "")
    record, found = validate(source, as_collection, "search", Names({}, ()))
    problems += found
    if isinstance(record, SearchWords):
        problems += _problems(source, record, pages)
        return Reading(record, tuple(problems))
    return Reading(nothing, tuple(problems))


def _problems(source: Source, words: SearchWords, pages: Collection[str] | None) -> Iterator[Problem]:
    yield from pages_exist(source, words, words.pages if pages is None else pages)
    yield from words_are_in_small_letters(source, words)
    yield from words_stand_in_one_group(source, words)
    yield from skipped_words_are_single(source, words)


def pages_exist(source: Source, words: SearchWords, pages: Collection[str]) -> Iterator[Problem]:
    """Each address under pages must be a page of the site."""
    for address in words.pages:
        if address not in pages:
            message = f'there is no page "{address}"{did_you_mean(address, pages)}'
            yield Problem(source.place(("pages", address), of_key=True), message, "unknown-page")


def words_are_in_small_letters(source: Source, words: SearchWords) -> Iterator[Problem]:
    """Words must be in small letters, as search reads them."""
    for path, word in _each(words):
        if word != word.lower():
            message = f'search reads small letters only: write "{word.lower()}"'
            yield Problem(source.place(path), message, "small-letters")


def words_stand_in_one_group(source: Source, words: SearchWords) -> Iterator[Problem]:
    """A word must not stand in two groups, which would make one group of both."""
    seen: dict[str, int] = {}
    for number, group in enumerate(words.same):
        for position, word in enumerate(group):
            if seen.setdefault(word, number) != number:
                message = f'"{word}" stands in another group too: make one group of both, or take it out of one'
                yield Problem(source.place(("same", number, position)), message, "two-groups")


def skipped_words_are_single(source: Source, words: SearchWords) -> Iterator[Problem]:
    """A word to skip must be one word."""
    for position, word in enumerate(words.skip):
        if " " in word:
            yield Problem(source.place(("skip", position)), "skip takes single words only: split this up", "one-word")


def _each(words: SearchWords) -> Iterator[tuple[tuple[Any, ...], str]]:
    for number, group in enumerate(words.same):
        yield from ((("same", number, position), word) for position, word in enumerate(group))
    for name in ("means", "pages", "kinds"):
        for key, found in getattr(words, name).items():
            yield from (((name, key, position), word) for position, word in enumerate(found))
    yield from ((("skip", position), word) for position, word in enumerate(words.skip))
