"""A finished folder in the place of the last one, in one step where the system has such a step."""

import ctypes
import errno
import os
from contextlib import suppress
from pathlib import Path
from shutil import rmtree

_HERE, _EXCHANGE = -100, 2
"""AT_FDCWD and RENAME_EXCHANGE of Linux."""
_CANNOT = (errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EPERM)
_TAKEN = (errno.ENOTEMPTY, errno.EEXIST)
_TRIES = 9


def place(fresh: Path, site: Path) -> None:
    """Put the folder `fresh` where `site` is; the old one, where there is one, is then at `fresh` or gone.

    On Linux the two change places at once, so that there is no moment without a site. Elsewhere the old one is moved
    aside first; `bring_back` finds it where the program dies between the two moves. Others may place theirs meanwhile:
    whoever comes last stays.
    """
    aside = site.with_name(f".{site.name}-old-{os.getpid()}")
    for _ in range(_TRIES):
        if _moved(fresh, site):
            rmtree(aside, ignore_errors=True)
            return
        if exchange(fresh, site):
            return
        rmtree(aside, ignore_errors=True)
        with suppress(FileNotFoundError):
            site.rename(aside)
    raise OSError(errno.EBUSY, os.strerror(errno.EBUSY), str(site))


def _moved(fresh: Path, site: Path) -> bool:
    """Move a folder to a place that is free, or say that it is taken."""
    try:
        fresh.rename(site)
    except OSError as failure:
        if failure.errno not in _TAKEN:
            raise
        return False
    return True


def exchange(one: Path, other: Path) -> bool:
    """Let two paths change places at once; False, and nothing is changed, where the system cannot."""
    try:
        call = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError, TypeError):
        return False
    if call(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE) == 0:
        return True
    number = ctypes.get_errno()
    if number == errno.ENOENT or number in _CANNOT:
        return False
    raise OSError(number, os.strerror(number), str(other))


def bring_back(site: Path) -> None:
    """Bring back the last good site where a program died between its two moves; else take away what it left."""
    for old in sorted(site.parent.glob(f".{site.name}-old*"), key=_age):
        if not site.exists():
            with suppress(OSError):
                old.rename(site)
        rmtree(old, ignore_errors=True)


def _age(old: Path) -> float:
    """The last one that was moved aside comes first."""
    try:
        return -old.stat().st_mtime
    except OSError:
        return 0
