"""Sentence case for English titles, as APA wants it; the styles make title case from it where they need it."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from macros.bibliography.rich_text import Run

_SMALL = frozenset([
    "a", "an", "and", "as", "at", "but", "by", "down", "for", "from", "if", "in", "into", "nor", "of", "off", "on",
    "onto", "or", "out", "over", "per", "so", "than", "the", "to", "up", "upon", "via", "vs", "vs.", "with",
    "within", "without", "yet", "about", "above", "across", "after", "against", "along", "among", "around",
    "before", "behind", "below", "beneath", "beside", "between", "beyond", "during", "except", "inside", "like",
    "near", "outside", "past", "since", "through", "throughout", "toward", "towards", "under", "underneath",
    "until", "versus", "is", "are", "be", "not", "it", "its",
])  # fmt: skip
"""Words that may be small in a title in title case."""
_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")
_AROUND = " “”‘’\"'()[]{}¿¡"


class _Word(NamedTuple):
    run: int
    start: int
    end: int
    text: str
    first: bool
    """The first word of the title or of a part after a colon, dash or full stop."""
    glued: bool
    """Letters, digits or protected text touch it, as in `x{Y}` or `A4`."""


def sentence_case(runs: Sequence[Run]) -> tuple[Run, ...]:
    """Return the title in sentence case; protected text, acronyms and titles that already are so stay."""
    words = _words(tuple(runs))
    if _is_shouted(words):
        return _recased(runs, words)
    if not _is_title_case(words):
        return tuple(runs)
    return _recased(runs, [word for word in words if not word.glued and _is_capitalised(word)])


def whole_words(runs: Sequence[Run]) -> tuple[Run, ...]:
    """Protect the rest of each word of which a part is protected: a style would take `{L}eadership` for two words."""
    edges = [
        left.protected != right.protected and _letters(left.text[-1:]) and _letters(right.text[:1])
        for left, right in pairwise(runs)
    ]
    if not any(edges):
        return tuple(runs)
    texts = [(run, part) for run in runs for part in re.findall(r"[\w’]+|[^\w’]+", run.text)]
    protected = [run.protected for run, _ in texts]
    for order in (range(1, len(texts)), range(len(texts) - 2, -1, -1)):
        step = -1 if order.step > 0 else 1
        for i in order:
            touching = protected[i + step] and _letters(texts[i][1]) and _letters(texts[i + step][1])
            protected[i] = protected[i] or touching
    return tuple(Run(part, keep, run.formats) for (run, part), keep in zip(texts, protected, strict=True))


def _letters(text: str) -> bool:
    return text[:1].isalpha() or text[:1] == "’"


def is_all_capitals(runs: Sequence[Run]) -> bool:
    """Tell whether a title of three words or more is typed in capitals throughout, braces aside."""
    return _is_shouted(_words(tuple(runs)))


def is_title_case(runs: Sequence[Run]) -> bool:
    """Tell whether a title is in title case, so that `sentence_case` changes it."""
    return _is_title_case(_words(tuple(runs)))


def unprotected_words(runs: Sequence[Run]) -> list[str]:
    """Return the words that `sentence_case` would make small in a title in title case, as typed."""
    words = [w for w in _words(tuple(runs)) if not (w.glued or w.first) and _is_capitalised(w)]
    return [word.text for word in words]


def _is_shouted(words: Sequence[_Word]) -> bool:
    long = [word for word in words if len(word.text) > 3]
    return len(words) >= 3 and len(long) >= 2 and all(word.text.isupper() for word in words)


@lru_cache(maxsize=1 << 12)
def _words(runs: tuple[Run, ...]) -> tuple[_Word, ...]:
    """Return the words that are not protected; several rules ask this of each title."""
    return tuple(_words_of(runs))


def _words_of(runs: tuple[Run, ...]) -> Iterator[_Word]:
    text = "".join(run.text for run in runs)
    offset = 0
    for index, run in enumerate(runs):
        for match in () if run.protected else _WORD.finditer(run.text):
            start, end = match.span()
            lead = text[max(0, offset + start - 12) : offset + start]
            before, after = lead[-1:], text[offset + end : offset + end + 1]
            glued = before.isalnum() or before in ("_", "&") or after.isdigit() or after == "_"
            yield _Word(index, start, end, match[0], _begins(lead), glued)
        offset += len(run.text)


def _begins(lead: str) -> bool:
    """Tell whether a part of a title begins after this text; “vs.” and “U.S.” end nothing."""
    before = lead.rstrip(_AROUND)
    return not before or before[-1] in ":?!—" or (before[-1] == "." and len(before) > 3 and before[-4:-1].isalpha())


def _is_title_case(words: Sequence[_Word]) -> bool:
    """Nearly all words that a headline would capitalise are capitalised."""
    weighty = [word for word in words if _weighs(word)]
    small = sum(word.text[0].islower() for word in weighty)
    return bool(weighty) and (small == 0 or (small == 1 and len(weighty) > 5))


def _weighs(word: _Word) -> bool:
    return not (word.first or word.glued or word.text.lower() in _SMALL)


def _is_capitalised(word: _Word) -> bool:
    return len(word.text) > 1 and word.text[0].isupper() and word.text[1:].islower()


def _recased(runs: Sequence[Run], words: Sequence[_Word]) -> tuple[Run, ...]:
    texts = [list(run.text) for run in runs]
    for word in words:
        lower = word.text.capitalize() if word.first else word.text.lower()
        texts[word.run][word.start : word.end] = lower if len(lower) == len(word.text) else word.text
    return tuple(Run("".join(text), run.protected, run.formats) for text, run in zip(texts, runs, strict=True))
