"""Open data: the claims, the study cards and their schemas as files that go with the site, with a list of them all."""

import json
from collections.abc import Iterator
from hashlib import sha256

from macros.exports.claims_table import claims_csv
from macros.exports.json_ld import TERMS, claims_json, data_address
from macros.exports.json_schema import schema_json, schema_path
from macros.exports.page_record import Publication
from macros.exports.study_cards import studies_json
from macros.handbook import Handbook
from macros.model.collections import COLLECTIONS

FOLDER = "data"
_WORDS = {
    "claims.json": ("application/ld+json", "Every claim with its grade, reasons, evidence, limits and disputes."),
    "claims.csv": ("text/csv", "The same claims as a table, one row for each source of a claim."),
    "studies.json": ("application/json", "What is known of each cited work, and what of it was seen."),
}


def open_data_files(handbook: Handbook, publication: Publication) -> Iterator[tuple[str, str]]:
    """Yield the path below the site and the text of each file; the list of files comes last."""
    files = {
        "claims.json": claims_json(handbook, publication),
        "claims.csv": claims_csv(handbook),
        "studies.json": studies_json(handbook, publication),
        **{schema_path(one): schema_json(one, handbook, publication) for one in COLLECTIONS.values()},
    }
    for name, text in files.items():
        yield f"{FOLDER}/{name}", text
    yield f"{FOLDER}/index.json", _list(files, publication)
    yield f"{FOLDER}/README.txt", _read_me(publication)


def _list(files: dict[str, str], publication: Publication) -> str:
    """Return the data set in schema.org's words, with the size and the SHA-256 of each file, and our own terms."""
    listed = {
        "@context": ["https://schema.org", {"terms": data_address(publication, "index.json#terms")}],
        "@id": data_address(publication, "index.json"),
        "@type": "Dataset",
        "name": f"Open data of {publication.title}",
        "version": publication.edition,
        "dateModified": publication.issued.isoformat(),
        "license": publication.license,
        "distribution": [_download(name, text, publication) for name, text in files.items()],
        "terms": TERMS,
    }
    return json.dumps(listed, ensure_ascii=False, indent=1) + "\n"


def _download(name: str, text: str, publication: Publication) -> dict[str, str]:
    data = text.encode()
    kind, description = _WORDS.get(name, ("application/schema+json", f"The fields of a file in {_collection(name)}."))
    return {
        "@type": "DataDownload",
        "name": name,
        "contentUrl": data_address(publication, name),
        "encodingFormat": kind,
        "description": description,
        "contentSize": f"{len(data)} B",
        "sha256": sha256(data).hexdigest(),
        "version": publication.edition,
        "license": publication.license,
    }


def _collection(name: str) -> str:
    return f"content/{name.removeprefix('schemas/').removesuffix('.schema.json')}/"


def _read_me(publication: Publication) -> str:
    lines = [
        f"Open data of {publication.title}, edition {publication.edition}.",
        f"Free to use and change with credit: {publication.license}",
        "",
        *(f"{name}: {words}" for name, (_, words) in _WORDS.items()),
        "schemas/: the fields of each kind of file, as JSON Schema 2020-12.",
        "In claims.csv an apostrophe stands before a text that a spreadsheet would take for a formula.",
        "index.json: all files with size, SHA-256, edition and license, and what our own terms mean.",
        "",
        "A grade is computed from the facts beside it and never typed in. It speaks of the statement as worded.",
        "Please quote a claim with what it does not prove and with who disputes it.",
    ]
    return "\n".join(lines) + "\n"
