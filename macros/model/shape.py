"""The shape of a model: which fields there are at a place, and which of them hold Markdown or refer to an entry."""

import types
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel

from macros.model.ids import Refers
from macros.model.text import Markdown

Path = tuple[Any, ...]


@dataclass(frozen=True)
class Shape:
    """A field: a text, a reference, a list of one shape (`item`), a table (`item` by key), or a model's `fields`."""

    markdown: bool = False
    refers: str | None = None
    item: "Shape | None" = None
    fields: dict[str, "Shape"] = field(default_factory=dict, hash=False)
    listed: bool = False


@cache
def shape_of(model: type[BaseModel]) -> Shape:
    """Return the shape of a model; its fields go by the names that stand in YAML."""
    fields = {}
    for name, info in model.model_fields.items():
        if info.exclude:
            continue
        annotation = Annotated[info.annotation, *info.metadata] if info.metadata else info.annotation
        fields[info.alias or name] = _shape(annotation)
    return Shape(fields=fields)


def _shape(annotation: Any) -> Shape:
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _annotated(arguments[0], arguments[1:])
    if origin in (Union, types.UnionType):
        return next((_shape(each) for each in arguments if each is not type(None)), Shape())
    if origin is tuple:
        return Shape(item=_shape(arguments[0]), listed=True)
    if origin is dict:
        return Shape(item=_shape(arguments[1]))
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return shape_of(annotation)
    return Shape()


def _annotated(inner: Any, metadata: tuple[Any, ...]) -> Shape:
    for mark in metadata:
        if isinstance(mark, Markdown):
            return Shape(markdown=True)
        if isinstance(mark, Refers):
            return Shape(refers=mark.collection)
    return _shape(inner)


def leaves(shape: Shape, data: Any, path: Path = ()) -> list[tuple[Path, Shape, str]]:
    """Return (path, shape, text) for each text in `data` that the shape knows, in the order of the data."""
    found: list[tuple[Path, Shape, str]] = []
    _gather(found, shape, data, path)
    return found


def _gather(found: list[tuple[Path, Shape, str]], shape: Shape, data: Any, path: Path) -> None:
    """Add the texts below `path`; the depth of `data` is that of a file, which is bounded."""
    item, fields = shape.item, shape.fields
    steps: Iterable[tuple[Any, Any]] = ()
    if isinstance(data, str):
        found.append((path, shape, data))
    elif isinstance(data, dict):
        steps = data.items()
    elif isinstance(data, list) and item is not None:
        steps = enumerate(data)
    for step, value in steps:
        inner = item or fields.get(step)
        if inner is None:
            continue
        if isinstance(value, str):
            found.append(((*path, step), inner, value))
        else:
            _gather(found, inner, value, (*path, step))


def shape_at(shape: Shape, path: Path) -> Shape:
    """Return the shape at a path, or an empty shape where the model has none."""
    for step in path:
        shape = shape.item if shape.item is not None else shape.fields.get(str(step), Shape())
    return shape
