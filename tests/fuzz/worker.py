"""One worker of a campaign: a process of its own that answers so many inputs of one kind, and tells what failed."""

import base64
import contextlib
import os
import tempfile
import time
import traceback
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from multiprocessing.connection import Connection
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis.errors import HypothesisWarning

from tests.fuzz.contract import answer_alone
from tests.fuzz.guard import MEGABYTES, limit_memory, most_memory
from tests.fuzz.kinds import kinds
from tests.fuzz.narrow import OneFile
from tests.fuzz.printer import without_pandoc
from tests.fuzz.tree import Input, Tree

SHARED = Path("/dev/shm")
"""Memory as a folder, where the system has it: the tree is written anew for each input."""


@dataclass(frozen=True)
class Failure:
    """An input as small as it could be made, and what came of it; `sign` is the same for failures of one cause."""

    kind: str
    given: Input
    sign: str
    told: str

    @property
    def name(self) -> str:
        """The name of the file that keeps it."""
        return f"{self.kind}-{sha256(self.sign.encode()).hexdigest()[:12]}"

    def kept(self) -> dict[str, str]:
        """Return what a replay needs, as plain values."""
        data = base64.b64encode(self.given.data).decode()
        return {"kind": self.kind, "file": self.given.file, "data": data, "sign": self.sign, "told": self.told}


@dataclass
class Told:
    """What a worker has to say when it is done."""

    kind: str
    inputs: int = 0
    drawn: int = 0
    """Inputs without errors, whose pages were drawn."""
    seconds: float = 0.0
    slowest: float = 0.0
    memory: int = 0
    failures: list[Failure] = field(default_factory=list)


@contextlib.contextmanager
def scratch() -> Iterator[Path]:
    """Provide a folder that is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="fuzz-", dir=SHARED if SHARED.is_dir() else None) as folder:
        yield Path(folder)


def work(kind: str, count: int, number: int, running: Path, answers: Connection) -> None:
    """Answer `count` inputs, drawn by the seed `number`; `running` holds the one that is being answered."""
    limit_memory()
    warnings.simplefilter("ignore", HypothesisWarning)  # of how long the list of scraps is
    told = Told(kind)
    start = time.process_time()
    with scratch() as folder, without_pandoc():
        tree = Tree(folder)
        one = OneFile(tree.root)
        known: set[str] = set()
        while told.inputs < count:
            failure = _until_failure(tree, one, kind, count - told.inputs, number + told.inputs, running, told, known)
            if failure is None:
                break
            known.add(failure.sign)
            told.failures.append(failure)
    told.seconds = time.process_time() - start
    told.memory = most_memory()
    if told.memory > MEGABYTES:
        told.failures.append(Failure(kind, Input("", b""), "memory", f"the worker used {told.memory} MiB"))
    answers.send(told)


def _until_failure(
    tree: Tree, one: OneFile, kind: str, count: int, number: int, running: Path, told: Told, known: set[str]
) -> Failure | None:
    """Answer inputs until one fails in a way that is not known; return it as small as it could be made."""
    found: list[Failure] = []
    examined = _examined(tree, one, kind, running, told, known, found)
    chosen = settings(
        max_examples=count,
        database=None,
        deadline=None,
        phases=(Phase.generate, Phase.shrink),
        suppress_health_check=list(HealthCheck),
        report_multiple_bugs=False,
    )
    # the failure is kept in `found`; what Hypothesis says of it is for a terminal
    with contextlib.suppress(Exception), open(os.devnull, "w") as nowhere, contextlib.redirect_stdout(nowhere):
        seed(number)(chosen(given(kinds(tree)[kind])(examined)))()
    return found[-1] if found else None


def _examined(
    tree: Tree, one: OneFile, kind: str, running: Path, told: Told, known: set[str], found: list[Failure]
) -> Callable[[Input], None]:
    """Return the test of one input: it raises where the input fails in a new way, and then in that way alone."""

    def examined(given: Input) -> None:
        if not found:
            told.inputs += 1
        running.write_bytes(given.file.encode() + b"\n" + given.data)
        start = time.process_time()
        try:
            problems = answer_alone(tree, one, given)
            told.drawn += not found and not any(problem.severity == "error" for problem in problems)
        except Exception as error:
            sign = sign_of(error)
            if sign in known or (found and found[-1].sign != sign):
                return
            found.append(Failure(kind, given, sign, "".join(traceback.format_exception(error))))
            raise
        finally:
            told.slowest = max(told.slowest, time.process_time() - start)

    return examined


def sign_of(error: BaseException) -> str:
    """Return where an error came from, without what the input brought to its words."""
    frames = [
        frame for frame in traceback.extract_tb(error.__traceback__) if f"{os.sep}macros{os.sep}" in frame.filename
    ]
    place = f"{Path(frames[-1].filename).name}:{frames[-1].name}" if frames else ""
    words = str(error).split(":")[0].split("[")[0][:60] if isinstance(error, AssertionError) else ""
    return f"{type(error).__name__} {place} {words}".strip()
