"""What no input may bring about: a hang, too much memory, code run, a connection, or a file written or read elsewhere.

The interpreter's own audit events tell of all but the first two: https://docs.python.org/3/library/audit_events.html.
Time is the processor's, so that a busy machine makes no input slow. Memory is limited as data (RLIMIT_DATA: what the
program may write, heap and anonymous maps) and not as addresses (RLIMIT_AS), of which shared libraries take hundreds of
megabytes that nobody ever touches; what was really used at most is read back from the system afterwards.
"""

import os
import resource
import signal
import sys
import sysconfig
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Any

SECONDS = 5.0
MEGABYTES = 512
PROJECT = Path(__file__).parents[2]
_OURS = tuple(
    f"{Path(path).resolve()}{os.sep}"
    for path in {sys.prefix, sys.base_prefix, *sysconfig.get_paths().values(), str(PROJECT / "macros")}
)
"""Where the program itself lives: what stands there may be read, imported and run."""
_FORBIDDEN = ("os.system", "os.exec", "os.fork", "os.posix_spawn", "os.spawn", "os.startfile", "subprocess.Popen",
              "pty.spawn", "ctypes.dlopen", "socket.connect", "socket.bind", "socket.getaddrinfo", "webbrowser.open",
              "urllib.Request", "pickle.find_class", "os.kill")  # fmt: skip
_CHANGING = ("os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.link", "os.symlink", "os.truncate", "os.chmod",
             "os.chown", "os.utime", "os.setxattr", "os.removexattr", "shutil.move", "shutil.rmtree",
             "shutil.copyfile", "shutil.copytree", "tempfile.mkstemp", "tempfile.mkdtemp", "os.chdir")  # fmt: skip
_PAGES = ("<template>", "<unknown>")
"""What Jinja calls the code of an authored page, which may call our macros; what these do is watched like the rest."""
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


class Forbidden(Exception):
    """An input brought about what it must not."""


class _Guard:
    def __init__(self) -> None:
        self.tree: str = ""
        """The folder that may be read just now; empty while nothing is watched."""
        self.seen: list[str] = []
        self.installed = False

    def audit(self, event: str, given: tuple[Any, ...]) -> None:
        if not self.tree:
            return
        told = ""
        if event == "open":
            told = self._opened(*given)
        elif event == "exec":
            told = self._run(given[0])
        elif event in _FORBIDDEN or event in _CHANGING:
            told = f"{event} {given!r:.200}"
        if told:
            self.seen.append(told)
            raise Forbidden(told)

    def _opened(self, path: Any, mode: str | None, flags: int) -> str:
        if isinstance(path, int):
            return ""
        if flags & _WRITING or (mode and set(mode) & set("wax+")):
            return f"wrote to {path!r}"
        whole = os.path.realpath(os.fsdecode(path))
        ours = whole.startswith((self.tree, *_OURS)) or not os.path.exists(whole)
        return "" if ours else f"read {path!r}"

    def _run(self, code: Any) -> str:
        file = getattr(code, "co_filename", "")
        return "" if file in _PAGES or os.path.realpath(file).startswith(_OURS) else f"ran code of {file!r}"


_GUARD = _Guard()


@contextmanager
def guarded(tree: Path) -> Iterator[None]:
    """Watch what is done until the end of the block; raises `Forbidden` where it must not be done."""
    if not _GUARD.installed:
        sys.addaudithook(_GUARD.audit)
        signal.signal(signal.SIGPROF, _too_slow)  # for good: a late signal without a handler would end the program
        _GUARD.installed = True
    _GUARD.tree = f"{tree.resolve()}{os.sep}"
    signal.setitimer(signal.ITIMER_PROF, SECONDS, 1)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        _GUARD.tree = ""
        told, _GUARD.seen = _GUARD.seen, []
    if told:
        raise Forbidden(told[0])


def _too_slow(number: int, frame: FrameType | None) -> None:
    if _GUARD.tree:
        raise Forbidden(f"took longer than {SECONDS:g} seconds")


def limit_memory() -> None:
    """Let the program have so much memory and no more: what asks for more fails with MemoryError."""
    resource.setrlimit(resource.RLIMIT_DATA, (MEGABYTES * 2**20, resource.RLIM_INFINITY))


def most_memory() -> int:
    """Return the most memory that the program has used so far, in mebibytes."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most // 2**20 if sys.platform == "darwin" else most // 2**10
