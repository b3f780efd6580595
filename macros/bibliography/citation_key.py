"""Citation keys made from a CSL-JSON item: `hattie2012visible`."""

import re
import unicodedata
from collections.abc import Collection, Mapping
from itertools import chain, count
from typing import Any

from macros.bibliography.rich_text import without_tags

_DULL = frozenset([
    "a", "an", "and", "as", "at", "but", "by", "do", "does", "for", "from", "how", "in", "into", "is", "it", "its",
    "not", "of", "on", "or", "over", "the", "their", "to", "toward", "towards", "under", "what", "when", "where",
    "which", "who", "why", "with", "within", "without",
])  # fmt: skip
_LONGEST_WORD = 30
_ROLES = ("author", "editor", "compiler", "director", "host", "translator")


def key_parts(csl: Mapping[str, Any]) -> tuple[list[str], str, list[str]]:
    """Return the family names a key may begin with (none for a group), the year, and the words it may end with."""
    names: list[Mapping[str, str]] = next((csl[role] for role in _ROLES if csl.get(role)), [])
    families = [form for form in _forms(names[0]) if form] if names else []
    parts = (csl.get("issued") or {}).get("date-parts") or [[""]]
    words = [plain for word in _words(csl.get("title", "")) if (plain := _letters(word[:_LONGEST_WORD]))]
    return families, str(parts[0][0]).lstrip("-"), words


def proposed_key(csl: Mapping[str, Any], taken: Collection[str] = ()) -> str:
    """Return a key by the convention that is none of `taken`."""
    families, year, words = key_parts(csl)
    names: list[Mapping[str, str]] = next((csl[role] for role in _ROLES if csl.get(role)), [])
    start = families[0] if families else _initials(names[0].get("literal", "") if names else "")
    useful = [word for word in words if word not in _DULL and len(word) > 2] or words or ["untitled"]
    year = year or {"in press": "inpress", "forthcoming": "forthcoming"}.get(csl.get("status", ""), "nd")
    ends = chain(useful, (f"{useful[0]}{n}" for n in count(2)))
    return next(key for end in ends if (key := f"{start}{year}{end}") not in taken)


def _initials(group: str) -> str:
    words = _words(group)
    return _letters("".join(word[0] for word in words if word[0].isupper())) or _letters("".join(words[:1])) or "anon"


def _forms(name: Mapping[str, str]) -> list[str]:
    family, particle = _letters(name.get("family", "")), _letters(name.get("non-dropping-particle", ""))
    first_word = _letters(re.split(r"[\s-]", name.get("family", ""))[0])
    return [family, particle + family, first_word] if family else []


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+(?:[’'][^\W_]+)*", without_tags(text))


def _letters(text: str) -> str:
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text.translate(_SPECIAL)).encode("ascii", "ignore").decode()
    return text.lower() if text.isalnum() else re.sub(r"[^a-z0-9]", "", text.lower())


_SPECIAL = str.maketrans({"ß": "ss", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "æ": "ae", "Æ": "AE", "œ": "oe", "đ": "d"})
