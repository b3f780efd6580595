"""The vocabulary: what the script in the browser must know of words before it asks an engine."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from macros.handbook import Handbook
from macros.search.postings import postings
from macros.search.record import Record
from macros.search.spelling import folded, words_in
from macros.search.words import SearchWords

_SHORTEST = 2


def vocabulary(handbook: Handbook, words: SearchWords, pages: Sequence[Record]) -> dict[str, Any]:
    """Return the groups of words, the words to skip, and every word with its pages, the commonest first."""
    known = _by_use(words, pages)
    return {
        "same": [[*map(folded, group)] for group in (*words.same, *_of_terms(handbook))],
        "means": {folded(typed): [*map(folded, found)] for typed, found in words.means.items()},
        "skip": " ".join(words.skip),
        "known": " ".join(known),
        "pages": postings(known, frozenset(words.skip), pages),
    }


def _of_terms(handbook: Handbook) -> Iterator[tuple[str, ...]]:
    return ((term.title, *term.synonyms) for term in handbook.all("terms") if term.synonyms)


def _by_use(words: SearchWords, pages: Sequence[Record]) -> list[str]:
    """Return the words by the number of pages that hold them; words of equal use by the alphabet."""
    use: Counter[str] = Counter()
    for page in pages:
        use.update(_words_of(page))
    for typed in (*words.means, *words.skip, *(word for group in words.same for word in group)):
        use.update(dict.fromkeys(_spelt(words_in(typed)), 0))
    return [word for word, _ in sorted(use.items(), key=lambda item: (-item[1], item[0]))]


def _words_of(page: Record) -> set[str]:
    above = (page.title, page.summary, *page.aliases)
    return {*_spelt(page.words), *(word for text in above for word in _spelt(words_in(text)))}


def _spelt(words: Iterable[str]) -> Iterator[str]:
    return (word for word in words if len(word) >= _SHORTEST)
