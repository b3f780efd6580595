"""Citation keys: family name, year, one word of the title, as in `hattie2012visible`."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from macros.bibliography.citation_key import key_parts, proposed_key
from macros.bibliography.work import Work
from macros.problems import Problem

_USABLE = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_:.+-]*")


def unusable_key(work: Work) -> Iterator[Problem]:
    """A key must be made of letters, digits and _ : . + - because it becomes part of an address."""
    if not _USABLE.fullmatch(work.key):
        message = f"The key {work.key} holds signs that no address can hold. Use letters and digits only."
        yield Problem(work.place, message, "bib-key")


def unusual_key(work: Work) -> Iterator[Problem]:
    """A key should be the first author's family name, the year and a word of the title, in small letters."""
    families, year, words = key_parts(work.csl)
    named = any(work.key.startswith(family) for family in families) if families else True
    rest = re.fullmatch(r"[a-z]+?(\d{4}|nd|inpress|forthcoming)([a-z]+)", work.key)
    if named and rest and rest[1] == (year or rest[1]) and any(word.startswith(rest[2]) for word in words):
        return
    message = f"Keys here are family name, year and a word of the title: {proposed_key(work.csl)}."
    yield Problem(work.place, message, "bib-key", "note")


def keys_that_differ_in_case(works: Iterable[Work]) -> Iterator[Problem]:
    """Two keys must differ in more than capitals: on many computers their pages would be one file."""
    groups: dict[str, list[Work]] = defaultdict(list)
    for work in works:
        groups[work.key.lower()].append(work)
    for first, *others in groups.values():
        for other in others:
            message = f"{other.key} differs only in capitals from {first.key} on line {first.place.line}. Rename one."
            yield Problem(other.place, message, "bib-key")
