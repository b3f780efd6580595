"""Pages made from content, kept from build to build."""

import json
from collections.abc import Callable, Collection
from pathlib import Path

from macros.handbook import Mention
from macros.kept_files import KeptFiles
from macros.page_keys import PageKeys
from macros.views.page import Page


class KeptPages:
    """A folder with one file for each page."""

    def __init__(self, folder: Path, keys: PageKeys | None) -> None:
        """Without keys every page is made each time."""
        self._files = KeptFiles(folder)
        self._keys = keys

    def fetch(
        self, path: str, beside: object, make: Callable[[], Page], used: Callable[[], Collection[Mention]]
    ) -> Page:
        """Return the page at `path`, made by `make` only where its key or what stands beside it has changed.

        `used` says, once it is made, which entries have been drawn on it: they decide it too.
        """
        keys = self._keys
        if keys is None:
            return make()

        def told() -> bytes:
            page = make()
            return json.dumps([sorted(used()), page.title, page.description, page.body]).encode()

        def key(content: bytes) -> bytes:
            drawn = ((folder, id) for folder, id in json.loads(content)[0])
            return keys.of(path, used=drawn) + repr(beside).encode()

        _, *page = json.loads(self._files.fetch(path, key, told))
        return Page(*page)
