"""Postings: which pages hold a word in their text, and how often, packed for a browser."""

from collections import Counter
from collections.abc import Collection, Sequence

from macros.search.record import Record

_LEVELS = (1, 2, 4)
"""A word that stands more often than the last counts no more: the browser needs to know often from once, not more."""
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def postings(known: Sequence[str], skip: Collection[str], pages: Sequence[Record]) -> str:
    """Return a list of pages for each known word, with commas between: empty for words that search skips.

    Each page is a number in base 36, spaces between: four times the step from the page before, plus 0, 1, 2 or 3 for a
    word that stands there once, twice, up to four times, or more often.
    """
    held: dict[str, list[tuple[int, int]]] = {word: [] for word in known if word not in skip}
    for number, page in enumerate(pages):
        for word, count in Counter(page.words).items():
            if word in held:
                held[word].append((number, count))
    return ",".join(_packed(held.get(word, ())) for word in known)


def _packed(found: Sequence[tuple[int, int]]) -> str:
    before = [-1, *(number for number, _ in found)]
    return " ".join(
        _base_36(4 * (number - last) + _level(count)) for last, (number, count) in zip(before, found, strict=False)
    )


def _level(count: int) -> int:
    return sum(count > most for most in _LEVELS)


def _base_36(number: int) -> str:
    head, last = divmod(number, 36)
    return (_base_36(head) if head else "") + _DIGITS[last]
