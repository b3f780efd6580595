"""The fields of a model as an editor meets them: what each is called, what it holds, and within which limits."""

import types
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import AfterValidator, BaseModel
from pydantic.fields import FieldInfo

from macros.model.entry import Unique
from macros.model.ids import Refers
from macros.model.shape import Path
from macros.model.text import AtMost, Markdown, Usual, one_line
from macros.model.vocabulary import Word

Kind = Literal["line", "text", "whole", "number", "date", "truth", "word", "id", "list", "table", "group"]
_PLAIN: dict[type, Kind] = {int: "whole", Decimal: "number", date: "date", bool: "truth"}


@dataclass(frozen=True)
class Value:
    """What a field holds.

    A `word` is one of `words`, an `id` names an entry of `collection` (or a work: `references`), a `list` and a
    `table` hold values of `item`, a `group` holds `fields`. `least` and `most` bound a number, or the length of a list.
    """

    kind: Kind
    words: tuple[Word, ...] = ()
    collection: str = ""
    item: "Value | None" = None
    fields: "tuple[Field, ...]" = ()
    least: int | None = None
    most: int | None = None
    most_words: int | None = None
    unique: bool = False
    """Whether no item of a list may stand in it twice."""


@dataclass(frozen=True)
class Field:
    """A field of a model; a `usual` one may be left out, and a new entry has it all the same."""

    name: str
    description: str
    required: bool
    usual: bool
    value: Value


@cache
def fields_of(model: type[BaseModel]) -> tuple[Field, ...]:
    """Return the fields of a model in order, by the names that stand in YAML."""
    return tuple(_fields(model))


def field_at(model: type[BaseModel], path: Path) -> Field | None:
    """Return the field to which the value at `path` belongs, or None where the model has none there."""
    found, fields = None, fields_of(model)
    for step in path:
        if isinstance(step, str) and fields:
            found = next((each for each in fields if each.name == step), None)
            value = found.value if found else Value("line")
            while value.item is not None:
                value = value.item
            fields = value.fields
    return found


def _fields(model: type[BaseModel]) -> Iterator[Field]:
    for name, info in model.model_fields.items():
        if not info.exclude:
            value = _limited(_value(info.annotation), info.metadata)
            usual = any(isinstance(mark, Usual) for mark in info.metadata)
            yield Field(info.alias or name, info.description or "", info.is_required(), usual, value)


def _value(annotation: Any) -> Value:
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _limited(_value(arguments[0]), arguments[1:])
    if origin in (Union, types.UnionType):
        return _value(next(each for each in arguments if each is not type(None)))
    if origin is tuple:
        return Value("list", item=_value(arguments[0]))
    if origin is dict:
        return Value("table", item=_value(arguments[1]))
    if issubclass(annotation, BaseModel):
        return Value("group", fields=fields_of(annotation))
    if issubclass(annotation, Word):
        return Value("word", words=tuple(annotation))
    return Value(_PLAIN.get(annotation, "line"))


def _limited(value: Value, marks: Any) -> Value:
    """Return the value with what its annotations say of it."""
    for mark in marks:
        if isinstance(mark, FieldInfo):
            value = _limited(value, mark.metadata)
        elif isinstance(mark, Markdown):
            value = replace(value, kind="text")
        elif isinstance(mark, Refers):
            value = replace(value, kind="id", collection=mark.collection)
        elif mark == Unique:
            value = replace(value, unique=True)
        elif isinstance(mark, AfterValidator) and mark.func is one_line:
            value = replace(value, kind="line")
        elif isinstance(mark, AfterValidator) and isinstance(mark.func, AtMost):
            value = replace(value, most_words=mark.func.words)
        least = getattr(mark, "ge", getattr(mark, "min_length", None))
        most = getattr(mark, "le", getattr(mark, "max_length", None))
        value = replace(value, least=value.least if least is None else least, most=value.most if most is None else most)
    return value
