"""Files written in one step: beside their place first, then renamed, so that nobody ever reads half a file."""

import os
from contextlib import suppress
from pathlib import Path
from tempfile import NamedTemporaryFile

from macros.hold import clear_away, held

_PREFIX, _SUFFIX = ".handbook-", ".tmp"


def write_whole(path: Path, data: bytes) -> None:
    """Give a file this content; one that is there keeps its permissions. Raises OSError, and then it is as it was."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile(dir=path.parent, prefix=_PREFIX, suffix=_SUFFIX, delete=False) as fresh:
        beside = Path(fresh.name)
    try:
        with held(beside):
            beside.write_bytes(data)
            beside.chmod(path.stat().st_mode & 0o7777 if path.exists() else 0o644)
            os.replace(beside, path)
    except BaseException:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
        raise


def sweep(folder: Path) -> None:
    """Take away what dead programs were writing into `folder` and the folders in it."""
    for left in (*folder.glob(f"{_PREFIX}*{_SUFFIX}"), *folder.glob(f"*/{_PREFIX}*{_SUFFIX}")):
        clear_away(left)
