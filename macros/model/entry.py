"""What every entry has in common."""

from datetime import date
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field
from pydantic_core import PydanticCustomError

from macros.model.text import Line, Text
from macros.model.vocabulary import Outcome, PromptType


class Part(BaseModel):
    """A frozen piece of content that knows all its fields."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=False)


class Review(Part):
    """When an entry was last read against its sources, and what came of it."""

    on: date = Field(description="Date of the review, as year-month-day: 2026-11-21.")
    outcome: Outcome = Field(description="What came of it: new (a new entry), changed or unchanged.")


class Prompt(Part):
    """A question for a leader or a group."""

    type: PromptType = Field(
        description="What to do: locate in the text, connect to one's school, challenge the evidence, apply, or commit."
    )
    ask: Text = Field(description="The question. It cannot be answered in one word or by the text alone.")
    private: bool = Field(False, description="true where people should write privately first.")


class Record(Part):
    """One file of a collection; its id is the name of the file."""

    id: str = Field(exclude=True)


class Entry(Record):
    """A record with a title of its own."""

    title: Line = Field(description="The title, on one line, without Markdown.")


def _unique(items: tuple[Any, ...]) -> tuple[Any, ...]:
    for item in items:
        if items.count(item) > 1:
            raise PydanticCustomError("twice", '"{item}" is listed twice: take one of the two out', {"item": str(item)})
    return items


def _as_list(value: object) -> object:
    if value is not None and not isinstance(value, list | tuple):
        raise PydanticCustomError("list", _A_LIST)
    return value


_A_LIST = "this must be a list: put each item on a line of its own, after a dash and a space"
AsList = BeforeValidator(_as_list)
Unique = AfterValidator(_unique)
Aliases = Annotated[tuple[Line, ...], AsList, Unique]
