"""The text of an entry's page: what its template makes of it, before evidence and references are added."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from markupsafe import Markup

from macros.addresses import entry_at
from macros.docs_pages import without_front_matter
from macros.model.entry import Record
from macros.model.guide import Guide
from macros.model.path import Path
from macros.prose import Prose
from macros.views.agenda import clock
from macros.views.claim import positions
from macros.views.crossing import crossings
from macros.views.path import Times, page_minutes, times
from macros.views.protocol import lengths
from macros.views.sheet import Sheet
from macros.views.strategy import related
from macros.views.study import findings

MORE: dict[str, Callable[..., dict[str, Any]]] = {
    "pillars": crossings,
    "legs": crossings,
    "claims": positions,
    "studies": findings,
    "protocols": lengths,
    "strategies": related,
    "guides": lambda sheet, guide: meeting_terms(sheet, guide),
    "paths": lambda sheet, path: {"times": path_times(sheet, path)},
}
"""What a template of a collection is given beside the entry itself."""
_CALL = re.compile(r"\{\{(?:(?!\{\{).)*?\}\}", re.DOTALL)


def more_of(sheet: Sheet, folder: str, entry: Record) -> dict[str, Any]:
    """Return what the template of an entry is given beside the entry itself."""
    return MORE[folder](sheet, entry) if folder in MORE else {}


def entry_text(
    sheet: Sheet, folder: str, entry: Record, more: Mapping[str, Any], used: Sequence[object] = (), **given: Any
) -> Markup:
    """Return the page of an entry down to where it is used."""
    files: dict[str, Any] = {"one_page": {}, "downloads": {}, **given}
    title = sheet.title(folder, entry.id)
    return sheet.write(f"{folder}.md.jinja", folder=folder, entry=entry, title=title, **files, **more, used=used)


def path_times(sheet: Sheet, path: Path) -> Times:
    """Return what each step of a reading path takes."""
    return times(sheet, path, page_text)


def reading_minutes(sheet: Sheet, target: str) -> int:
    """Return the minutes that a page takes to read, counted as reading paths count them."""
    return page_minutes(sheet, target, page_text)


def meeting_terms(sheet: Sheet, guide: Guide) -> dict[str, Any]:
    """Return what the template of a meeting asks for beside the meeting: its clock, and what reading takes."""
    return {**clock(sheet, guide), "reading_minutes": lambda target: reading_minutes(sheet, target)}


def page_text(sheet: Sheet, address: str) -> str:
    """Return the text of a page as it is read, without what its macros show; nothing for the page of a collection.

    It is written on a sheet of its own, so that the page which asks does not come to cite what that page cites.
    """
    kept = sheet.handbook.read_aloud
    if address not in kept:
        kept[address] = _page_text(sheet, address)
    return kept[address]


def _page_text(sheet: Sheet, address: str) -> str:
    apart = Sheet(sheet.handbook, Prose(sheet.handbook, sheet.prose.formatted, lambda address: address))
    authored = sheet.handbook.docs.get(address.removeprefix("/"))
    if authored is not None:
        return _authored_text(apart, authored)
    folder, id = entry_at(address) or ("", "")
    if id not in sheet.handbook.entries.get(folder, ()):
        return ""
    entry = sheet.handbook.find(folder, id)
    return str(entry_text(apart, folder, entry, more_of(apart, folder, entry)))


def _authored_text(sheet: Sheet, text: str) -> str:
    parts = _CALL.sub("", without_front_matter(text)).split("\n\n")
    return "\n\n".join(part if part.startswith("#") else str(sheet.prose.block(part)) for part in parts)
