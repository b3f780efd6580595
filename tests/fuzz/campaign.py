"""A campaign: so many inputs of each kind, answered by workers side by side, each watched from outside as well."""

import json
import multiprocessing
import os
import sys
import time
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path

from tests.fuzz.tree import Input
from tests.fuzz.worker import Failure, Told, scratch, work

CHUNK = 1000
"""Inputs of one worker: then its process ends, and with it what it has kept in memory."""
PATIENCE = 180.0
"""Seconds for one input after which a worker that cannot be interrupted from inside is ended from outside."""
_SEED_STEP = 1_000_003


@dataclass(frozen=True)
class Task:
    """A part of a campaign."""

    kind: str
    count: int
    seed: int


@dataclass
class _Running:
    task: Task
    process: BaseProcess
    answers: Connection
    input: Path

    def idle(self) -> float:
        """Return how many seconds ago the worker took up its last input."""
        return time.time() - self.input.stat().st_mtime if self.input.exists() else 0.0


def tasks(kinds: Sequence[str], inputs: int, seed: int) -> Iterator[Task]:
    """Yield the parts of a campaign, the kinds by turns."""
    each = -(-inputs // len(kinds))
    for start in range(0, each, CHUNK):
        for number, kind in enumerate(kinds):
            yield Task(kind, min(CHUNK, each - start), seed + _SEED_STEP * number + start)


def campaign(planned: Iterable[Task], workers: int, minutes: float | None) -> Iterator[Told]:
    """Yield what each worker has to tell, as they end; after so many minutes no more are started."""
    waiting, running, start = deque(planned), list[_Running](), time.monotonic()
    with scratch() as folder:
        while waiting or running:
            if minutes is not None and time.monotonic() - start > 60 * minutes:
                waiting.clear()
            while waiting and len(running) < workers:
                running.append(_started(waiting.popleft(), folder))
            for one in list(running):
                told = _told(one)
                if told is not None:
                    running.remove(one)
                    yield told
            time.sleep(0.1)


def _started(task: Task, folder: Path) -> _Running:
    """Start a worker as a copy of this process, in which everything is loaded."""
    context = multiprocessing.get_context("fork")
    ours, theirs = context.Pipe(duplex=False)
    file = folder / f"{task.kind}-{task.seed}"
    process = context.Process(target=work, args=(task.kind, task.count, task.seed, file, theirs), daemon=True)
    process.start()
    theirs.close()
    return _Running(task, process, ours, file)


def _told(one: _Running) -> Told | None:
    """Return what a worker tells; None while it works. One that died or hangs tells of the input that it died of."""
    if one.answers.poll():
        try:
            told: Told = one.answers.recv()
        except EOFError:
            told = _ended(one, f"the worker ended with {one.process.exitcode}")
        one.process.join()
        return told
    if one.idle() > PATIENCE:
        one.process.kill()
        one.process.join()
        return _ended(one, f"the worker was still busy after {PATIENCE:g} seconds")
    return None


def _ended(one: _Running, told: str) -> Told:
    file, _, data = one.input.read_bytes().partition(b"\n") if one.input.exists() else (b"", b"", b"")
    given = Input(file.decode(), data)
    return Told(one.task.kind, failures=[Failure(one.task.kind, given, told, told)])


def keep(failures: Iterable[Failure], folder: Path) -> list[Path]:
    """Write each failure to a file from which it can be run again; of one cause the smallest."""
    least: dict[str, Failure] = {}
    for failure in failures:
        if failure.name not in least or len(failure.given.data) < len(least[failure.name].given.data):
            least[failure.name] = failure
    folder.mkdir(parents=True, exist_ok=True)
    kept = []
    for name, failure in sorted(least.items()):
        path = folder / f"{name}.json"
        path.write_text(json.dumps(failure.kept(), indent=1, ensure_ascii=False), "utf-8", "backslashreplace")
        kept.append(path)
    return kept


def table(told: Sequence[Told], wall: float) -> str:
    """Return what the workers told, by kind."""
    lines = [f"{'kind':<12}{'inputs':>9}{'drawn':>9}{'per CPU-s':>11}{'slowest s':>11}{'most MiB':>10}{'failures':>10}"]
    for kind in dict.fromkeys(one.kind for one in told):
        of_kind = [one for one in told if one.kind == kind]
        count, seconds = sum(one.inputs for one in of_kind), sum(one.seconds for one in of_kind)
        signs = {failure.sign for one in of_kind for failure in one.failures}
        lines.append(
            f"{kind:<12}{count:>9}{sum(one.drawn for one in of_kind):>9}{count / max(seconds, 0.01):>11.1f}"
            f"{max(one.slowest for one in of_kind):>11.2f}{max(one.memory for one in of_kind):>10}{len(signs):>10}"
        )
    total = sum(one.inputs for one in told)
    return "\n".join([*lines, f"{total} inputs in {wall:.0f} s, {total / max(wall, 0.01):.1f} a second"])


def progress(told: Told) -> None:
    """Say in one line what a worker did."""
    found = "".join(f"\n  {failure.sign}" for failure in told.failures)
    sys.stderr.write(f"{told.kind}: {told.inputs} inputs, {told.seconds:.0f} CPU-s{found}\n")
    sys.stderr.flush()


def cores() -> int:
    """Return how many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
