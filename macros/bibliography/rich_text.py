"""Runs of text that remember what TeX said about them, and their CSL-JSON form."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

_TAGS = {
    "i": ("<i>", "</i>"),
    "b": ("<b>", "</b>"),
    "sup": ("<sup>", "</sup>"),
    "sub": ("<sub>", "</sub>"),
    "sc": ('<span style="font-variant:small-caps;">', "</span>"),
    "nocase": ('<span class="nocase">', "</span>"),
}
_TAG = re.compile(r"</?(?:i|b|sup|sub|span)(?: [^<>]*)?>")


class Run(NamedTuple):
    """Text of one kind: `protected` letters keep their case; `formats` are names of `_TAGS`, outermost first."""

    text: str
    protected: bool = False
    formats: tuple[str, ...] = ()


def merged(runs: Iterable[Run]) -> Iterator[Run]:
    """Join neighbours of one kind."""
    for (protected, formats), group in groupby(runs, key=lambda run: (run.protected, run.formats)):
        yield Run("".join(run.text for run in group), protected, formats)


def plain(runs: Iterable[Run]) -> str:
    """Return the text alone, white space collapsed."""
    return tidy("".join(run.text for run in runs))


def tidy(text: str) -> str:
    """Collapse white space as TeX does; spaces that do not break a line stay."""
    if "\u00a0" in text or "\u202f" in text:
        return re.sub(r"[ \t-\r]+", " ", text).strip(" ")
    return " ".join(text.split())


def markup(runs: Sequence[Run]) -> str:
    """Return CSL-JSON rich text, with `<span class="nocase">` around protected text."""
    if not any(run.formats or run.protected for run in runs):
        return plain(runs)
    parts: list[str] = []
    open_tags: tuple[str, ...] = ()
    for run in merged(runs):
        if run.text:
            keeps_case = run.protected and any(map(str.isalpha, run.text))
            open_tags = _switch(parts, open_tags, (*run.formats, "nocase") if keeps_case else run.formats)
            parts.append(run.text)
    _switch(parts, open_tags, ())
    return tidy("".join(parts))


def without_tags(text: str) -> str:
    """Return CSL-JSON rich text as plain text."""
    return _TAG.sub("", text) if "<" in text else text


def _switch(parts: list[str], old: tuple[str, ...], new: tuple[str, ...]) -> tuple[str, ...]:
    common = 0
    while common < min(len(old), len(new)) and old[common] == new[common]:
        common += 1
    parts.extend(_TAGS[tag][1] for tag in reversed(old[common:]))
    parts.extend(_TAGS[tag][0] for tag in new[common:])
    return new
