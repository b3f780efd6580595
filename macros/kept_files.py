"""Files kept from build to build, each under its name with the seal of all that decided it; they may be deleted."""

from collections.abc import Callable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from macros.whole_file import write_whole

_SEAL = sha256().digest_size


class KeptFiles:
    """A folder that holds the last file of each name. Two builds may use it at once; a damaged file is made again."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def fetch(self, name: str, decided_by: Callable[[bytes], bytes] | bytes, make: Callable[[], bytes]) -> bytes:
        """Return what `make` returns; from the folder, where the last file of this name was decided by the same.

        Where what decides a file can be known from its content alone, `decided_by` says it of a content.
        """
        decide = decided_by if callable(decided_by) else lambda content: decided_by
        file = self._folder / sha256(name.encode()).hexdigest()[:40]
        if (kept := _sealed(file, decide)) is not None:
            return kept
        made = make()
        with suppress(OSError):  # a folder that cannot be written to costs time, nothing else
            write_whole(file, _seal(decide(made), made) + made)
        return made


def _sealed(file: Path, decide: Callable[[bytes], bytes]) -> bytes | None:
    """Return what was kept, or None where there is nothing, something that another input decided, or a broken seal."""
    try:
        kept = file.read_bytes()
    except OSError:
        return None
    content = kept[_SEAL:]
    with suppress(ValueError):  # a content that says nothing of what decided it was damaged
        return content if _seal(decide(content), content) == kept[:_SEAL] else None
    return None


def _seal(decided_by: bytes, content: bytes) -> bytes:
    return sha256(sha256(decided_by).digest() + content).digest()
