"""`handbook offline`: the whole site in one file, which opens from a folder without a network."""

import os
from collections.abc import Callable
from datetime import date
from pathlib import Path

from macros.build_day import build_day
from macros.commands.build import BuildFailed, make
from macros.commands.host import HOST
from macros.commands.refusing import in_words
from macros.offline_copy import pack
from macros.stopping import finish, undisturbed
from macros.workshop import workshop


def offline(root: Path, target: Path, on: date, progress: Callable[[str], None], host: str = HOST) -> int:
    """Build the site for a folder and pack it into `target`; return how many files are in it.

    `on` is the date that the files bear, unless SOURCE_DATE_EPOCH names another. Raises BuildFailed, and leaves the
    last `target` as it was, on any failure.
    """
    try:
        with workshop(target) as folder:
            progress("building the pages")
            make(root, folder, host, progress, offline=True)
            progress("packing them")
            count = pack(folder / "site", folder / target.name, build_day(on))
            with undisturbed():
                os.replace(folder / target.name, target)
                finish()
            return count
    except OSError as failure:
        raise BuildFailed(in_words(failure, target.parent)) from failure
