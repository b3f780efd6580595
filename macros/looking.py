"""Seeing that a file was saved: the system tells at once where it can, and regular looks see what it does not tell.

Disks that are shared over a network or with a virtual machine tell nothing, and no disk says so.
"""

import os
from collections.abc import Iterator
from contextlib import suppress
from threading import Event, Thread

from watchdog.events import (
    EVENT_TYPE_CLOSED,
    EVENT_TYPE_CREATED,
    EVENT_TYPE_DELETED,
    EVENT_TYPE_MODIFIED,
    EVENT_TYPE_MOVED,
    FileModifiedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer

BETWEEN_LOOKS = 0.2
"""Seconds between two regular looks at the files; one look at 600 files costs 3 ms."""
SELDOM = 1.0
"""The same once the system has told of a change: it does so on this disk, and a look is for what it may leave out."""
_SAVED = {EVENT_TYPE_CLOSED, EVENT_TYPE_CREATED, EVENT_TYPE_DELETED, EVENT_TYPE_MODIFIED, EVENT_TYPE_MOVED}
"""What the system tells of a file that was saved; it also tells that one was read, which a build does all the time."""
Stamp = tuple[int, int, int]
"""A file's inode, its size, and the time of its last change in nanoseconds."""
State = dict[str, Stamp]
"""Path of a file -> its stamp."""


def state_of(path: str) -> State:
    """Return the state of a file, or of every file in a folder and below."""
    return dict(_files(path) if os.path.isdir(path) else _file(path))


def _files(folder: str) -> Iterator[tuple[str, Stamp]]:
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            yield from _files(entry.path) if entry.is_dir(follow_symlinks=False) else _file(entry.path)


def _file(path: str) -> Iterator[tuple[str, Stamp]]:
    with suppress(OSError):  # a file may go while it is looked at
        found = os.stat(path)
        yield path, (found.st_ino, found.st_size, found.st_mtime_ns)


class Looking:
    """Watches files and folders for the host's server, in place of its own observer, whose names this one has."""

    def __init__(self, between: float = BETWEEN_LOOKS) -> None:
        self._between = between
        self._watched: dict[str, tuple[FileSystemEventHandler, State]] = {}
        self._told: set[str] = set()
        """What the system has told of since the last look."""
        self._wake, self._ended = Event(), False
        self._thread = Thread(target=self._look_on, daemon=True)
        self._system = Observer()

    def schedule(self, handler: FileSystemEventHandler, path: str, recursive: bool = True) -> str:
        """Tell `handler` of each change at `path` from now on; returns what `unschedule` takes."""
        self._watched[path] = (handler, state_of(path))
        hearing = FileSystemEventHandler()
        hearing.on_any_event = lambda event: self._hear(path, event)  # type: ignore[method-assign]
        self._system.schedule(hearing, path, recursive=recursive)
        return path

    def unschedule(self, path: str) -> None:
        """Tell nobody of changes at `path` any more."""
        self._watched.pop(path, None)

    def start(self) -> None:
        """Begin to look."""
        try:
            self._system.start()
        except OSError:  # the system can watch no more files, or not these
            self._system.unschedule_all()
        self._thread.start()

    def stop(self) -> None:
        """Look no more."""
        self._ended = True
        self._wake.set()
        self._system.stop()

    def join(self) -> None:
        """Wait until the last look has ended."""
        if self._thread.is_alive():
            self._thread.join()

    def _hear(self, path: str, event: FileSystemEvent) -> None:
        if event.event_type in _SAVED and not event.is_directory:
            self._between = max(self._between, SELDOM)
            self._told.add(path)
            self._wake.set()

    def _look_on(self) -> None:
        while not self._ended:
            self._wake.wait(self._between)
            self._wake.clear()
            for path, (handler, before) in [*self._watched.items()]:
                told = path in self._told  # asked before the look: what is told during it is looked at again
                self._told.discard(path)
                now = state_of(path)
                self._watched[path] = (handler, now)
                if told or now != before:
                    handler.on_any_event(FileModifiedEvent(path))
