"""The texts of one printed document, and what they use: the works and claims that its last pages must list."""

from collections.abc import Iterable, Mapping
from typing import Any

from macros.citations.engine import Formatted
from macros.handbook import Handbook
from macros.print.tree import Block, Run, blocks_of, runs_of
from macros.prose import Prose
from macros.views.entry import reading_minutes
from macros.views.sheet import Sheet
from macros.views.words import minutes

SITE = "Leading Together"
"""Who is named as the author of a printed document."""


class Writing:
    """Draws fields as trees; links to pages of the site lead to `base_url`, which ends in a slash."""

    def __init__(
        self, handbook: Handbook, formatted: Formatted, base_url: str, inside: Mapping[str, str] | None = None
    ) -> None:
        """`inside` names the pages that the document itself holds: address -> place in the document."""
        self.handbook = handbook
        self.base_url = base_url if base_url.endswith("/") else base_url + "/"
        self._inside = inside or {}
        self._prose = Prose(handbook, formatted, self._locate)

    def url(self, address: str) -> str:
        """Return the URL of a page named as in links: /legs/joint-work.md#steps."""
        page, hash_, anchor = address.partition("#")
        path = page.strip("/").removesuffix("index.md").removesuffix(".md").rstrip("/")
        return self.base_url + (path + "/" if path else "") + hash_ + anchor

    def _locate(self, address: str) -> str:
        place = self._inside.get(address.partition("#")[0])
        return f"#{place}" if place else self.url(address)

    def blocks(self, text: str) -> list[Block]:
        """Return a field as paragraphs and lists."""
        return blocks_of(self._prose.block(text))

    def runs(self, text: str) -> list[Run]:
        """Return a field as runs without a paragraph."""
        return runs_of(self._prose.inline(text))

    def reading_time(self, address: str) -> str:
        """Return what a page takes to read in words, "6 minutes", the same as on the site."""
        return minutes(reading_minutes(Sheet(self.handbook, self._prose), address))

    def cite(self, key: str) -> list[Run]:
        """Return the citation of a work as part of a sentence: Goddard et al. (2001)."""
        return runs_of(self._prose.cite_key(key, narrative=True))

    def use(self, claims: Iterable[str]) -> None:
        """Note that the document shows these claims."""
        for claim in claims:
            self._prose.use(claim)

    @property
    def claims(self) -> tuple[str, ...]:
        """The claims used so far, in order of first use."""
        return self._prose.claims

    def sources(self) -> list[dict[str, Any]]:
        """Return the works cited so far, as {"key", "runs"} in the order of the reference list."""
        keys = self._prose.order(self._prose.cited)
        return [{"key": key, "runs": runs_of(self._prose.reference(key))} for key in keys]
