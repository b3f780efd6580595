"""Words: how times, dates, lists and headings are written for readers."""

import re
from collections.abc import Sequence
from datetime import date

from markupsafe import Markup

from macros.model.vocabulary import Word

MARKDOWN_SPECIAL = re.compile(r"[\\`*_{}\[\]()<>#&|~^=$:+@\"/]")


def curled(text: str) -> str:
    """Return plain text with typographic quotation marks and apostrophes, as texts in Markdown have them."""
    text = re.sub(r"(?<![^\s(\[/–—“])'(?=\S)", "‘", text).replace("'", "’")
    return re.sub(r"(?<![^\s(\[/–—‘])\"(?=\S)", "“", text).replace('"', "”")


def heading(text: str) -> Markup:
    """Return a title for a Markdown heading: every character with a meaning becomes a character reference."""
    return Markup(MARKDOWN_SPECIAL.sub(lambda found: f"&#{ord(found[0])};", curled(text)))


def minutes(count: int) -> str:
    """Return a time in words, such as "1 minute", "90 minutes" or "2 hours 30 minutes"."""
    hours, rest = divmod(count, 60) if count >= 120 else (0, count)
    parts = [f"{hours} hours"] if hours else []
    if rest or not hours:
        parts.append(f"{rest} minute{'' if rest == 1 else 's'}")
    return " ".join(parts)


def rank(word: Word) -> int:
    """Return the place of a word in its closed list, which is also the order in which readers meet it."""
    return [*type(word)].index(word)


def day(when: date) -> str:
    """Return a date as it is written in the United States."""
    return f"{when:%B} {when.day}, {when.year}"


def listed(words: Sequence[str], conjunction: str = "and") -> str:
    """Return words joined as in a sentence: "a", "a and b", "a, b, and c"."""
    if len(words) < 3:
        return f" {conjunction} ".join(words)
    return f"{', '.join(words[:-1])}, {conjunction} {words[-1]}"


def sentence(text: str) -> str:
    """Return a phrase with a capital at its start."""
    return text[:1].upper() + text[1:]
