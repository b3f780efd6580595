"""One row of the results: what was measured, beside what, and whether the target holds."""

from dataclasses import asdict, dataclass
from typing import Any

from bench.sample import Sample


@dataclass(frozen=True)
class Row:
    """`value` in `unit` was measured; where there is a `target`, the ratio, or the value itself, is to be no more."""

    what: str
    value: float
    unit: str = "CPU-s"
    peak: float | None = None
    """MB of memory that the largest process held."""
    beside: str = ""
    """What it is compared with."""
    ratio: float | None = None
    target: float | None = None

    @property
    def holds(self) -> bool | None:
        """Whether the target is met; None where there is none."""
        if self.target is None:
            return None
        return (self.value if self.ratio is None else self.ratio) <= self.target

    @property
    def data(self) -> dict[str, Any]:
        """The row as plain data."""
        return asdict(self)


def seconds(what: str, one: Sample, **more: Any) -> Row:
    """Return a row of CPU seconds."""
    return Row(what, one.cpu, peak=one.peak, **more)


def against(what: str, one: Sample, peer: Sample, name: str, target: float | None = None) -> Row:
    """Return a row of CPU seconds with the ratio to a peer's."""
    return seconds(what, one, beside=name, ratio=one.cpu / peer.cpu, target=target)
