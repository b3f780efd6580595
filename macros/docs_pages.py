"""The authored pages below docs/."""

import re
from pathlib import Path

from macros.problems import Place, Problem
from macros.text_file import Text, read, salvage

_FRONT_MATTER = re.compile(r"\A---\n(?:.*?\n)?---\n", re.DOTALL)
_TITLE = re.compile(r"\A---\n(?:.*\n)*?title:\s*(.+)\n")
BRACES = re.compile(r"\{[{%](?:(?!\{[{%]).)*?[%}]\}", re.DOTALL)
_THEME = "overrides/"
"""The theme's own folder below docs/; it holds templates, not pages."""


def read_docs(root: Path) -> tuple[dict[str, Text], list[Problem]]:
    """Return the text of each authored page by its path below docs/, and what is wrong with the files."""
    texts: dict[str, Text] = {}
    problems: list[Problem] = []
    docs = root / "docs"
    for path in sorted(docs.rglob("*")):
        relative = path.relative_to(docs).as_posix()
        if path.is_symlink() and not path.resolve().is_relative_to(root.resolve()):
            message = "this is a link to a place outside the handbook: put the file itself here"
            problems.append(Problem(Place(f"docs/{relative}"), message, "symlink"))
        elif path.suffix == ".md" and path.is_file() and not relative.startswith(_THEME):
            text, found = read(path, f"docs/{relative}")
            problems += found
            texts[relative] = text or salvage(path, f"docs/{relative}")
    return texts, problems


def without_front_matter(text: str) -> str:
    """Return a page's text with its front matter blanked, so that offsets stay."""
    return _FRONT_MATTER.sub(lambda match: re.sub(r"[^\n]", " ", match.group()), text)


def head_length(text: str) -> int:
    """Return how many characters of a page are its front matter, the dashes included; 0 where it has none."""
    found = _FRONT_MATTER.match(text)
    return found.end() if found else 0


def title_of(text: str) -> str:
    """Return the title in the front matter of a page, or nothing where it has none."""
    found = _TITLE.match(text)
    return found[1].strip().strip("\"'") if found else ""


def without_calls(text: str) -> str:
    """Return a page's text with its macro calls blanked, so that offsets stay."""
    return BRACES.sub(lambda match: re.sub(r"[^\n]", " ", match.group()), text)
