"""The layout around the text of a page: a preview keeps it while nothing in it changes, and puts new text inside."""

from dataclasses import dataclass, field
from typing import Any

Page = Any
"""A page of the host: its file, meta, title, toc and content are read here."""


@dataclass
class Frames:
    """Path of a page -> what its layout was made from, and the layout before and after its text."""

    _kept: dict[str, tuple[object, str, str]] = field(default_factory=dict)

    def keep(self, page: Page, html: str) -> None:
        """Keep the layout of a page that was drawn as `html`, where its text stands in it once."""
        before, _, after = html.partition(page.content or "\0")
        if page.content and page.content not in after:
            self._kept[page.file.src_uri] = (_grounds(page), before, after)

    def around(self, page: Page) -> str | None:
        """Return a page with its text of now, or None where its layout has to be drawn."""
        made_from, before, after = self._kept.get(page.file.src_uri, (None, "", ""))
        return f"{before}{page.content}{after}" if made_from == _grounds(page) else None

    def clear(self) -> None:
        """Forget all of them: another theme or navigation draws them."""
        self._kept.clear()


def _grounds(page: Page) -> object:
    """Return all that a layout shows of its page, but for the text; the theme adds a heading to a text without one."""
    return page.meta, page.title, str(page.toc), "<h1" in (page.content or "")
