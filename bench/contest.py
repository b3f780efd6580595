"""Contestants measured in turns (A B C A B C …), so that what disturbs the machine disturbs them all."""

import statistics
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from bench.progress import say
from bench.sample import Sample, sample


def _nothing() -> None:
    """Prepare nothing."""


@dataclass(frozen=True)
class Contestant:
    """A command in a folder; `prepare` runs before each sample and is not measured. `times` limits its samples."""

    name: str
    command: Sequence[str]
    folder: Path
    prepare: Callable[[], object] = _nothing
    env: Mapping[str, str] = field(default_factory=dict)
    times: int | None = None
    given: bytes = b""
    """What the command reads from its standard input."""


def contest(contestants: Sequence[Contestant], times: int) -> dict[str, Sample]:
    """Return the middle of each contestant's samples, by its name; each figure is the median of its own."""
    found: dict[str, list[Sample]] = {one.name: [] for one in contestants}
    for turn in range(times):
        for one in contestants:
            if one.times is None or turn < one.times:
                one.prepare()
                taken = sample(one.command, one.folder, one.env, one.given)
                say(f"{turn + 1}/{times} {one.name}: {taken.cpu:.2f} CPU-s, {taken.peak:.0f} MB")
                found[one.name].append(taken)
    return {name: _middle(samples) for name, samples in found.items()}


def _middle(samples: Sequence[Sample]) -> Sample:
    middle = (statistics.median(getattr(one, part) for one in samples) for part in ("cpu", "wall", "peak"))
    return Sample(*middle)
