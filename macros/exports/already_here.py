"""Whether a source is in the bibliography already."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from macros.bibliography.rich_text import without_tags

Item = Mapping[str, Any]
_NEAR = 0.92
"""Share of equal letters from which two titles of one year are taken for the same."""
_LONG = 25
"""Letters of a title that hardly two works share by chance; shorter ones need the same first author, too."""
_PARTS = frozenset(["chapter", "paper-conference", "entry-encyclopedia", "entry-dictionary", "entry"])
"""Works that share the ISBN of the book that they are part of."""


@dataclass(frozen=True)
class Twin:
    """A work that is the same, and how one can tell."""

    key: str
    reason: str


class Shelf:
    """The works that are known, ordered so that a twin is found without comparing all with all."""

    def __init__(self, works: Iterable[tuple[str, Item]] = ()) -> None:
        self._by_sign: defaultdict[str, list[tuple[str, Item]]] = defaultdict(list)
        for key, item in works:
            self.add(key, item)

    def add(self, key: str, item: Item) -> None:
        """Take a work in."""
        for sign in _signs(item):
            self._by_sign[sign].append((key, item))

    def twin(self, item: Item) -> Twin | None:
        """Return the work that is the same as this one, told by DOI, by ISBN, or by title and year."""
        for sign in _signs(item):
            for key, other in self._by_sign[sign]:
                if reason := _reason(item, other):
                    return Twin(key, reason)
        return None


def _signs(item: Item) -> list[str]:
    """Two works can only be the same when they share one of these."""
    doi = str(item.get("DOI", "")).lower()
    return [*([f"doi {doi}"] if doi else []), *(f"isbn {isbn}" for isbn in sorted(_isbns(item))), f"year {_year(item)}"]


def _reason(one: Item, two: Item) -> str:
    if one.get("DOI") and str(one["DOI"]).lower() == str(two.get("DOI", "")).lower():
        return "the same DOI"
    if _isbns(one) & _isbns(two) and not {one.get("type"), two.get("type")} & _PARTS:
        return "the same ISBN"
    if _year(one) == _year(two) and _near(one, two) and not _stands_elsewhere(one, two):
        return "the same year and nearly the same title"
    return ""


def _near(one: Item, two: Item) -> bool:
    first, second = _title(one), _title(two)
    shorter, longer = sorted((first, second), key=len)
    if not shorter or re.findall(r"\d+", first) != re.findall(r"\d+", second):
        return False
    if len(shorter) < _LONG and _first_name(one) != _first_name(two):
        return False
    if longer.startswith(shorter) and len(shorter) >= _LONG:
        return True
    matcher = SequenceMatcher(None, first[:300], second[:300], autojunk=False)
    return matcher.real_quick_ratio() >= _NEAR and matcher.quick_ratio() >= _NEAR and matcher.ratio() >= _NEAR


def _stands_elsewhere(one: Item, two: Item) -> bool:
    """Two volumes, editions or numbers of one title are different works."""
    places = ("volume", "issue", "number", "edition", "volume-title")
    return any(str(one[part]) != str(two[part]) for part in places if one.get(part) and two.get(part))


def _isbns(item: Item) -> set[str]:
    """Return ISBNs with 13 digits but for the last, which only checks the others."""
    texts = re.findall(r"97[89][\d\s–-]{9,16}\d|\d[\d\s–-]{7,11}[\dXx]", str(item.get("ISBN", "")))
    digits = [re.sub(r"[^0-9X]", "", text.upper()) for text in texts]
    return {text[:12] for text in digits if len(text) == 13} | {f"978{text[:9]}" for text in digits if len(text) == 10}


def _title(item: Item) -> str:
    text = unicodedata.normalize("NFKD", without_tags(str(item.get("title", ""))).lower())
    return " ".join(re.findall(r"[^\W_]+", re.sub(r"[\u0300-\u036f]|[’']", "", text)))


def _first_name(item: Item) -> str:
    roles = ("author", "editor", "director", "host")
    names: list[Mapping[str, str]] = next((item[role] for role in roles if item.get(role)), [{}])
    return str(names[0].get("family") or names[0].get("literal", "")).casefold()


def _year(item: Item) -> str:
    parts = (item.get("issued") or {}).get("date-parts") or [[""]]
    return str(parts[0][0])
