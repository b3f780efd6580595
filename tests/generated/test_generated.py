"""The files that follow from the model follow it, are valid where they are used, and no new entry makes them wrong."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

from macros.bibliography import read_bibliography
from macros.commands.generated import NAMES_FILE, generated, names, refresh_names, shapes
from macros.content_files import find
from macros.input_schema import DIALECT, FOLDER, names_schema
from macros.issue_forms import ERROR_FORM, issue_forms
from macros.issue_forms import FOLDER as FORMS
from macros.model.collections import COLLECTIONS
from tests.problems.tree import plant

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
ENTRIES = sorted(ROOT.glob("content/*/*.yml"))
RULES = yaml.safe_load((HERE / "form.yml").read_text("utf-8"))
ALL_FORMS = sorted(path for path in (ROOT / FORMS).glob("*.yml") if path.name != "config.yml")


class Plain(yaml.SafeLoader):
    """Reads YAML 1.2, as editing programs do: a date is a text, and so are yes, no and on."""


Plain.yaml_implicit_resolvers = {}
for tag, form in {"bool": "true|false", "int": r"[-+]?\d+", "float": r"[-+]?\d+\.\d+", "null": "null|~|"}.items():
    Plain.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{form})$"), None)


@pytest.mark.parametrize(("path", "text"), [pytest.param(*each, id=each[0]) for each in shapes()])
def test_a_committed_file_is_what_the_model_gives(path: str, text: str) -> None:
    assert (ROOT / path).read_text("utf-8") == text, "run make generated"


def test_the_committed_names_have_the_form_that_the_program_gives_whatever_names_there_are() -> None:
    held = json.loads((ROOT / NAMES_FILE).read_text("utf-8"))
    committed = {folder: part.get("enum", []) for folder, part in held["$defs"].items()}
    assert held == names_schema(committed)


@pytest.mark.parametrize("folder", COLLECTIONS)
def test_a_schema_is_sound_and_explains_each_field(folder: str) -> None:
    schema = json.loads((ROOT / FOLDER / f"{folder}.schema.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == DIALECT
    assert all(field["description"] for field in schema["properties"].values())


@pytest.fixture(scope="module")
def validators() -> dict[str, Draft202012Validator]:
    fresh = Resource.from_contents(json.loads(names(ROOT)[1]), DRAFT202012)
    registry = Registry().with_resource("names.schema.json", fresh)
    texts = {Path(path).name.partition(".")[0]: text for path, text in shapes() if path.startswith(FOLDER)}
    return {folder: Draft202012Validator(json.loads(text), registry=registry) for folder, text in texts.items()}


def read(path: Path) -> Any:
    """Return an entry as JSON holds it."""
    return json.loads(json.dumps(yaml.load(path.read_text("utf-8"), Plain)))


@pytest.mark.parametrize("folder", COLLECTIONS)
def test_each_entry_of_the_handbook_fits_its_schema(validators: dict[str, Draft202012Validator], folder: str) -> None:
    for path in ENTRIES:
        if path.parent.name == folder:
            assert [(path.stem, error.message) for error in validators[folder].iter_errors(read(path))] == []


@pytest.mark.parametrize("case", yaml.safe_load((HERE / "wrong.yml").read_text("utf-8")), ids=str)
def test_what_the_check_refuses_does_not_fit(validators: dict[str, Draft202012Validator], case: dict[str, Any]) -> None:
    entry = {**read(ROOT / f"content/{case['entry']}.yml"), **case.get("put", {})}
    entry.pop(case.get("drop", ""), None)
    assert [*validators[case["entry"].split("/")[0]].iter_errors(entry)] != []


def test_the_editing_program_is_told_which_schema_goes_with_which_files() -> None:
    settings = json.loads((ROOT / ".vscode/settings.json").read_text("utf-8"))
    assert settings["yaml.schemas"] == {f"{FOLDER}/{one}.schema.json": f"content/{one}/*.yml" for one in COLLECTIONS}
    assert "redhat.vscode-yaml" in json.loads((ROOT / ".vscode/extensions.json").read_text("utf-8"))["recommendations"]


@pytest.mark.parametrize("path", ALL_FORMS, ids=lambda path: path.name)
def test_a_form_keeps_the_rules_of_the_forge(path: Path) -> None:
    form = yaml.safe_load(path.read_text("utf-8"))
    assert [error.message for error in Draft202012Validator(RULES).iter_errors(form)] == []
    asked = [block for block in form["body"] if block["type"] != "markdown"]
    for names_of in ([block["id"] for block in asked], [block["attributes"]["label"].lower() for block in asked]):
        assert len(names_of) == len({*names_of})


def test_there_are_forms_for_what_readers_bring() -> None:
    found = {yaml.safe_load(path.read_text("utf-8"))["name"] for path in ALL_FORMS}
    assert found == {"Suggest a strategy", "Report an error", "Add a source", "Report a barrier"}


def test_the_form_for_errors_takes_the_place_that_a_page_gives() -> None:
    form = yaml.safe_load(dict(issue_forms())[f"{FORMS}/{ERROR_FORM}"])
    assert "where" in {block.get("id") for block in form["body"]}


def test_the_chooser_leads_to_pages_of_the_site() -> None:
    config = yaml.safe_load((ROOT / FORMS / "config.yml").read_text("utf-8"))
    site = re.search(r"^site_url: (\S+)", (ROOT / "mkdocs.yml").read_text("utf-8"), re.MULTILINE)
    assert site is not None
    for link in config["contact_links"]:
        assert {*link} == {"name", "url", "about"}
        page = link["url"].removeprefix(site[1]).strip("/")
        assert (ROOT / f"docs/{page}/index.md").is_file()


def test_files_are_written_once_and_compared_without_writing(tmp_path: Path) -> None:
    root = plant({}, tmp_path / "tree")
    said, well = generated(root, compare=True)
    assert not well
    assert f"{FORMS}/{ERROR_FORM} is out of date: run make generated" in said
    assert not (root / ".github").exists()
    assert generated(root, compare=False)[0].count("\n") == len([*shapes()])
    assert generated(root, compare=True) == ("", True)


def test_an_entry_that_the_list_of_names_does_not_know_is_a_note(tmp_path: Path) -> None:
    root = plant({}, tmp_path / "tree")
    generated(root, compare=False)
    (root / "content/terms/new.yml").write_text("title: New\ndefinition: Not old.\n", "utf-8")
    note = f"note: {NAMES_FILE} lags behind the entries; make generated refreshes it"
    assert generated(root, compare=True) == (note, True)
    refresh_names(root)
    assert generated(root, compare=True) == ("", True)


def test_the_names_are_those_of_the_tree() -> None:
    held = json.loads(names(ROOT)[1])["$defs"]
    assert held["terms"]["enum"] == sorted(find(ROOT).files["terms"])
    assert held["references"]["enum"] == sorted(read_bibliography(ROOT / "references.bib")[0].works)
