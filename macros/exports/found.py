"""A source read from a file of another program."""

from dataclasses import dataclass
from typing import Any

from macros.problems import Place


@dataclass(frozen=True)
class Found:
    """A CSL-JSON item and the place where it begins."""

    item: dict[str, Any]
    place: Place
