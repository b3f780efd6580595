"""Pages made from content, kept from build to build."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path

from macros.kept_files import KeptFiles
from macros.page_keys import PageKeys
from macros.views.page import Page


class KeptPages:
    """A folder with one file for each page."""

    def __init__(self, folder: Path, keys: PageKeys | None) -> None:
        """Without keys every page is made each time."""
        self._files = KeptFiles(folder)
        self._keys = keys

    def fetch(self, path: str, links: Mapping[str, str], make: Callable[[], Page]) -> Page:
        """Return the page at `path`, made by `make` only where its key or the files that it links to have changed."""
        if self._keys is None:
            return make()

        def told() -> bytes:
            page = make()
            return json.dumps([page.title, page.description, page.body]).encode()

        key = self._keys.of(path) + json.dumps(links, sort_keys=True).encode()
        return Page(*json.loads(self._files.fetch(path, key, told)))
