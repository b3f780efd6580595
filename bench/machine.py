"""The machine on which a measurement was taken."""

import os
import platform
from pathlib import Path

from bench.peers.environment import versions


def machine() -> str:
    """Return processor, cores, Python and the versions of the peers, on one line."""
    peers = ", ".join(f"{name} {version}" for name, version in versions().items())
    return f"{_processor()}, {os.cpu_count()} cores; Python {platform.python_version()}; {peers}"


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text("utf-8").splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    named = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(named, platform.machine())
