"""One parsed file against the model of its collection: an entry, or every reason why not."""

from collections.abc import Iterator
from typing import Any, get_args

from pydantic import BaseModel, ValidationError

from macros.model.blank import blank_in, what_to_write, within
from macros.model.collections import Collection
from macros.model.entry import Record
from macros.model.field import field_at
from macros.model.ids import Names
from macros.model.messages import message
from macros.model.rules import RULES
from macros.model.shape import Path, shape_of
from macros.problems import Problem
from macros.sources import Source


def validate(source: Source, collection: Collection, id: str, names: Names) -> tuple[Record | None, list[Problem]]:
    """Return the entry that a file holds, or None where it holds none, and every problem found."""
    empties, aliases, blanks = tuple(source.empties()), tuple(source.aliases()), tuple(source.blanks())
    problems = [_empty(source, collection.model, path) for path in empties]
    problems += [_blank(source, collection.model, path) for path in blanks]
    record = None
    try:
        record = collection.model.model_validate({**source.data, "id": id}, context=names)
    except ValidationError as error:
        problems += _refusals(source, collection.model, error, (*empties, *aliases, *blanks))
    if "id" in source.data:
        text = "the id of an entry is the name of its file: take this field out"
        problems.append(Problem(source.place(("id",), of_key=True), text, "id-field"))
    for rule in RULES.get(collection.folder, ()):
        problems += [Problem(source.place(path), text, name) for path, text, name in rule(source.data)]
    return (None if problems or aliases else record), problems


def required_fields(model: type[BaseModel]) -> dict[str, bool]:
    """Return for each field of a model, by the name that stands in YAML, whether it must be there."""
    return {info.alias or name: info.is_required() for name, info in model.model_fields.items() if not info.exclude}


def _empty(source: Source, model: type[BaseModel], path: Path) -> Problem:
    """A field that stands there must hold something; one that may be left out may go."""
    name = next((str(step) for step in reversed(path) if isinstance(step, str)), "this")
    field = field_at(model, path) if isinstance(path[-1], str) else None
    text = f'the field "{name}" is empty: write something, or take the field out'
    if isinstance(path[-1], int):
        text = f'a line of "{name}" is empty: write something after the dash, or take the line out'
    elif field and field.required:
        text = within(f'the field "{name}" is empty, and it is needed. {field.description}')
    return Problem(source.place(path, of_key=True), text, "empty")


def _blank(source: Source, model: type[BaseModel], path: Path) -> Problem:
    """A blank of a new entry must be filled in."""
    place = blank_in(str(source.node(path).value)) or (0, 1)
    return Problem(source.place_in(path, *place), what_to_write(field_at(model, path)), "blank")


def _refusals(
    source: Source, model: type[BaseModel], error: ValidationError, unread: tuple[Path, ...]
) -> Iterator[Problem]:
    """Yield what the model objects to, but for values that are not known because they are empty or aliases."""
    shape = shape_of(model)
    for each in error.errors(include_url=False):
        path = tuple(step for step in each["loc"] if step != "[key]")
        if any(path[: len(empty)] == empty for empty in unread):
            continue
        if each["type"] == "twice" and any(blank[: len(path)] == path for blank in unread):
            continue  # two blanks are alike until they are filled in
        if each["type"] == "too_short" and len(source.node(path).value) >= each["ctx"]["min_length"]:
            continue  # the items are there; each has said what is wrong with it
        rule, text = message(each, shape, _described(model, path[:-1]))
        path = _second(source, path, each["ctx"]["item"]) if each["type"] == "twice" else path
        of_key = each["type"] in ("extra_forbidden", "too_short") or "[key]" in each["loc"]
        yield Problem(source.place(path, of_key), text, rule)


def _second(source: Source, path: Path, item: str) -> Path:
    """Return the path of the second item of a list that reads `item`."""
    same = [number for number, node in enumerate(source.node(path).items) if str(node.value).strip() == item]
    return (*path, same[1]) if len(same) > 1 else path


def _described(model: type[BaseModel], path: Path) -> dict[str, str]:
    """Return the description of each field of the model that stands at `path` below `model`."""
    current: Any = model
    for step in path:
        if isinstance(step, str) and _is_model(current):
            names = {info.alias or name: info for name, info in current.model_fields.items()}
            current = names[step].annotation if step in names else None
        current = _first_model(current)
    if not _is_model(current):
        return {}
    return {info.alias or name: info.description or "" for name, info in current.model_fields.items()}


def _is_model(annotation: Any) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, BaseModel)


def _first_model(annotation: Any) -> Any:
    if _is_model(annotation):
        return annotation
    return next((found for each in get_args(annotation) if (found := _first_model(each)) is not None), None)
