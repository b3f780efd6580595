"""`handbook offline`: the whole site in one file, which opens from a folder without a network."""

import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

from macros.commands.build import build
from macros.offline_copy import pack


def offline(root: Path, target: Path, on: date, progress: Callable[[str], None]) -> int:
    """Build the site for a folder and pack it into `target`; return how many files are in it.

    `on` is the date that the files bear. Raises BuildFailed, and leaves the last `target` as it was, on any failure.
    """
    with tempfile.TemporaryDirectory(prefix="handbook-offline-") as folder:
        site = Path(folder) / "site"
        progress("building the pages")
        build(root, site, progress=progress, offline=True)
        progress("packing them")
        return pack(site, target, on)
