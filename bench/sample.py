"""One measured process: its CPU time with that of its children, its wall time, and the most memory that any held.

Run as a program it measures the command that follows, and prints what it found as its last line: a process that is
started from a small one does not inherit the peak of a large one.
"""

import json
import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile


@dataclass(frozen=True)
class Sample:
    """Seconds of CPU (user and system) and of the clock, and the peak in MB of the largest process."""

    cpu: float
    wall: float
    peak: float


class CommandFailed(Exception):
    """A measured command ended with an error; the message is what it printed."""


def sample(command: Sequence[str], folder: Path, env: Mapping[str, str] | None = None, given: bytes = b"") -> Sample:
    """Run a command in a folder, and measure it; raises CommandFailed where it exits with an error."""
    shim = [sys.executable, "-I", "-S", __file__, *command]
    with TemporaryFile() as words:
        words.write(given)
        words.seek(0)
        done = subprocess.run(
            shim, cwd=folder, env={**os.environ, **(env or {})}, stdin=words, capture_output=True, check=False
        )
    said = done.stdout.decode("utf-8", "replace")
    found = json.loads(said.splitlines()[-1]) if done.returncode == 0 else {}
    if not found or found["exit"]:
        raise CommandFailed(f"{' '.join(command)}\n{said[-3000:]}{done.stderr.decode('utf-8', 'replace')[-3000:]}")
    return Sample(found["cpu"], found["wall"], found["peak"])


def _measure(command: Sequence[str]) -> dict[str, float]:
    start = time.monotonic()
    process = subprocess.Popen(command, stdout=sys.stderr)
    _, status, used = os.wait4(process.pid, 0)
    wall = time.monotonic() - start
    peak = used.ru_maxrss / 1024
    return {"exit": status, "cpu": used.ru_utime + used.ru_stime, "wall": wall, "peak": peak}


if __name__ == "__main__":
    print(json.dumps(_measure(sys.argv[1:])))
