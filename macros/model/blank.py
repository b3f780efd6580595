"""The mark of a blank: what stands in a new entry where an editor has to write something, and what editors put there.

Word processors turn dots and underscores into other signs, and leaders finish sentences such as "I used to think ___";
two words in capitals stay what they are, can be searched for in any browser, and are read aloud as what they ask for.
"""

import re

from macros.model.field import Field

MARK = "FILL IN"
_PUT_OFF = re.compile(r"\W*(?:TBA|TBD|TODO|TO DO|FIXME|XXX+|LOREM IPSUM\b.*|\?\?+)\W*", re.IGNORECASE | re.DOTALL)
"""A value that says no more than that somebody means to write it."""
_PERHAPS = ("tba", "tbd", "todo", "to do", "fixme", "xxx", "lorem", "??")
_LONGEST = 30
"""Words that a message may have."""


def may_hold_blank(text: str) -> bool:
    """Tell at a look whether a file may have a blank."""
    small = text.lower()
    return MARK in text or any(word in small for word in _PERHAPS)


def blank_in(value: str) -> tuple[int, int] | None:
    """Return where the blank of a value begins and its length, or None where it has none."""
    at = value.find(MARK)
    if at >= 0:
        return at, len(MARK)
    return (0, len(value)) if _PUT_OFF.fullmatch(value) else None


def what_to_write(field: Field | None) -> str:
    """Return what to say of a blank."""
    if field is None:
        return f"write something in place of {MARK}"
    value = field.value.item or field.value
    told = all(word in field.description for word in value.words)
    allowed = "" if told else f" One of: {', '.join(value.words)}."
    return within(f'fill in "{field.name}": {field.description}{allowed}')


def within(text: str) -> str:
    """Return a message, shortened where it is longer than a message may be."""
    words = text.split()
    return " ".join(words) if len(words) <= _LONGEST else f"{' '.join(words[: _LONGEST - 1])} …"
