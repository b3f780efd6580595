"""The forms in which readers suggest and report: their questions are the fields of the model.

GitHub's rules for such a form: https://docs.github.com/en/communities/using-templates-to-encourage-useful-issues-and-\
pull-requests/syntax-for-githubs-form-schema
"""

from collections.abc import Iterator, Mapping
from typing import Any

import yaml

from macros.model.claim import Claim
from macros.model.field import Field, Value, fields_of
from macros.model.strategy import Strategy
from macros.model.study import Study
from macros.model.vocabulary import LegId, PillarId, Word

FOLDER = ".github/ISSUE_TEMPLATE"
ERROR_FORM = "report-an-error.yml"
Block = dict[str, Any]
_HEAD = "# Made by `make generated` from the model and macros/issue_forms.py: change those.\n"
_NAMED: Mapping[str, type[Word]] = {"pillars": PillarId, "legs": LegId}
_LEFT_TO_EDITORS = ("title", "claims", "related", "aliases", "reviewed", "prompts", "looks_like")
"""Fields that the editor of a strategy fills in, not whoever suggests it; the form asks for the title by itself."""
_NEEDED = ("summary", "do_this_week", "steps")
"""Fields without which a suggestion cannot be judged."""
_OF_A_SOURCE = ("design", "population", "country", "sample", "years", "peer_reviewed", "interest", "limit")


def issue_forms() -> Iterator[tuple[str, str]]:
    """Yield the path and the text of each form that follows the model."""
    for name, form in {
        "suggest-a-strategy.yml": _strategy(),
        ERROR_FORM: _error(),
        "add-a-source.yml": _source(),
    }.items():
        text = yaml.safe_dump(form, sort_keys=False, allow_unicode=True, width=110)
        yield f"{FOLDER}/{name}", _HEAD + text


def _strategy() -> Block:
    fields = [field for field in fields_of(Strategy) if field.name not in _LEFT_TO_EDITORS]
    asked = [_question(field, required=field.name in _NEEDED) for field in fields]
    return _form(
        "Suggest a strategy",
        "Something that leaders can do, which the handbook does not have yet.",
        "Strategy: ",
        [
            _words("Fill in what you know. An editor looks for the evidence and writes the rest with you."),
            _input("title", "Title", "What to do, in a few words.", required=True),
            *asked,
            _area("sources", "Sources", "What speaks for it or against it: authors, year, title, address."),
        ],
    )


def _error() -> Block:
    fields = [field for field in fields_of(Claim) if field.value.kind in ("text", "word", "list")]
    evidence = next(field for field in fields if field.name == "evidence")
    parts = [*fields, *(evidence.value.item.fields if evidence.value.item else ())]
    options = [f"{_label(field)}: {field.description}" for field in parts if field.name not in _NAMED]
    return _form(
        "Report an error",
        "A claim, a number or a source that the handbook has wrong. We answer within 14 days.",
        "Error: ",
        [
            _words("Thank you. Every correction is logged, with the role of whoever noticed and never with a name."),
            _input("where", "Where it stands", "The address of the page, or the name of the claim.", required=True),
            _dropdown("part", "Which part is wrong", "", [*options, "Another part of the page"], many=True),
            _area("wrong", "What is wrong", "Quote the words.", required=True),
            _area("right", "What it should say", "In your words.", required=True),
            _area("shown_by", "What shows it", "The source, and where in it: authors, year, page. Address or DOI."),
        ],
    )


def _source() -> Block:
    fields = {field.name: field for field in fields_of(Study)}
    return _form(
        "Add a source",
        "A study, report or book that the handbook should read.",
        "Source: ",
        [
            _words("Give the DOI if there is one; then the rest can be looked up. Leave out what you have not seen."),
            _input("work", "DOI or address", "Such as 10.1177/105268461302300106", required=True),
            _area("reference", "Authors, year, title, journal or publisher", "As in a reference list."),
            *(_question(fields[name]) for name in _OF_A_SOURCE),
            _area("seen", "Seen", "What you read of it: abstract, full text, review. Where, and when.", required=True),
            _area("bears_on", "Bears on", "Claims or strategies that it supports or disputes, and what it found."),
        ],
    )


def _form(name: str, description: str, title: str, body: list[Block]) -> Block:
    return {"name": name, "description": description, "title": title, "body": body}


def _question(field: Field, required: bool = False) -> Block:
    """Return the question for a field: a choice where its words are listed, else a box to write in."""
    id, label = field.name, _label(field)
    value = field.value.item if field.value.kind == "list" and field.value.item else field.value
    named = _NAMED.get(value.collection)
    if value.words or named:
        options = [word.label for word in named or value.words]
        return _dropdown(id, label, field.description, options, many=field.value.kind == "list", required=required)
    if value.kind == "truth":
        return _dropdown(id, label, "", ["Checked by reviewers", "Not checked by reviewers", "I could not see"])
    if value.kind in ("line", "whole", "number", "date"):
        return _input(id, label, field.description, required)
    return _area(id, label, f"{field.description}{_parts(value)}", required)


def _parts(value: Value) -> str:
    """Return what belongs into a box that stands for several fields."""
    return "".join(f"\n- {_label(each)}: {each.description}" for each in value.fields)


def _label(field: Field) -> str:
    return field.name.replace("_", " ").capitalize()


def _words(text: str) -> Block:
    return {"type": "markdown", "attributes": {"value": text}}


def _input(id: str, label: str, description: str, required: bool = False) -> Block:
    return _block("input", id, {"label": label, "description": description}, required)


def _area(id: str, label: str, description: str, required: bool = False) -> Block:
    return _block("textarea", id, {"label": label, "description": description}, required)


def _dropdown(
    id: str, label: str, description: str, options: list[str], many: bool = False, required: bool = False
) -> Block:
    words = {"description": description} if description else {}
    return _block("dropdown", id, {"label": label, **words, "multiple": many, "options": options}, required)


def _block(kind: str, id: str, attributes: Block, required: bool) -> Block:
    return {"type": kind, "id": id, "attributes": attributes, "validations": {"required": required}}
