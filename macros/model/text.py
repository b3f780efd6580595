"""The kinds of text a field can hold."""

from dataclasses import dataclass
from typing import Annotated

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError


@dataclass(frozen=True)
class Markdown:
    """Marks a field whose text is Markdown with citations and claims, without raw HTML."""


LONGEST_LINE = 1_000
"""Characters of a title, a label or another text of one line."""


def _not_empty(value: str) -> str:
    if not value.strip():
        raise PydanticCustomError("empty", "this field is empty: write something, or take the whole field out")
    return value


def one_line(value: str) -> str:
    """Return the text without outer space; a text of several lines, or a very long one, is refused."""
    if "\n" in value.strip():
        raise PydanticCustomError("one-line", "this text must stand on one line")
    if len(value) > LONGEST_LINE:
        raise PydanticCustomError(
            "too-long-a-text", "this line has more than {longest} characters: shorten it", {"longest": LONGEST_LINE}
        )
    return value.strip()


@dataclass(frozen=True)
class AtMost:
    """Refuses a text of more than `words` words."""

    words: int

    def __call__(self, value: str) -> str:
        count = len(value.split())
        if count > self.words:
            raise PydanticCustomError(
                "too-long",
                "this text has {count} words; at most {words} are allowed: take out {more}",
                {"count": count, "words": self.words, "more": count - self.words},
            )
        return value


def at_most(words: int) -> AfterValidator:
    """Return a validator that refuses a text of more than `words` words."""
    return AfterValidator(AtMost(words))


@dataclass(frozen=True)
class Usual:
    """Marks a field that may be left out, and that a new entry starts with all the same."""


Text = Annotated[str, AfterValidator(_not_empty), Markdown()]
Line = Annotated[str, AfterValidator(_not_empty), AfterValidator(one_line)]
