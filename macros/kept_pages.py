"""Pages made from content, kept from build to build; the folder may be deleted at any time."""

import json
from collections.abc import Callable, Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from macros.page_keys import PageKeys
from macros.views.page import Page
from macros.whole_file import write_whole

_SEAL = sha256().digest_size


class KeptPages:
    """A folder with one file for each page. Two builds may use it at once, and a damaged file is written again."""

    def __init__(self, folder: Path, keys: PageKeys | None) -> None:
        """Without keys every page is made each time."""
        self._folder = folder
        self._keys = keys

    def fetch(self, path: str, links: Mapping[str, str], make: Callable[[], Page]) -> Page:
        """Return the page at `path`, made by `make` only where its key or the files that it links to have changed."""
        if self._keys is None:
            return make()
        key = self._keys.of(path) + json.dumps(links, sort_keys=True).encode()
        file = self._folder / sha256(path.encode()).hexdigest()[:40]
        if (kept := _kept(file, key)) is not None:
            return kept
        page = make()
        told = json.dumps([page.title, page.description, page.body]).encode()
        with suppress(OSError):  # a folder that cannot be written to costs time, nothing else
            write_whole(file, _seal(key, told) + told)
        return page


def _kept(file: Path, key: bytes) -> Page | None:
    """Return what was kept under this key, or None where there is nothing, something older, or a broken seal."""
    try:
        kept = file.read_bytes()
    except OSError:
        return None
    return Page(*json.loads(kept[_SEAL:])) if _seal(key, kept[_SEAL:]) == kept[:_SEAL] else None


def _seal(key: bytes, told: bytes) -> bytes:
    return sha256(sha256(key).digest() + told).digest()
