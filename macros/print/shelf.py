"""Finished prints kept on disk, found again by the hash of all that decided them; the folder may be deleted."""

from collections.abc import Callable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from macros.whole_file import write_whole


class Shelf:
    """A folder of finished files. Two builds may use it at once, and a damaged file is made again."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def fetch(self, decided_by: bytes, make: Callable[[], bytes]) -> bytes:
        """Return what `make` returns, from the shelf where the same input was printed before."""
        file = self._folder / f"print-{sha256(decided_by).hexdigest()[:40]}"
        if (kept := _sealed(file)) is not None:
            return kept
        made = make()
        with suppress(OSError):  # a shelf that cannot be written to costs time, nothing else
            write_whole(file, sha256(made).digest() + made)
        return made


def _sealed(file: Path) -> bytes | None:
    """Return what was kept, or None where there is nothing or its seal is broken."""
    try:
        kept = file.read_bytes()
    except OSError:
        return None
    return kept[32:] if sha256(kept[32:]).digest() == kept[:32] else None
