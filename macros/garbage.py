"""Python's search for garbage, which took half the time of a check."""

import atexit
import gc
from collections.abc import Iterator
from contextlib import contextmanager


def search_seldom() -> None:
    """Search for garbage after 200,000 new objects instead of 700: a handbook is read once and kept to the end.

    What a build throws away is freed at once by its count of references; only circles wait for a search, at most some
    30 MB of them. A preview, which goes on for hours, is still searched. At the end of the process nothing is: what is
    left goes with it, and to look through it first took a check of 1,000 entries 0.4 of its 2.4 seconds.
    """
    gc.set_threshold(200_000, 50, 100)
    atexit.register(gc.freeze)


def keep_for_good() -> None:
    """Search what there is now once more and then never again: what a preview has built first stays to its end.

    A search in the middle of an edit cost a quarter of a second, and more in a larger handbook.
    """
    gc.collect()
    gc.freeze()


@contextmanager
def unsearched() -> Iterator[None]:
    """Search for no garbage meanwhile, nor later for what is left: a check of 1,000 entries, which leaves 1 MB of it,
    saves 0.06 seconds while it reads and as much again at the end.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()
