"""Being told to stop: a signal becomes an exception, so that what was half made is cleared away."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from threading import current_thread, main_thread
from types import FrameType

SIGNALS = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name))


class Stopped(KeyboardInterrupt):
    """The program was told to stop, by the signal of this number."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.exit_code = 128 + number
        """What a shell expects of a program that a signal ended."""


@dataclass
class _Ear:
    covered: int = 0
    """How many works that must not be cut short are under way, one inside the other."""
    heard: int = 0
    """The signal that came meanwhile."""


_ear = _Ear()


def heed() -> None:
    """From now on the first signal raises Stopped; later ones are ignored while its work is cleared away."""
    if current_thread() is main_thread():
        for number in SIGNALS:
            if signal.getsignal(number) is not signal.SIG_IGN:  # as nohup sets it
                signal.signal(number, _hear)


def finish() -> None:
    """From now on heed nothing: the work is done but for clearing up, and what has been made is the new state."""
    for number in SIGNALS:
        if signal.getsignal(number) is _hear:
            signal.signal(number, signal.SIG_IGN)


@contextmanager
def undisturbed() -> Iterator[None]:
    """Let a signal wait until a work of a moment is done."""
    _ear.covered += 1
    try:
        yield
    finally:
        _ear.covered -= 1
        if _ear.heard and not _ear.covered:
            _stop(_ear.heard)


def _hear(number: int, frame: FrameType | None) -> None:
    if _ear.covered:
        _ear.heard = number
    else:
        _stop(number)


def _stop(number: int) -> None:
    _ear.heard = 0
    finish()
    raise Stopped(number)
