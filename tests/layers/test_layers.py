"""Imports of the generator run downwards only: a noun knows what it stands on, never what stands on it."""

import ast
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FLOORS = (
    {"problems", "markup", "yaml_words", "scalar_places", "content_policy", "offline_copy", "right_ways"}
    | {"hold", "stopping", "build_day", "garbage", "theme_files", "live_html", "picture", "web_address"}
    | {"looking", "kept", "frame", "page_calls", "shared_parts"},
    {"text_file", "whole_file", "workshop"},
    {"kept_files"},
    {"kept_layouts"},
    {"yaml_tree"},
    {"model", "citations", "bibliography", "report", "compiled_templates", "docs_files", "docs_rendering"},
    {"sources", "content_files", "docs_pages", "addresses", "due", "evidence", "effect_size", "wording"},
    {"field_names", "validation", "text_rules", "retractions", "skeleton", "issue_forms", "input_schema", "redirects"}
    | {"front_matter"},
    {"entries"},
    {"handbook_rules", "evidence_rules", "guide_rules"},
    {"handbook"},
    {"news"},
    {"prose", "pages", "edits", "exports"},
    {"views"},
    {"page_keys"},
    {"advice", "changes", "page_html", "page_macros", "print", "search", "summary"},
    {"aside", "kept_pages"},
    {"__init__", "authored", "downloads", "lint", "occurrences"},
    {"site", "preview", "last_build"},
    {"plain_pages"},
    {"commands"},
    {"hooks", "__main__"},
)
"""From the ground up; a folder is one noun."""
FLOOR = {noun: number for number, nouns in enumerate(FLOORS) for noun in nouns}
MODULES = {path.relative_to(ROOT / "macros").with_suffix("").as_posix(): path for path in ROOT.glob("macros/**/*.py")}


def imported(path: Path) -> set[str]:
    """Return the modules of `macros` that a file imports, as paths below it."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {_module(name.name) for name in node.names}
        elif isinstance(node, ast.ImportFrom):
            found |= {_module(f"{node.module}.{name.name}") or _module(node.module or "") for name in node.names}
    return found - {""}


def _module(name: str) -> str:
    """Return the path of a module below macros/ from its full name, or nothing where there is none."""
    path = name.removeprefix("macros.").replace(".", "/") if name.startswith("macros.") else "?"
    return next((each for each in (path, f"{path}/__init__") if each in MODULES), "")


def noun(module: str) -> str:
    """Return the noun that a module belongs to: its folder below macros/, or the file itself."""
    return module.split("/")[0]


def test_every_noun_has_a_floor() -> None:
    assert {noun(module) for module in MODULES} == {*FLOOR}


@pytest.mark.parametrize("module", sorted(MODULES))
def test_imports_run_downwards(module: str) -> None:
    others = {each for each in imported(MODULES[module]) if noun(each) != noun(module)}
    assert {each for each in others if FLOOR[noun(each)] >= FLOOR[noun(module)]} == set()


def test_nothing_imports_itself_by_a_detour() -> None:
    try:
        TopologicalSorter({module: imported(path) for module, path in MODULES.items()}).prepare()
    except CycleError as circle:
        pytest.fail(" -> ".join(circle.args[1]))


def test_only_hooks_know_the_host() -> None:
    knows = {
        module
        for module, path in MODULES.items()
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        for name in ([node.module or ""] if isinstance(node, ast.ImportFrom) else [])
        + ([each.name for each in node.names] if isinstance(node, ast.Import) else [])
        if name.split(".")[0] == "mkdocs"
    }
    assert knows == {"hooks"}
