"""The mark of a blank: what stands in a new entry where an editor has to write something.

Word processors turn dots and underscores into other signs, and leaders finish sentences such as "I used to think ___";
two words in capitals stay what they are, can be searched for in any browser, and are read aloud as what they ask for.
"""

from macros.model.field import Field

MARK = "FILL IN"
_LONGEST = 30
"""Words that a message may have."""


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
