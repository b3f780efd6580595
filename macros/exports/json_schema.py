"""The shape of each collection as a published JSON Schema, complete in itself: the names are those of this edition."""

import json

from macros.exports.json_ld import data_address
from macros.exports.page_record import Publication
from macros.handbook import Handbook
from macros.input_schema import entry_schema, name_list
from macros.model.collections import Collection


def schema_path(collection: Collection) -> str:
    """Return where the schema of a collection stands below the folder of open data."""
    return f"schemas/{collection.folder}.schema.json"


def schema_json(collection: Collection, handbook: Handbook, publication: Publication) -> str:
    """Return the schema of one file of a collection, with the ids and citation keys that it may name."""
    schema = entry_schema(collection, names="")
    text = json.dumps(schema)
    names = {**handbook.entries, "references": handbook.bibliography.works}
    edition = f"?edition={publication.edition}" if publication.edition else ""
    schema |= {
        "$id": data_address(publication, schema_path(collection)) + edition,
        "title": f"A {collection.one} of {publication.title}",
        "$defs": {name: name_list([*known]) for name, known in names.items() if f'"#/$defs/{name}"' in text},
    }
    return json.dumps(schema, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
