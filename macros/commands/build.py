"""`handbook build`: the site into a folder, in one step; the last good site stays until the new one is whole."""

import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path

from macros.build_day import NotSeconds, build_day
from macros.commands.host import HOST, REFUSED
from macros.commands.placing import bring_back, place
from macros.commands.refusing import in_words
from macros.stopping import finish, undisturbed
from macros.whole_file import sweep, write_whole
from macros.workshop import workshop

QUIET = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
_CODE = Path(__file__).parents[2]
_NOTES = re.compile(r"handbook: notes: (\d+)")
_TRACE = "Traceback (most recent call last)"


class BuildFailed(Exception):
    """The site could not be built; the message is what the host printed, or what to do."""


def _silent(line: str) -> None:
    """Print nothing."""


def build(
    root: Path,
    site: Path,
    host: str = HOST,
    progress: Callable[[str], None] = _silent,
) -> int:
    """Check the content below `root` and build its site into `site`; return how many notes the check has left.

    Raises BuildFailed and leaves `site` as it was on any failure. `progress` is told of each file that has to be
    printed.
    """
    try:
        bring_back(site)
        with workshop(site) as folder:
            notes = make(root, folder, host, progress)
            with undisturbed():
                place(folder / "site", site)
                finish()
            return notes
    except OSError as failure:
        raise BuildFailed(in_words(failure, site.parent)) from failure


def make(root: Path, folder: Path, host: str, progress: Callable[[str], None], offline: bool = False) -> int:
    """Build the folder "site" in a workshop; return how many notes the check of the content has left.

    `offline` makes pages for a folder instead of a server.

    Everything that the build writes is in the workshop, but for the caches.
    """
    try:
        build_day(date.min)
    except NotSeconds as problem:
        raise BuildFailed(str(problem)) from None
    for name in ("site", "files", "tmp"):
        (folder / name).mkdir()
        (folder / name).chmod(0o755)
    for cache in (root / ".cache").glob("*"):
        sweep(cache)
    said: list[str] = []
    code = _run(root, folder, host, offline, lambda line: _heard(line, said, progress))
    if code != 0:
        raise _failure(root, code, "".join(said).strip())
    return next((int(found[1]) for line in said if (found := _NOTES.search(line))), 0)


def _heard(line: str, said: list[str], progress: Callable[[str], None]) -> None:
    said.append(line)
    _, printing, name = line.partition("handbook: printing ")
    if printing:
        progress(f"printing {name.strip()}")


def _run(root: Path, folder: Path, host: str, offline: bool, heard: Callable[[str], None]) -> int:
    """Run the host to its end; whatever ends this program ends the host and all that it has started."""
    command = [sys.executable, "-m", "macros.commands.host", host, "build", "--strict"]
    with subprocess.Popen(
        [*command, "--config-file", str(root / "mkdocs.yml"), "--site-dir", str(folder / "site")],
        env={**os.environ, **QUIET, **_surroundings(folder, offline)},
        stdin=subprocess.PIPE,  # never written to: its end tells the host that this program has died
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        process_group=0,
    ) as running:
        assert running.stdout is not None
        try:
            for line in running.stdout:
                heard(line)
            return running.wait()
        finally:
            _end(running)


def _surroundings(folder: Path, offline: bool) -> dict[str, str]:
    path = os.pathsep.join(filter(None, (str(_CODE), os.environ.get("PYTHONPATH"))))
    return {
        "HANDBOOK_OFFLINE": str(offline).lower(),
        "HANDBOOK_FILES": str(folder / "files"),
        "TMPDIR": str(folder / "tmp"),
        "PYTHONPATH": path,
    }


def _end(running: subprocess.Popen[str]) -> None:
    """End the host, where it still runs, with what it has started."""
    if running.poll() is None:
        with suppress(OSError):
            os.killpg(running.pid, signal.SIGKILL) if hasattr(os, "killpg") else running.kill()


def _failure(root: Path, code: int, said: str) -> Exception:
    """Return what went wrong: what the disk refused, what the host said, or a mistake of the program."""
    refused = next((line for line in said.split("\n") if line.startswith(REFUSED)), None)
    if refused is not None:
        number, words, name = json.loads(refused.removeprefix(REFUSED))
        return OSError(number, words, name or None)
    if code < 0:
        return BuildFailed(
            f"the build was ended from outside (signal {-code}), perhaps for want of memory: close other programs, "
            "then build again. The last good site is as it was."
        )
    return _mistake(root, said) if _TRACE in said else BuildFailed(said)


def _mistake(root: Path, said: str) -> BuildFailed:
    file = root / ".cache" / "build-failure.txt"
    with suppress(OSError):
        write_whole(file, said.encode())
    return BuildFailed(
        f"the program that builds the site failed: {said.rpartition(chr(10))[2]}\n"
        f"The last good site is as it was. Please report this with what stands in {file}"
    )
