"""The pages that exist because of content, as plain values: any generator can write them out.

    for page in virtual_pages(handbook):
        write(page.path, page_text(page, ...))

`plain_pages.py` does so, for `handbook pages`.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from macros.addresses import address, meeting_address
from macros.handbook import Handbook


@dataclass(frozen=True)
class VirtualPage:
    """A page made from content: `path` below docs/, the one macro `call` that is its text, and the `source` file.

    The call names checked ids only, so that nothing an editor wrote is ever part of a template.
    """

    path: str
    folder: str
    id: str | None
    source: str
    """The file that an editor changes, relative to the root; the collection's folder for an index page."""
    meeting: int | None = None
    """The number of a guide's meeting, for its own page."""

    @property
    def call(self) -> str:
        if self.meeting is not None:
            return f'{{{{ meeting_page("{self.id}", {self.meeting}) }}}}'
        given = f'"{self.folder}"' if self.id is None else f'"{self.folder}", "{self.id}"'
        return f"{{{{ {'index_page' if self.id is None else 'entry_page'}({given}) }}}}"


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
