"""A hold on a file or folder that ends with its program: by it one program tells what a dead one has left behind."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import rmtree

try:
    import fcntl
except ImportError:  # not on Windows, where nothing is ever taken for left behind
    fcntl = None  # type: ignore[assignment]


@contextmanager
def held(path: Path) -> Iterator[bool]:
    """Hold what stands at `path`; yields False where another program holds it, or it is gone."""
    if fcntl is None:
        yield True
        return
    opened = os.open(path, os.O_RDONLY)
    try:
        yield _locked(opened) is not False and _is_still(path, opened)
    finally:
        os.close(opened)


def clear_away(path: Path) -> None:
    """Delete a file or folder that no living program holds; where nobody can tell, it stays."""
    if fcntl is None:
        return
    try:
        opened = os.open(path, os.O_RDONLY)
    except OSError:
        return
    try:
        if _locked(opened):
            rmtree(path, ignore_errors=True) if path.is_dir() else path.unlink(missing_ok=True)
    finally:
        os.close(opened)


def _locked(opened: int) -> bool | None:
    """Return whether an open file is now locked by us; None where its disk knows no locks."""
    try:
        fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        return None
    return True


def _is_still(path: Path, opened: int) -> bool:
    """Say whether what was opened stands at its path yet: somebody may have cleared it away before it was held."""
    try:
        return os.path.samestat(os.stat(path), os.fstat(opened))
    except OSError:
        return False
