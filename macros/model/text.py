"""The kinds of text a field can hold."""

from dataclasses import dataclass
from typing import Annotated

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError


@dataclass(frozen=True)
class Markdown:
    """Marks a field whose text is Markdown with citations and claims, without raw HTML."""


def _not_empty(value: str) -> str:
    if not value.strip():
        raise PydanticCustomError("empty", "this field is empty: write something, or take the whole field out")
    return value


def _one_line(value: str) -> str:
    if "\n" in value.strip():
        raise PydanticCustomError("one-line", "this text must stand on one line")
    return value.strip()


def at_most(words: int) -> AfterValidator:
    """Return a validator that refuses a text of more than `words` words."""

    def check(value: str) -> str:
        count = len(value.split())
        if count > words:
            raise PydanticCustomError(
                "too-long",
                "this text has {count} words; at most {words} are allowed",
                {"count": count, "words": words},
            )
        return value

    return AfterValidator(check)


Text = Annotated[str, AfterValidator(_not_empty), Markdown()]
Line = Annotated[str, AfterValidator(_not_empty), AfterValidator(_one_line)]
