"""The press: one handbook, one typesetter and one shelf, for every document that is printed from them."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache as once
from functools import cached_property
from hashlib import sha256
from importlib.metadata import version
from typing import Any

from macros.citations.engine import Formatted
from macros.handbook import Handbook
from macros.kept_files import KeptFiles
from macros.page_keys import PageKeys, code
from macros.print.refusal import problems_of_refusal
from macros.print.typesetting import STANDARD, TEMPLATES, Refused, typeset
from macros.print.writing import Writing
from macros.problems import ProblemsFound

Entries = Callable[[], Iterator[tuple[str, str]]]
"""Says which entries' texts stand in a document, for the search of a text that cannot be set."""


@dataclass(frozen=True)
class Press:
    """`progress` is told of each file that has to be made; what did not change comes from the shelf."""

    handbook: Handbook
    formatted: Formatted
    base_url: str
    shelf: KeptFiles
    progress: Callable[[str], None]

    def writing(self, inside: Mapping[str, str] | None = None) -> Writing:
        """Return a fresh account of what one document uses; `inside` as in Writing."""
        return Writing(self.handbook, self.formatted, self.base_url, inside)

    def data(self, name: str, make: Callable[[], Mapping[str, Any]], *pages: str) -> bytes:
        """Return the data of a document as JSON, made again only where what it shows, an address or code has changed.

        `pages` are the paths of the pages whose entries it shows, below docs/; without any it shows all.
        """
        key = self._keys.of(*pages) if pages else self._keys.of_all
        return self.shelf.fetch(f"data of {name}", key, lambda: json.dumps(make(), sort_keys=True).encode())

    def pdf(self, template: str, data: bytes, when: date, name: str, entries: Entries) -> bytes:
        """Return the finished document; raises ProblemsFound for each text that cannot be set."""
        decided_by = data + repr((template, when, STANDARD)).encode() + _look()
        return self.shelf.fetch(name, decided_by, lambda: self._typeset(template, data, when, name, entries))

    def keep(self, decided_by: bytes, name: str, make: Callable[[], bytes]) -> bytes:
        """Return a file that is not typeset, made again only where `decided_by` or the code has changed."""

        def told() -> bytes:
            self.progress(f"writing {name}")
            return make()

        return self.shelf.fetch(name, decided_by + code(), told)

    def _typeset(self, template: str, data: bytes, when: date, name: str, entries: Entries) -> bytes:
        self.progress(f"printing {name}")
        try:
            return typeset(template, data.decode(), when)
        except Refused as refused:
            raise ProblemsFound(problems_of_refusal(self.writing(), entries(), refused)) from refused

    @cached_property
    def _keys(self) -> PageKeys:
        return PageKeys(self.handbook, self.formatted, self.base_url)


@once
def _look() -> bytes:
    """Return a digest of the templates, the fonts, what is done to a file afterwards, and the typesetter's version."""
    found = sha256()
    for file in sorted([*TEMPLATES.glob("*.typ"), *TEMPLATES.glob("fonts/*.ttf"), TEMPLATES / "inner_links.py"]):
        found.update(sha256(file.name.encode() + file.read_bytes()).digest())
    return found.digest() + version("typst").encode()
