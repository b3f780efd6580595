"""The editors' pages say what the code holds, all of it and nothing else."""

import re
from inspect import signature
from pathlib import Path

import pytest
import yaml
from jinja2 import Environment

from macros.model.collections import COLLECTIONS
from macros.page_calls import PAGE_CALLS, PageCall
from macros.page_macros import PAGE_MACROS
from macros.views.manual import field_reference, macro_reference

ROOT = Path(__file__).parents[2]


def test_every_macro_is_documented_and_nothing_else_is() -> None:
    assert re.findall(r"^## (\w+) ", macro_reference(PAGE_MACROS), re.MULTILINE) == [*PAGE_MACROS]


@pytest.mark.parametrize("name", PAGE_MACROS)
def test_the_example_of_a_macro_is_a_call_that_it_takes(name: str) -> None:
    text = macro_reference({name: PAGE_MACROS[name]})
    call = re.search(r"\{\{ (.+) \}\}", text)
    assert call is not None
    given: list[tuple[tuple[str, ...], dict[str, str]]] = []
    Environment().from_string(f"{{{{ {call[1]} }}}}").render(
        {name: lambda *words, **named: given.append((words, named))}
    )
    known = PAGE_CALLS[name].takes
    (words, named) = given[0]
    assert len(words) <= len(known)
    assert set(named) <= set(known)


def test_a_page_may_call_every_macro_with_the_words_that_it_takes() -> None:
    taken = {name: [*signature(macro).parameters.values()][2:] for name, macro in PAGE_MACROS.items()}
    needs = {name: tuple(one.name for one in words if one.default is one.empty) for name, words in taken.items()}
    may = {name: tuple(one.name for one in words if one.default is not one.empty) for name, words in taken.items()}
    assert [*PAGE_CALLS.items()] == [(name, PageCall(needs[name], may[name])) for name in PAGE_MACROS]


def test_the_page_of_macros_is_made_from_the_code() -> None:
    assert "{{ macro_reference() }}" in (ROOT / "docs/edit/macros.md").read_text("utf-8")
    assert "{{ field_reference() }}" in (ROOT / "docs/edit/fields.md").read_text("utf-8")


@pytest.mark.parametrize("folder", COLLECTIONS)
def test_every_field_is_documented_with_a_description(folder: str) -> None:
    text = field_reference()
    assert f"## {folder.capitalize()} " in text
    for name, field in COLLECTIONS[folder].model.model_fields.items():
        if not field.exclude:
            assert f"<code>{field.alias or name}</code>" in text
            assert field.description, f"{folder}: {name} has no description"


def test_every_page_of_the_navigation_stands() -> None:
    class Loader(yaml.SafeLoader):
        """Knows no tag of the host."""

    Loader.add_multi_constructor("", lambda loader, suffix, node: None)
    nav = yaml.load((ROOT / "mkdocs.yml").read_text("utf-8"), Loader=Loader)["nav"]
    made = {f"{collection.address}/index.md" for collection in COLLECTIONS.values()}
    for path in _paths(nav):
        assert path in made or (ROOT / "docs" / path).is_file(), path


def _paths(part: object) -> list[str]:
    if isinstance(part, str):
        return [part]
    inner = part if isinstance(part, list) else part.values() if isinstance(part, dict) else ()
    return [path for each in inner for path in _paths(each)]
