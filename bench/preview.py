"""The preview while it runs: which pages show a text, how long they take to follow an edit, and what that costs."""

import os
import re
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

from bench.tree import Tree

PATIENCE = 300
"""Seconds until a page that never changes is a failure."""
_TICKS = os.sysconf("SC_CLK_TCK")
_IDLE = 0.05
"""CPU seconds in half a second that a preview may take without having anything to do."""


class Preview:
    """A preview at a port; `process` is the first of its session."""

    def __init__(self, process: "subprocess.Popen[bytes]", port: int) -> None:
        self._process = process
        self._address = f"http://127.0.0.1:{port}/handbook"

    def wait(self, paths: Collection[str], words: str) -> None:
        """Wait until some words stand on each page."""
        end = time.monotonic() + PATIENCE
        for path in paths:
            while words not in self._read(path):
                if time.monotonic() > end or self._process.poll() is not None:
                    raise RuntimeError(f"the preview never said {words!r} at {path}")
                time.sleep(0.02)

    def showing(self, own: str, words: str) -> list[str]:
        """Return the pages that show some words, the entry's own first; the preview must not be building."""
        pages = [path.partition("/handbook")[2] for path in re.findall(r"<loc>(.*?)</loc>", self._read("/sitemap.xml"))]
        return [own, *(path for path in pages if path != own and words in self._read(path))]

    def follow(self, paths: Collection[str], save: Callable[[], str]) -> tuple[float, float]:
        """Save an edit; return the seconds until each page shows it, and the CPU seconds until all is quiet again."""
        cpu, start = self._cpu(), time.monotonic()
        self.wait(paths, save())
        wall = time.monotonic() - start
        before = -1.0
        while (now := self._cpu()) - before > _IDLE:
            before = now
            time.sleep(0.5)
        return wall, now - cpu

    def peak(self) -> float:
        """Return the MB that the largest process of the preview has held."""
        held = (Path(f"/proc/{number}/status") for number in self._processes())
        lines = (line for file in held for line in file.read_text().splitlines() if line.startswith("VmHWM"))
        return max(int(line.split()[1]) for line in lines) / 1024

    def _read(self, path: str) -> str:
        try:
            with urlopen(f"{self._address}{path}", timeout=PATIENCE) as answer:
                return str(answer.read().decode("utf-8"))
        except OSError:
            return ""

    def _processes(self) -> Iterator[int]:
        for folder in Path("/proc").iterdir():
            if folder.name.isdecimal() and self._stat(folder) and int(self._stat(folder)[3]) == self._process.pid:
                yield int(folder.name)

    def _cpu(self) -> float:
        """Return the CPU seconds of the preview so far, those of programs that it has run with it."""
        stats = (self._stat(Path(f"/proc/{number}")) for number in self._processes())
        return sum(int(ticks) for stat in stats if stat for ticks in stat[11:15]) / _TICKS

    @staticmethod
    def _stat(folder: Path) -> list[str]:
        """Return what the kernel says of a process from its state on: 1 parent, 3 session, 11 to 14 CPU."""
        try:
            return (folder / "stat").read_text("utf-8", "replace").rpartition(")")[2].split()
        except OSError:
            return []


@contextmanager
def previewing(tree: Tree) -> Iterator[Preview]:
    """Preview a tree while the block runs."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    process = subprocess.Popen(
        tree.command("serve", "--address", f"127.0.0.1:{port}"),
        cwd=tree.root,
        start_new_session=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        preview = Preview(process, port)
        preview.wait(["/"], "<title>")
        yield preview
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait()
