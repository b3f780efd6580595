"""A program that ends without warning just before the n-th change that it makes to the files below a folder."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

ENDED = 99
_CHANGES = {"os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.chmod", "os.link", "os.symlink", "os.truncate"}
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT


def cut_short(work: Callable[[], object], folder: Path, after: int) -> bool:
    """Do `work` in a child that dies, as by SIGKILL, at its change number `after`; False where it came to its end."""
    child = os.fork()
    if child == 0:
        try:
            sys.addaudithook(_Counting(folder, after))
            work()
        except BaseException:  # the child must never return into the tests
            os._exit(1)
        os._exit(0)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    assert code in (0, ENDED), f"the work failed by itself, with {code}"
    return code == ENDED


class _Counting:
    """Counts changes; an audit hook sees each before it happens, see PEP 578."""

    def __init__(self, folder: Path, after: int) -> None:
        self._folder, self._left = str(folder), after

    def __call__(self, event: str, given: tuple[object, ...]) -> None:
        changes = event in _CHANGES or (event == "open" and isinstance(given[2], int) and given[2] & _WRITING)
        path = str(given[0])  # of a file deleted with its folder, the name alone
        if not changes or (os.path.isabs(path) and not path.startswith(self._folder)):
            return
        if self._left == 0:
            os._exit(ENDED)
        self._left -= 1
