"""`handbook serve`: a preview that follows every edit."""

import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from macros.commands.build import QUIET
from macros.commands.generated import refresh_names
from macros.commands.host import HOST


def serve(root: Path, address: str) -> int:
    """Serve a preview at `address` until it is stopped; return the host's exit code.

    The preview builds what changed only, and is not strict: strict and partial builds exclude one another in MkDocs.
    """
    refresh_names(root)
    command = [sys.executable, "-m", HOST, "serve", "--dirty", "--no-strict"]
    paths = [root / name for name in ("content", "references.bib", "search.yml") if (root / name).exists()]
    watched = [word for path in paths for word in ("--watch", str(path))]
    asked = [*command, *watched, "--dev-addr", address, "--config-file", str(root / "mkdocs.yml")]
    with TemporaryDirectory(prefix="handbook-preview-") as folder:  # the host that is killed clears nothing away
        return subprocess.run(asked, env={**os.environ, **QUIET, "TMPDIR": folder}).returncode
