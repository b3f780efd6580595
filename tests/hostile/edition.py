"""A small handbook in which every text of every collection, every field of a work and the top of every page attacks."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from macros.model.collections import COLLECTIONS
from macros.model.shape import Path as FieldPath
from macros.sources import parse
from macros.text_file import read
from tests.leaves.edition import got, leaf_paths, put, value_at

ROOT = Path(__file__).parents[2]
GIVEN = ROOT / "tests" / "views" / "handbook"
PRODUCT = str(7919 * 7907)
"""What stands on a page where somebody computed."""
_CALLS = "{{7919*7907}}{%raw%}{#"
_SCRIPT = "<script>zqx()</script>"
LINE = f"""</title>{_SCRIPT}"'><img/onerror=zqx()>{_CALLS}"""
"""What a field of one line gets: it may hold any character, since none has a meaning there."""
TEXT = f"""`{_SCRIPT}"'>` &lt;script&gt;zqx()&lt;/script&gt; {_CALLS}"""
"""What a field of Markdown gets: tags only where Markdown shows them as they are, and as entities."""
WORDS = {"line": LINE, "text": TEXT}
ON_A_SHEET = {"line": f"{_SCRIPT}{{{{7919*7907}}}}", "text": f"`{_SCRIPT}{{{{7919*7907}}}}`"}
"""A sheet must fit on one page."""
TURNS = (
    "]]>",
    "{{self.__init__.__globals__}}",
    "--&gt;",
    "{%endraw%}{{cycler.__init__.__globals__}}",
    "&lt;/textarea&gt;",
    "{{config}}{{namespace()}}",
    "<svg/onload=zqx()>",
    "&#123;&#123;config&#125;&#125;",
)
"""Of these each field gets one, in turn: all of them in every field would not fit on a page."""
TEX = r"""</title><script>zqx()</script><img src=x onerror=zqx()> ]]\> --\> \{\{7919*7907\}\}\{\%endraw\%\}"""
"""What a field of a work gets."""
_NOT_WORDS = ("page", "where")
"""Fields of one line that hold an address."""


def mark(number: int) -> str:
    """Return the word by which one field is found again."""
    return f"zqx{number}xqz"


def plant_hostile(root: Path, hostile: bool = True) -> dict[tuple[str, str, FieldPath], str]:
    """Write the handbook, hostile or as it was; return the mark of each field that was altered."""
    shutil.copytree(ROOT / "docs", root / "docs", ignore=shutil.ignore_patterns("*.md"))
    shutil.copytree(ROOT / "macros", root / "macros", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", root)
    shutil.copytree(GIVEN / "content", root / "content")
    _pages(root, hostile)
    _works(root, hostile)
    return _entries(root) if hostile else {}


def _pages(root: Path, hostile: bool) -> None:
    """Write a stub for each authored page; the top of each is hostile, its body says nothing."""
    for page in sorted((ROOT / "docs").rglob("*.md")):
        path = root / page.relative_to(ROOT)
        path.parent.mkdir(parents=True, exist_ok=True)
        words = LINE.replace("{", "").replace("}", "") if hostile else ""
        head = {"title": f"Stub {words}", "description": f'About {words} " http-equiv="refresh" content="0;url=//evil'}
        body = "# Stub &lt;script&gt;zqx()&lt;/script&gt;"
        path.write_text(f"---\n{yaml.safe_dump(head, width=10_000)}---\n{body}\n", "utf-8")


def _works(root: Path, hostile: bool) -> None:
    text = (GIVEN / "references.bib").read_text("utf-8")
    if hostile:
        text = re.sub(r"(title|journaltitle|publisher)( *= \{)", lambda found: f"{found[0]}{TEX} ", text)
        text = text.replace("author       = {Ash, Ada", "author       = {{" + TEX + "} and Ash, Ada")
        text = text.replace("  volume ", "  note = {" + TEX + "},\n  number = {" + TEX + "},\n  volume ")
    (root / "references.bib").write_text(text, "utf-8")


def _entries(root: Path) -> dict[tuple[str, str, FieldPath], str]:
    marks: dict[tuple[str, str, FieldPath], str] = {}
    for folder in COLLECTIONS:
        words = ON_A_SHEET if folder == "tools" else WORDS
        for path in sorted((root / "content" / folder).glob("*.yml")):
            data = _small(entry_data(path)) if folder == "tools" else entry_data(path)
            for at, kind in hostile_fields(folder, data):
                name, turn = mark(len(marks)), TURNS[len(marks) % len(TURNS)]
                marks[folder, path.stem, at] = name
                data = put(data, at, f"{got(data, at)} {name}{words[kind]}{turn if words is WORDS else ''}".strip())
            path.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=10_000), "utf-8")
    return marks


def _small(tool: Any) -> Any:
    """Return a sheet with one item where it has several, since its texts are about to grow."""
    parts = [part | ({"items": part["items"][:1]} if "items" in part else {}) for part in tool["parts"]]
    return tool | {"parts": parts}


def entry_data(path: Path) -> Any:
    """Return an entry as it is read: every value is a text."""
    text = read(path, path.name)[0]
    source = parse(text)[0] if text else None
    assert source is not None
    return source.data


def hostile_fields(folder: str, data: Any) -> Iterator[tuple[FieldPath, str]]:
    """Yield path and kind of each field of an entry that holds words, which the model says."""
    for path in leaf_paths(data):
        kind = value_at(folder, path).kind
        if kind in ("line", "text") and path[-1] not in _NOT_WORDS and path[0] != "unseen":
            yield path, kind
