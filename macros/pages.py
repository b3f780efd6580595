"""The pages that exist because of content, as plain values: any generator can write them out.

    for page in virtual_pages(handbook):
        write(page.path, whole_page(handbook, prose, page).body)

`plain_pages.py` does so, for `handbook pages`.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from macros.addresses import address, meeting_address
from macros.handbook import Handbook

TEXT = "{{ whole_page() }}"
"""The text of each such page: the one macro that writes it. Nothing that an editor wrote is ever part of a template."""


@dataclass(frozen=True)
class VirtualPage:
    """A page made from content: `path` below docs/, and the `source` file."""

    path: str
    folder: str
    id: str | None
    source: str
    """The file that an editor changes, relative to the root; the collection's folder for an index page."""
    meeting: int | None = None
    """The number of a guide's meeting, for its own page."""


def virtual_pages(handbook: Handbook) -> Iterator[VirtualPage]:
    """Yield the index page of each collection and the page of each entry."""
    for folder, entries in handbook.entries.items():
        yield VirtualPage(address(folder, "index")[1:], folder, None, f"content/{folder}")
        for id in entries:
            yield VirtualPage(address(folder, id)[1:], folder, id, handbook.files[folder][id])
    for guide in handbook.all("guides"):
        for number in range(1, len(guide.sessions) + 1):
            path = meeting_address("guides", guide.id, number)[1:]
            yield VirtualPage(path, "guides", guide.id, handbook.files["guides"][guide.id], number)
