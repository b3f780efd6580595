"""The shape of each collection as a JSON Schema, made from the model that checks the files."""

import json
from typing import Any

from macros.exports.json_ld import data_address
from macros.exports.page_record import Publication
from macros.model.collections import Collection

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema_path(collection: Collection) -> str:
    """Return where the schema of a collection stands below the folder of open data."""
    return f"schemas/{collection.folder}.schema.json"


def schema_json(collection: Collection, publication: Publication) -> str:
    """Return the schema of one file of a collection; ids and citation keys are texts in it, for it knows none."""
    schema = collection.model.model_json_schema(by_alias=True, mode="validation")
    _without_id(schema)
    edition = f"?edition={publication.edition}" if publication.edition else ""
    schema |= {
        "$schema": DIALECT,
        "$id": data_address(publication, schema_path(collection)) + edition,
        "title": f"A {collection.one} of {publication.title}",
        "description": f"content/{collection.folder}/<id>.yml; the id is the name of the file.",
    }
    return json.dumps(schema, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _without_id(schema: dict[str, Any]) -> None:
    """The id is the name of the file and never a field."""
    del schema["properties"]["id"]
    schema["required"] = [name for name in schema["required"] if name != "id"]
