"""Compiled templates are used again while nothing that decides them has changed, and never else."""

from collections.abc import Callable
from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader

from macros.compiled_templates import CompiledTemplates

Write = Callable[..., str]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Fill in a template with a filter of constants, as another process would, and say what the filter returned."""
    sources, cache = tmp_path / "sources", tmp_path / "cache"
    sources.mkdir()
    (sources / "tea.jinja").write_text("{{ 'tea' | poured }}", "utf-8")

    def fill(poured: str, program: bytes = b"1") -> str:
        environment = Environment(loader=FileSystemLoader(sources), bytecode_cache=CompiledTemplates(cache, program))
        environment.filters["poured"] = lambda cup: poured
        return environment.get_template("tea.jinja").render()

    return fill


def test_a_template_is_compiled_once(write: Write) -> None:
    assert write("black") == "black"
    assert write("green") == "black"  # the constant was filled in when it was compiled


def test_another_program_compiles_it_again(write: Write) -> None:
    write("black")
    assert write("green", b"2") == "green"


def test_another_source_compiles_it_again(write: Write, tmp_path: Path) -> None:
    write("black")
    (tmp_path / "sources" / "tea.jinja").write_text("{{ 'tea' | poured }}!", "utf-8")
    assert write("green") == "green!"


def test_a_damaged_file_is_compiled_again(write: Write, tmp_path: Path) -> None:
    write("black")
    (kept,) = (tmp_path / "cache").iterdir()
    kept.write_bytes(kept.read_bytes()[:-1] + b"?")
    assert write("green") == "green"
    kept.write_bytes(b"")
    assert write("green") == "green"


def test_a_folder_that_cannot_be_written_to_costs_nothing_else(write: Write, tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("not a folder", "utf-8")
    assert write("black") == "black"
    assert write("green") == "green"
