"""What the model objects to, in an editor's words."""

import re
from collections.abc import Mapping
from typing import Any

from macros.model.shape import Shape, shape_at
from macros.problems import did_you_mean, one_of

_PLAIN = {
    "int_parsing": ("whole-number", "this must be a whole number, such as 20"),
    "int_parsing_size": ("whole-number", "this must be a whole number, such as 20"),
    "int_type": ("whole-number", "this must be a whole number, such as 20"),
    "int_from_float": ("whole-number", "this must be a whole number, such as 20"),
    "float_parsing": ("number", "this must be a number, such as 0.35"),
    "float_type": ("number", "this must be a number, such as 0.35"),
    "decimal_parsing": ("number", "this must be a number, such as 0.35"),
    "decimal_type": ("number", "this must be a number, such as 0.35"),
    "finite_number": ("number", "this must be a number, such as 0.35"),
    "bool_parsing": ("yes-or-no", "this must be true or false"),
    "bool_type": ("yes-or-no", "this must be true or false"),
    "date_from_datetime_parsing": ("date", "this must be a date as year-month-day, such as 2026-11-21"),
    "date_parsing": ("date", "this must be a date as year-month-day, such as 2026-11-21"),
    "date_type": ("date", "this must be a date as year-month-day, such as 2026-11-21"),
    "date_from_datetime_inexact": ("date", "this must be a date as year-month-day, such as 2026-11-21"),
    "string_type": ("text", "this must be a text, not a list or a group of fields"),
    "dict_type": ("fields", "this must be a group of lines, each a name, a colon and a value"),
}
_LIMITS = {
    "greater_than_equal": ("too-small", "this must be at least {ge}"),
    "less_than_equal": ("too-large-a-number", "this must be at most {le}"),
    "too_short": (
        "too-few",
        "this list has {actual_length} and needs {min_length} or more: write each after a dash and a space",
    ),
}
_COMPUTED = {"grade": "a grade is computed from the evidence, never typed: take this field out"}
"""Fields that editors expect and that no entry has -> what to do."""
_OWN = ("missing", "extra_forbidden", "enum", "model_type", "model_attributes_type")


def message(error: Mapping[str, Any], shape: Shape, fields: Mapping[str, str]) -> tuple[str, str]:
    """Return (rule, message) for one of pydantic's errors; `fields` describes each field of the model it stands in."""
    kind, path = error["type"], tuple(error["loc"])
    if kind == "string_type" and isinstance(error["input"], dict):
        return "text", "this must be a text: if it holds a colon and a space, put the whole of it in quotes"
    if kind in _PLAIN and _PLAIN[kind][0] == "date" and re.fullmatch(r"\d{4}-\d\d-\d\d", str(error["input"]).strip()):
        return "date", "there is no such day: write year-month-day, such as 2026-11-21 for the 21st of November"
    if kind in _PLAIN:
        return _PLAIN[kind]
    if kind in _LIMITS:
        rule, words = _LIMITS[kind]
        return rule, words.format(**error["ctx"])
    if kind not in _OWN:
        return kind, error["msg"]
    if kind == "missing":
        return "missing", f'the field "{path[-1]}" is missing. {fields.get(str(path[-1]), "")}'.rstrip()
    if kind == "extra_forbidden":
        known = shape_at(shape, path[:-1]).fields
        if str(path[-1]) in _COMPUTED:
            return "unknown-field", _COMPUTED[str(path[-1])]
        return "unknown-field", f'there is no field "{str(path[-1])[:40]}" here{one_of(str(path[-1]), [*known])}'
    if kind == "enum":
        allowed = [word.strip(" '") for word in error["ctx"]["expected"].replace(" or ", ", ").split(", ")]
        given = str(error["input"])
        hint = did_you_mean(given, allowed) or f": {', '.join(allowed)}"
        return "allowed-words", f'"{given[:40]}" is not one of the allowed words{hint}'
    names = ", ".join([*shape_at(shape, path).fields][:6])
    return "fields", f"this must hold the fields {names}, each on a line of its own"
