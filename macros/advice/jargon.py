"""Words of the trade, and abbreviations, that no entry of the glossary explains."""

import re
from collections.abc import Iterator, Set

from macros.advice.passage import Passage
from macros.advice.phrasebook import listed
from macros.advice.remark import Remark

_ABBREVIATION = re.compile(r"(?<![\w./@{:*-])[A-Z][A-Z&]{1,6}(?=s?\b)(?![\w]*[./@:-]\w)")
_EVERYBODY_KNOWS = frozenset(
    (
        "US USA UK EU UN OK TV ID AM PM CEO FAQ KB MB GB USB QR "
        "PDF HTML JSON LD RIS CSL CSV XML URL API CSP CC BY OFL MIT SIL"
    ).split()
)
"""Abbreviations of daily life, and names of formats and licenses."""
_SHOUTED = re.compile(r"[A-Z]{2,}\s+[A-Z]{2,}\s+[A-Z]{2,}")


def jargon_is_explained(passage: Passage, glossary: Set[str]) -> Iterator[Remark]:
    """A word of the trade should have an entry in content/terms, or give way to a plain one.

    `glossary` holds the titles and synonyms of the terms, in small letters."""
    book = listed("jargon")
    for sentence in passage.sentences:
        for hit in book.hits(sentence):
            if not _explained(" ".join(hit.entry.words), glossary):
                shown = " ".join(hit.found.split())
                message = f"“{shown}” is jargon without an entry in content/terms: try “{hit.entry.say}”, or write one"
                yield Remark(sentence.offset + hit.offset, len(hit.found), message, "jargon")


def abbreviations_are_explained(passage: Passage, glossary: Set[str]) -> Iterator[Remark]:
    """An abbreviation must stand in brackets after its words once in the text, or among the terms."""
    if passage.is_title:
        return
    for sentence in passage.sentences:
        for match in _ABBREVIATION.finditer(sentence.text):
            short = match.group()
            known = short in _EVERYBODY_KNOWS or short.lower() in glossary or _SHOUTED.search(sentence.text)
            if not known and not _spelled_out(short, passage.text):
                message = f"“{short}” is not explained here: write it out, with {short} in brackets after it"
                yield Remark(sentence.offset + match.start(), len(short), message, "abbreviation")


def _explained(phrase: str, glossary: Set[str]) -> bool:
    return phrase in glossary or phrase.removesuffix("s") in glossary


def _spelled_out(short: str, text: str) -> bool:
    """Whether the text has the abbreviation in brackets after its words, or its words in brackets after it."""
    return f"({short})" in text or f"({short}s)" in text or re.search(rf"\b{re.escape(short)}s?\s+\(", text) is not None
