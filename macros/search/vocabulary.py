"""The vocabulary: what the script in the browser must know of words before it asks an engine."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from macros.handbook import Handbook
from macros.search.record import Record
from macros.search.words import SearchWords

_WORD = re.compile(r"[^\W\d_][^\W_]*")
_SHORTEST = 3
_APOSTROPHES = str.maketrans("‘’", "''")


def vocabulary(handbook: Handbook, words: SearchWords, pages: Iterable[Record]) -> dict[str, Any]:
    """Return the groups of words, the words to skip, and every word of the pages, the commonest first."""
    return {
        "same": [[*map(_folded, group)] for group in (*words.same, *_of_terms(handbook))],
        "means": {_folded(typed): [*map(_folded, found)] for typed, found in words.means.items()},
        "skip": " ".join(words.skip),
        "known": " ".join(_by_use(words, pages)),
    }


def _of_terms(handbook: Handbook) -> Iterator[tuple[str, ...]]:
    return ((term.title, *term.synonyms) for term in handbook.all("terms") if term.synonyms)


def _by_use(words: SearchWords, pages: Iterable[Record]) -> list[str]:
    """Return the words by the number of pages that hold them; words of equal use by the alphabet."""
    use: Counter[str] = Counter()
    for page in pages:
        use.update(_words_of(page))
    for typed in (*words.means, *words.skip, *(word for group in words.same for word in group)):
        use.update(dict.fromkeys(_spelt(typed), 0))
    return [word for word, _ in sorted(use.items(), key=lambda item: (-item[1], item[0]))]


def _words_of(page: Record) -> set[str]:
    texts = (page.title, page.summary, page.body, *page.aliases, *page.names)
    return {word for text in texts for word in _spelt(text)}


def _spelt(text: str) -> Iterator[str]:
    return (word for word in _WORD.findall(_folded(text)) if len(word) >= _SHORTEST)


def _folded(text: str) -> str:
    return text.lower().translate(_APOSTROPHES)
