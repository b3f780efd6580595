"""Words and phrases to find, with what to write instead: read from the lists beside this file, matched word by word."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from macros.wording.sentence import Sentence

_WORD = re.compile(r"[^\W\d_]+(?:[-’'/][^\W\d_]+)*")
_POINTED = re.compile(r"[,;:.!?()–—]| {5}")
"""What parts a phrase: a sign, or the gap that a link's address leaves."""
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_LISTS = Path(__file__).parent / "lists"
_QUOTED = re.compile(
    r"""
      [“"][^“”"\n]{1,200}[”"]
    | (?<![\w*])\*(?!\*)[^*\n]{1,200}\*(?!\*)
    | (?<!\w)_[^_\n]{1,200}_(?!\w)
    | ‘[^‘’\n]{1,80}’(?!\w)
    """,
    re.VERBOSE,
)
"""Words of others, and titles."""


class Entry(NamedTuple):
    """A phrase as small words, what to say instead, and the next words before which it is innocent."""

    words: tuple[str, ...]
    say: str
    unless_next: frozenset[str] = frozenset()
    unless_before: frozenset[str] = frozenset()


class Hit(NamedTuple):
    """A phrase that stands in a sentence: its offset in the sentence, its words as written, its entry."""

    offset: int
    found: str
    entry: Entry


@dataclass(frozen=True)
class Phrasebook:
    """Entries by their first word, the longest first."""

    entries: Mapping[str, Sequence[Entry]]

    def hits(self, sentence: Sentence) -> Iterator[Hit]:
        """Yield each phrase that stands in a sentence and is neither quoted nor part of a name."""
        text = sentence.text
        words = [*_WORD.finditer(text)]
        small = [_plain(word.group()) for word in words]
        if self.entries.keys().isdisjoint(small):
            return
        quoted = [match.span() for match in _QUOTED.finditer(text)]
        number = 0
        while number < len(words):
            entry = self._at(small, number)
            start = words[number].start()
            if entry is not None and not any(a <= start < b for a, b in quoted) and not _is_name(words, number):
                found = text[start : words[number + len(entry.words) - 1].end()]
                if not _POINTED.search(found):
                    yield Hit(start, found, entry)
                    number += len(entry.words) - 1
            number += 1

    def _at(self, small: Sequence[str], number: int) -> Entry | None:
        for entry in self.entries.get(small[number], ()):
            end = number + len(entry.words)
            if tuple(small[number:end]) == entry.words:
                after = {*small[end : end + 2]}
                before = {*small[max(0, number - 2) : number]}
                if entry.unless_next.isdisjoint(after) and entry.unless_before.isdisjoint(before):
                    return entry
        return None


def _plain(word: str) -> str:
    return word.lower().replace("’", "'")


def _is_name(words: Sequence[re.Match[str]], number: int) -> bool:
    """Whether a word is capitalized in the middle of a sentence, as the names of programs and books are."""
    word = words[number].group()
    return number > 0 and word[0].isupper() and not word.isupper()


def phrasebook(pairs: Mapping[str, object]) -> Phrasebook:
    """Return a phrasebook of "phrase, other form: what to say", or of a mapping with `say` and `unless_…` words."""
    entries: dict[str, list[Entry]] = {}
    for forms, value in pairs.items():
        fields = value if isinstance(value, dict) else {"say": value}
        for form in forms.split(", "):
            words = tuple(form.split())
            entry = Entry(
                words,
                str(fields["say"]),
                frozenset(str(fields.get("unless_next", "")).split()),
                frozenset(str(fields.get("unless_before", "")).split()),
            )
            entries.setdefault(words[0], []).append(entry)
    return Phrasebook({first: sorted(found, key=lambda each: -len(each.words)) for first, found in entries.items()})


def read_list(name: str) -> dict[str, Any]:
    """Return a list that stands beside this file, as written."""
    read: dict[str, Any] = yaml.load((_LISTS / f"{name}.yml").read_text("utf-8"), _LOADER)
    return read


@cache
def listed(name: str) -> Phrasebook:
    """Return the phrasebook of a list that stands beside this file."""
    return phrasebook(read_list(name))
