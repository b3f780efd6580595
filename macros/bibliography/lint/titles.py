"""Titles: capitals that the styles can work with."""

import re
from collections.abc import Collection, Iterator, Sequence

from macros.bibliography.casing import is_all_capitals, is_title_case, unprotected_words
from macros.bibliography.latex import decode
from macros.bibliography.lint.proper_nouns import PROPER_NOUNS
from macros.bibliography.rich_text import Run, plain
from macros.bibliography.titles import is_english
from macros.bibliography.work import Work
from macros.problems import Problem

FIELDS = ("title", "subtitle", "booktitle", "maintitle")


def all_capitals(work: Work) -> Iterator[Problem]:
    """A title must not be typed in capitals throughout."""
    for name, runs in _titles(work):
        if is_all_capitals(runs):
            message = f"Type the {name} with small letters, as in “{plain(runs).capitalize()[:60]}”."
            yield Problem(work.place_of(name), message, "bib-title")


def unprotected_nouns(work: Work, families: Collection[str] = ()) -> Iterator[Problem]:
    """A name in an English title in title case should stand in braces, or APA's sentence case makes it small."""
    for name, runs in _titles(work):
        if not is_english(work.fields) or not is_title_case(runs):
            continue
        for word in dict.fromkeys(unprotected_words(runs)):
            if _is_name(word, families):
                message = f"APA makes “{word}” small in this {name}. If it is a name, write {{{word}}}."
                yield Problem(work.place_of(name), message, "bib-title", "note")


def _is_name(word: str, families: Collection[str]) -> bool:
    """Names of places, peoples, languages, days and months, and families that own something (“Bandura’s”)."""
    if word in PROPER_NOUNS:
        return True
    owner = re.fullmatch(r"(\w+)[’'](?:s)?", word)
    return bool(owner) and owner is not None and owner[1] in families


def whole_title_in_braces(work: Work) -> Iterator[Problem]:
    """Braces should hold names only: a title that is wholly in braces cannot follow the style."""
    for name, runs in _titles(work):
        words = re.findall(r"[^\W\d_]{2,}", plain(runs))
        if len(words) > 3 and all(run.protected or not run.text.strip() for run in runs) and is_english(work.fields):
            message = f"The whole {name} is in braces, so no style can change its capitals. Keep braces for names."
            yield Problem(work.place_of(name), message, "bib-title", "note")


def _titles(work: Work) -> Iterator[tuple[str, Sequence[Run]]]:
    for name in FIELDS:
        if name in work.field_places:
            yield name, decode(work.fields[name].strip()).runs
