"""Formatted citations kept on disk, found again by the hash of all that decided them."""

import json
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Any

from macros.whole_file import write_whole


class Store:
    """One answer's place in a cache folder; without a folder nothing is kept."""

    def __init__(self, folder: Path | None, decided_by: Any) -> None:
        digest = sha256(json.dumps(decided_by, sort_keys=True).encode()).hexdigest()
        self._file = folder / f"citations-{digest[:40]}.json" if folder else None

    def load(self) -> Any | None:
        """Return what was kept; None where there is nothing, or nothing that can be read."""
        if self._file is None:
            return None
        try:
            kept = json.loads(self._file.read_bytes())
        except (OSError, ValueError):
            return None
        return kept["answer"] if isinstance(kept, dict) and kept.get("complete") == _seal(kept.get("answer")) else None

    def save(self, answer: Any) -> None:
        """Keep an answer: written beside and renamed, so that another build never reads half a file."""
        if self._file is None:
            return
        with suppress(OSError):  # a cache that cannot be written costs time, nothing else
            write_whole(self._file, json.dumps({"complete": _seal(answer), "answer": answer}).encode())


def _seal(answer: Any) -> str:
    return sha256(json.dumps(answer, sort_keys=True).encode()).hexdigest()
