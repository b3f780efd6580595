"""Open data holds what the handbook holds: it is read back and compared, and its schemas accept the content files."""

import csv
import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from hashlib import sha256
from io import StringIO
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
import yaml
from jsonschema import Draft202012Validator

from macros.exports.claims_table import BETWEEN
from macros.exports.feed import ATOM, feed_files
from macros.exports.json_ld import TERMS
from macros.exports.open_data import open_data_files
from macros.exports.page_record import Publication
from macros.handbook import Handbook
from macros.lint import load
from macros.model.claim import Claim
from macros.model.collections import COLLECTIONS
from macros.model.ids import Names

ROOT = Path(__file__).parents[2]
URL = "https://handbook.example/"
PUBLICATION = Publication("Handbook", URL, "Editors", "2026-11", date(2026, 11, 21))
ENTRIES = sorted(ROOT.glob("content/*/*.yml"))
INVENTED = ROOT / "tests" / "views" / "handbook"


class Plain(yaml.SafeLoader):
    """Reads YAML as JSON would hold it: a date is a text, and so is the word on."""


Plain.yaml_implicit_resolvers = {
    sign: [(tag, form) for tag, form in forms if not tag.endswith(":timestamp") and sign not in "oOyYnN"]
    for sign, forms in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


@pytest.fixture(scope="module")
def handbook() -> Handbook:
    return load(ROOT)


@pytest.fixture(scope="module")
def files(handbook: Handbook) -> dict[str, str]:
    return dict(open_data_files(handbook, PUBLICATION))


@pytest.fixture(scope="module")
def claims(files: Mapping[str, str]) -> list[dict[str, Any]]:
    graph = json.loads(files["data/claims.json"], parse_float=Decimal)["@graph"]
    return [node for node in graph if node["@type"] == "Claim"]


def claim_from(handbook: Handbook, fields: dict[str, Any]) -> Claim:
    """Return the claim that these fields make, checked as a content file is."""
    names = Names(handbook.entries, handbook.bibliography.works)
    return Claim.model_validate(fields, context=names)


def key_of(reference: Mapping[str, str]) -> str:
    return reference["@id"].removeprefix(f"{URL}sources/").removesuffix("/")


def published(handbook: Handbook) -> dict[str, Any]:
    """Return the claims as data: the words by which people search for them are of this site alone."""
    return {id: claim.model_copy(update={"aliases": ()}) for id, claim in handbook.entries["claims"].items()}


def test_claims_json_is_read_back_to_the_same_claims(handbook: Handbook, claims: list[dict[str, Any]]) -> None:
    same = ("does_not_prove", "rests_on", "resolved", "searched", "reviewed", "pillars", "legs", "relation")
    read = {
        node["identifier"]: claim_from(
            handbook,
            {
                "id": node["identifier"],
                "title": node["name"],
                "statement": node["text"],
                "about": node["population"],
                "evidence": [{**link, "source": key_of(link["source"])} for link in node["evidence"]],
                **{name: node[name] for name in same if name in node},
            },
        )
        for node in claims
    }
    assert read == published(handbook)


def test_claims_csv_is_read_back_to_the_same_claims(handbook: Handbook, files: Mapping[str, str]) -> None:
    rows = [*csv.DictReader(StringIO(files["data/claims.csv"], newline=""), strict=True)]
    ids = dict.fromkeys(row["claim"] for row in rows)
    read = {id: claim_from(handbook, _from_rows([row for row in rows if row["claim"] == id])) for id in ids}
    assert read == published(handbook)


def _from_rows(rows: list[dict[str, str]]) -> dict[str, Any]:
    first = {name: value for name, value in rows[0].items() if value}
    plain = ("title", "statement", "relation", "does_not_prove", "rests_on", "resolved")
    fields: dict[str, Any] = {name: first[name] for name in plain if name in first}
    if "searched_on" in first:
        fields["searched"] = {"on": first["searched_on"], "where": first["searched_where"]}
    return {
        **fields,
        "id": first["claim"],
        "about": first["population"],
        "pillars": first.get("pillars", "").split(),
        "legs": first.get("legs", "").split(),
        "reviewed": {"on": first["reviewed_on"], "outcome": first["reviewed_outcome"]},
        "evidence": [_link(row) for row in rows],
    }


def _link(row: dict[str, str]) -> dict[str, Any]:
    given = {name: value for name, value in row.items() if value}
    names = ("source", "role", "studied", "finding", "locator", "read_as", "raters")
    link: dict[str, Any] = {name: given[name] for name in names if name in given}
    result = {name: given[name] for name in ("metric", "value", "to", "unit_of_analysis", "of") if name in given}
    return link | ({"result": result} if result else {})


def test_lines_of_the_table_end_as_rfc_4180_says(files: Mapping[str, str]) -> None:
    rows = [*csv.reader(StringIO(files["data/claims.csv"], newline=""))]
    assert files["data/claims.csv"].endswith("\r\n")
    assert {len(row) for row in rows} == {len(rows[0])}


def test_grade_and_reasons_go_with_each_claim(
    handbook: Handbook, claims: list[dict[str, Any]], files: Mapping[str, str]
) -> None:
    rows = {row["claim"]: row for row in csv.DictReader(StringIO(files["data/claims.csv"], newline=""))}
    for node in claims:
        grade = handbook.grade(node["identifier"])
        row = rows[node["identifier"]]
        assert (node["grade"], node["reasons"], node["disputed"]) == (grade.level, [*grade.reasons], grade.disputed)
        assert (row["grade"], row["reasons"].split(BETWEEN)) == (grade.level, [*grade.reasons])


def test_every_term_of_our_own_is_explained(files: Mapping[str, str], claims: list[dict[str, Any]]) -> None:
    of_schema = {"@id", "@type", "identifier", "url", "name", "text", "appearance"}
    assert {name for node in claims for name in node} - of_schema <= {*TERMS}
    assert json.loads(files["data/index.json"])["terms"] == TERMS


def test_a_work_is_named_by_its_doi(handbook: Handbook, files: Mapping[str, str]) -> None:
    graph = {node["@id"]: node for node in json.loads(files["data/claims.json"])["@graph"]}
    for node in [*graph.values()]:
        for link in node.get("evidence", ()):
            work = graph[link["source"]["@id"]]
            doi = handbook.bibliography.works[work["identifier"]].csl.get("DOI")
            assert doi is None or work["sameAs"] == f"https://doi.org/{doi}"


@pytest.mark.parametrize("folder", COLLECTIONS)
def test_a_schema_is_sound_and_closed(files: Mapping[str, str], folder: str) -> None:
    schema = json.loads(files[f"data/schemas/{folder}.schema.json"])
    Draft202012Validator.check_schema(schema)
    assert schema["$id"] == f"{URL}data/schemas/{folder}.schema.json?edition=2026-11"
    parts = [schema, *(part for part in schema.get("$defs", {}).values() if part["type"] == "object")]
    assert all(part["additionalProperties"] is False for part in parts)
    assert all("description" in field for part in parts for field in part["properties"].values())


@pytest.mark.parametrize("path", ENTRIES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_content_file_fits_its_published_schema(files: Mapping[str, str], path: Path) -> None:
    schema = json.loads(files[f"data/schemas/{path.parent.name}.schema.json"])
    entry = json.loads(json.dumps(yaml.load(path.read_text("utf-8"), Plain)))
    assert [error.message for error in Draft202012Validator(schema).iter_errors(entry)] == []


@pytest.mark.parametrize("wrong", [{"grade": "high"}, {"relation": "improves"}, {"evidence": []}, {"statement": 3}])
def test_a_schema_refuses_what_the_check_refuses(files: Mapping[str, str], wrong: dict[str, Any]) -> None:
    schema = json.loads(files["data/schemas/claims.schema.json"])
    entry = yaml.load((ROOT / "content/claims/number-157.yml").read_text("utf-8"), Plain)
    assert [*Draft202012Validator(schema).iter_errors({**entry, **wrong})] != []


def test_the_list_names_every_file_with_its_hash(files: Mapping[str, str]) -> None:
    listed = json.loads(files["data/index.json"])
    hashes = {f"data/{one['name']}": one["sha256"] for one in listed["distribution"]}
    others = ("data/index.json", "data/README.txt")
    assert hashes == {path: sha256(text.encode()).hexdigest() for path, text in files.items() if path not in others}
    assert (listed["version"], listed["license"]) == ("2026-11", PUBLICATION.license)


def test_data_is_the_same_from_run_to_run(handbook: Handbook, files: Mapping[str, str]) -> None:
    assert dict(open_data_files(handbook, PUBLICATION)) == files


def feeds(handbook: Handbook) -> dict[str, ElementTree.Element]:
    return {path: ElementTree.fromstring(text) for path, text in feed_files(handbook, PUBLICATION)}


def test_a_feed_has_what_atom_asks_for(handbook: Handbook) -> None:
    for path, feed in feeds(handbook).items():
        for element in (feed, *feed.findall(f"{{{ATOM}}}entry")):
            found = {each: element.findtext(f"{{{ATOM}}}{each}") for each in ("id", "title", "updated")}
            assert all(found.values())
            assert str(found["id"]).startswith(URL)
        assert feed.findtext(f"{{{ATOM}}}id") == f"{URL}{path}"
        ids = [each.text for each in feed.iter(f"{{{ATOM}}}id")]
        assert len(ids) == len({*ids})


def test_a_log_without_corrections_is_a_feed_as_old_as_the_edition(handbook: Handbook) -> None:
    empty = replace(handbook, entries={**handbook.entries, "corrections": {}})
    feed = feeds(empty)["data/corrections.xml"]
    assert feed.findtext(f"{{{ATOM}}}updated") == "2026-11-21T00:00:00Z"
    assert feed.find(f"{{{ATOM}}}entry") is None


def test_a_correction_is_told_in_plain_words() -> None:
    feed = feeds(load(INVENTED))["data/corrections.xml"]
    summary = feed.findtext(f"{{{ATOM}}}entry/{{{ATOM}}}summary")
    assert summary == "It said: Tea raises trust by 3 percent. It says: Tea goes with trust."


def test_a_site_without_an_address_has_no_feed(handbook: Handbook) -> None:
    assert [*feed_files(handbook, replace(PUBLICATION, url=""))] == []
