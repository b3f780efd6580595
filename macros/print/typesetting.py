"""Typesetting: plain data and a template become an accessible PDF, the same bytes on every run."""

import json
import re
from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from functools import cache
from pathlib import Path
from typing import Any, Literal

import typst

from macros.print.inner_links import Goal, names_of_goals, with_goals

TEMPLATES = Path(__file__).parent
STANDARD: Literal["ua-1"] = "ua-1"
_IMPORT = re.compile(r'^#import "([^"]+)"', re.MULTILINE)
_COMMENT = "//"
"""Stands before data, which are one line: the typesetter parses every file as a template, and so has soon done."""


class Refused(Exception):
    """The typesetter refused a document; the message is what it said."""


def typeset(template: str, data: str, when: date) -> bytes:
    """Return the PDF of a template filled with data, which is JSON; `when` is the date written into the file."""
    stamp = datetime.combine(when, time(12), UTC)
    project = files(template, data)
    try:
        made = typst.compile(project, font_paths=_fonts(), pdf_standards=[STANDARD], timestamp=stamp)
        assert isinstance(made, bytes)
        return with_goals(made, _goals(project, names_of_goals(made)))
    except typst.TypstError as error:
        raise Refused(str(error.message)) from error


def _goals(project: Any, names: Sequence[str]) -> dict[str, Goal]:
    """Return where the labels of these names stand; the typesetter still knows what it has just set.

    Raises Refused where a label is not there.
    """
    if not names:
        return {}
    listed = "".join(f"{json.dumps(name, ensure_ascii=False)}, " for name in names)
    asked = f"({listed}).map(name => locate(label(name)).position())"
    try:
        found = json.loads(typst.eval(project, asked, font_paths=_fonts()))
    except RuntimeError as error:
        raise Refused(str(error)) from error
    places = (Goal(one["page"], *(float(one[side].removesuffix("pt")) for side in ("x", "y"))) for one in found)
    return dict(zip(names, places, strict=True))


def files(template: str, data: str) -> Any:
    """Return the project of one document: the templates that it needs and, as files too, its data and what stands on
    each page.

    As `sys.inputs` they would be part of the typesetter's library, and it would forget all that it knows of texts that
    it has set before. The type is Any because the stubs of typst 0.15.2 lack dictionaries, which its manual describes.
    """
    whole = json.loads(data)
    head = json.dumps({name: whole.get(name, "") for name in ("title", "url")})
    return _templates(template) | {"data.json": (_COMMENT + data).encode(), "head.json": head.encode()}


@cache
def _templates(name: str) -> dict[str, bytes]:
    """Return a template as main.typ and all that it imports; others would be parsed for each document in vain."""
    found, waiting = {"main.typ": (TEMPLATES / f"{name}.typ").read_bytes()}, ["main.typ"]
    while waiting:
        for imported in _IMPORT.findall(found[waiting.pop()].decode()):
            if imported not in found:
                found[imported] = (TEMPLATES / imported).read_bytes()
                waiting.append(imported)
    return found


@cache
def _fonts() -> typst.Fonts:
    """Return the handbook's own fonts; those of the machine would make other bytes on other machines."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[TEMPLATES / "fonts"])
