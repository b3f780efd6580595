"""How much is measured, and where."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Settings:
    """`scratch` is a folder for everything that is made; `quick` leaves out what takes long."""

    scratch: Path
    quick: bool = False
    largest: int = 3000
    """Strategies that a handbook which is made up may have."""

    @property
    def times(self) -> int:
        """How many samples are taken of each contestant."""
        return 1 if self.quick else 5

    @property
    def sizes(self) -> tuple[int, ...]:
        """The sizes of the handbooks that are made up."""
        return tuple(size for size in (100, 1000, 3000) if size <= min(self.largest, 1000 if self.quick else 3000))

    def folder(self, name: str) -> Path:
        """Return the path of a folder that is not there yet."""
        self.scratch.mkdir(parents=True, exist_ok=True)
        return self.scratch / name
