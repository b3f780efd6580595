"""A folder to work in, beside what is made there; the workshops that dead programs left are cleared away."""

import errno
import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp

from macros.hold import clear_away, held
from macros.stopping import undisturbed

_TRIES = 5


@contextmanager
def workshop(target: Path) -> Iterator[Path]:
    """Open a folder of our own beside `target`, on the same disk, and delete it in the end.

    Each program has its own, so that several may make the same thing at once.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    clear(target)
    for _ in range(_TRIES):
        with ExitStack() as stack:
            with undisturbed():
                folder = Path(mkdtemp(prefix=_prefix(target), dir=target.parent))
                stack.callback(_leave, folder, target)
            if stack.enter_context(held(folder)):
                yield folder
                return
    raise OSError(errno.EAGAIN, os.strerror(errno.EAGAIN), str(target.parent))


def _leave(folder: Path, target: Path) -> None:
    with undisturbed():
        rmtree(folder, ignore_errors=True)
        clear(target)


def clear(target: Path) -> None:
    """Take away the workshops beside `target` whose programs have died."""
    for left in target.parent.glob(f"{_prefix(target)}*"):
        clear_away(left)


def _prefix(target: Path) -> str:
    return f".{target.name}-new-"
