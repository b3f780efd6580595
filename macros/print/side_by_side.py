"""Jobs done side by side, as many as the machine has cores: the typesetter works without Python's lock."""

import os
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from macros.stopping import undisturbed

Job = TypeVar("Job")
Made = TypeVar("Made")


def side_by_side(work: Callable[[Job], Made], jobs: Iterable[Job]) -> tuple[Made, ...]:
    """Return what `work` makes of each job, in order; raises what it raises, when no job is under way any more.

    A signal waits until all threads are known: one that came while a thread began left it unknown, and its file came
    into a folder that had been cleared away.
    """
    with ThreadPoolExecutor(os.cpu_count()) as workers:
        with undisturbed():
            made = workers.map(work, jobs)
        return tuple(made)
