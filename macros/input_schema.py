"""The fields of an entry file as a JSON Schema, by which an editing program helps while one types.

A program reads YAML 1.2: 30 is a number, true a truth value, a date a text. Ids and citation keys stand apart from the
shape, in `names_schema`, because the shape changes with the model and the names with every entry.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from macros.model.collections import COLLECTIONS, Collection
from macros.model.field import Field, Value, fields_of

DIALECT = "https://json-schema.org/draft/2020-12/schema"
FOLDER = ".vscode/schemas"
"""Where the schemas for editing programs stand in the repository."""
NAMES = "names.schema.json"
Schema = dict[str, Any]
Names = Mapping[str, Sequence[str]]
"""The ids of each collection, and the citation keys as those of `references`."""


def entry_schema(collection: Collection, names: str = NAMES) -> Schema:
    """Return the schema of a file of a collection; `names` is where the schema with ids and citation keys stands."""
    return {
        "$schema": DIALECT,
        "title": f"A {collection.one}",
        "description": f"content/{collection.folder}/<id>.yml; the id is the name of the file.",
        **_group(fields_of(collection.model), names),
    }


def names_schema(names: Names) -> Schema:
    """Return the schema that lists every id and citation key."""
    return {
        "$schema": DIALECT,
        "title": "Names",
        "description": "The ids of all entries and the citation keys of references.bib.",
        "$defs": {folder: name_list(names.get(folder, ())) for folder in (*COLLECTIONS, "references")},
    }


def name_list(names: Sequence[str]) -> Schema:
    """Return a schema that allows these names; of none, one that allows nothing."""
    return {"type": "string", "enum": sorted(names)} if names else {"type": "string", "not": {}}


def _group(fields: Sequence[Field], names: str) -> Schema:
    return {
        "type": "object",
        "properties": {each.name: {"description": each.description, **_value(each.value, names)} for each in fields},
        "required": [field.name for field in fields if field.required],
        "additionalProperties": False,
    }


def _value(value: Value, names: str) -> Schema:
    match value.kind:
        case "group":
            return _group(value.fields, names)
        case "list" if value.item:
            items = {"type": "array", "items": _value(value.item, names), "minItems": value.least}
            return {**_known(items), **({"uniqueItems": True} if value.unique else {})}
        case "table" if value.item:
            inner = {r"^\d+$": _value(value.item, names)}
            return {"type": "object", "additionalProperties": False, "patternProperties": inner}
        case "word":
            labels = [word.label for word in value.words]
            return {"enum": [str(word) for word in value.words], "enumDescriptions": labels}
        case "id":
            return {"$ref": f"{names}#/$defs/{value.collection}"}
        case "text":
            return {"type": "string", "minLength": 1, **_at_most(value.most_words)}
        case "line":
            return {"type": ["string", "number"], "minLength": 1, "pattern": r"^[^\n]*\n?$"}
        case "whole":
            return _known({"type": "integer", "minimum": value.least, "maximum": value.most})
        case "date":
            return {"type": "string", "format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$"}
        case "truth":
            return {"type": "boolean"}
    return {"type": "number"}


def _known(schema: Schema) -> Schema:
    return {name: part for name, part in schema.items() if part is not None}


def _at_most(words: int | None) -> Schema:
    """Return the limit of a text; `patternErrorMessage` is what Visual Studio Code says in place of the pattern."""
    if words is None:
        return {}
    pattern = rf"^\s*(?:\S+\s+){{0,{words - 1}}}\S+\s*$"
    return {"pattern": pattern, "patternErrorMessage": f"At most {words} words."}
