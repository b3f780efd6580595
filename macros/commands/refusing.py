"""What a disk refuses, in the editor's words: where, and what to do."""

import errno
import os
from pathlib import Path

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_CLOSED = (errno.EROFS, errno.EACCES, errno.EPERM)
_UNHARMED = "What was there before is as it was."


def in_words(failure: OSError, folder: Path | None = None) -> str:
    """Return what happened and what to do; `folder` is named where the failure names no file, or one inside it."""
    place = _place(failure, folder)
    if failure.errno in _FULL:
        return f"the disk is full at {place}: free some space there, then run this again. {_UNHARMED}"
    if failure.errno in _CLOSED:
        return f"{place} may not be changed: allow it, or choose another place, then run this again. {_UNHARMED}"
    said = failure.strerror or type(failure).__name__
    return f"{place}: {said}. Mend that, or choose another place, then run this again. {_UNHARMED}"


def file_of(failure: OSError) -> str:
    """Return the file that a failure names, of a copy the one that was to be written; empty where it names none."""
    name = failure.filename2 or failure.filename
    return os.fsdecode(name) if isinstance(name, (str, bytes)) else ""


def _place(failure: OSError, folder: Path | None) -> str:
    name = file_of(failure)
    if not name:
        return str(folder or "this place")
    return str(folder if folder and Path(name).is_relative_to(folder) else Path(name))
