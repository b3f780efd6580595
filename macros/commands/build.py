"""`handbook build`: the site into a folder, in one step; the last good site stays until the new one is whole."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

QUIET = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}


class BuildFailed(Exception):
    """The site could not be built; the message is what the host printed."""


def _silent(line: str) -> None:
    """Print nothing."""


def build(
    root: Path,
    site: Path,
    host: str = "mkdocs",
    progress: Callable[[str], None] = _silent,
    offline: bool = False,
) -> None:
    """Build the site below `root` into `site`; raises BuildFailed and leaves `site` as it was on any failure.

    `progress` is told of each guide that has to be printed; `offline` makes pages for a folder instead of a server.
    """
    site.parent.mkdir(parents=True, exist_ok=True)
    _tidy(site)
    fresh = Path(tempfile.mkdtemp(prefix=f".{site.name}-new-", dir=site.parent))
    try:
        _run(root, fresh, host, progress, offline)
        fresh.chmod(0o755)
        _swap(fresh, site)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def _run(root: Path, fresh: Path, host: str, progress: Callable[[str], None], offline: bool) -> None:
    command = [sys.executable, "-m", host, "build", "--strict", "--config-file", str(root / "mkdocs.yml")]
    said: list[str] = []
    with subprocess.Popen(
        [*command, "--site-dir", str(fresh)],
        env={**os.environ, **QUIET, "HANDBOOK_OFFLINE": str(offline).lower()},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    ) as running:
        assert running.stdout is not None
        for line in running.stdout:
            said.append(line)
            _, printing, name = line.partition("handbook: printing ")
            if printing:
                progress(f"printing {name.strip()}")
    if running.returncode != 0:
        raise BuildFailed("".join(said).strip())


def _swap(fresh: Path, site: Path) -> None:
    """Put `fresh` in the place of `site`; the old site is one rename away at any moment, and `_tidy` brings it back."""
    old = site.with_name(f".{site.name}-old")
    if site.exists():
        site.rename(old)
    fresh.rename(site)
    shutil.rmtree(old, ignore_errors=True)


def _tidy(site: Path) -> None:
    """Bring back the last good site, or take away what it left, where a build was killed half way."""
    old = site.with_name(f".{site.name}-old")
    if old.exists() and not site.exists():
        old.rename(site)
    shutil.rmtree(old, ignore_errors=True)
