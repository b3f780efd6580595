"""What a preview keeps from one reading of a tree to the next, so that an edit costs what it changed."""

from collections.abc import Callable
from typing import Any, Generic, TypeVar

T = TypeVar("T")


class Kept(Generic[T]):
    """A value as it was read last: while it reads the same, it is the same object."""

    def __init__(self) -> None:
        self._last: list[T] = []

    def same(self, value: T) -> T:
        """Return the last value where it equals this one, so that what was found with it counts yet; else this one."""
        if self._last != [value]:
            self._last = [value]
        return self._last[0]


class Findings:
    """What was found in one file, by the name of the search, and what it was found with."""

    def __init__(self) -> None:
        self._found: dict[str, tuple[object, Any]] = {}

    def of(self, search: str, given: object, find: Callable[[], T]) -> T:
        """Return what `find` finds, or what it found before where it was `given` the same object."""
        kept = self._found.get(search)
        if kept is None or kept[0] is not given:
            kept = self._found[search] = (given, find())
        found: T = kept[1]
        return found
