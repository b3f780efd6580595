"""Typesetting: plain data and a template become an accessible PDF, the same bytes on every run."""

from datetime import UTC, date, datetime, time
from functools import cache
from pathlib import Path
from typing import Literal

import typst

TEMPLATES = Path(__file__).parent
STANDARD: Literal["ua-1"] = "ua-1"


class Refused(Exception):
    """The typesetter refused a document; the message is what it said."""


def typeset(template: str, data: str, when: date) -> bytes:
    """Return the PDF of a template filled with data, which is JSON; `when` is the date written into the file."""
    stamp = datetime.combine(when, time(12), UTC)
    try:
        made = typst.compile(
            str(TEMPLATES / f"{template}.typ"),
            root=str(TEMPLATES),
            font_paths=_fonts(),
            sys_inputs={"data": data},
            pdf_standards=[STANDARD],
            timestamp=stamp,
        )
    except typst.TypstError as error:
        raise Refused(str(error.message)) from error
    assert isinstance(made, bytes)
    return made


@cache
def _fonts() -> typst.Fonts:
    """Return the handbook's own fonts; those of the machine would make other bytes on other machines."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[TEMPLATES / "fonts"])
