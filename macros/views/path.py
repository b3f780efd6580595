"""Reading paths on pages: how many minutes each step takes, and all of them."""

from collections.abc import Callable
from dataclasses import dataclass

from macros.markup import elements
from macros.model.path import Path, Stage
from macros.model.vocabulary import Amount
from macros.views.reading_time import minutes
from macros.views.sheet import Sheet

PageText = Callable[[Sheet, str], str]
"""Gives the text of the page at an address, as Markdown and HTML."""


@dataclass(frozen=True)
class Timed:
    """A step with the minutes that it takes to read and to do."""

    stage: Stage
    reading: int
    doing: int

    @property
    def minutes(self) -> int:
        """All minutes of the step."""
        return self.reading + self.doing


@dataclass(frozen=True)
class Times:
    """The steps of a path; its minutes are the sum of the minutes that the steps show."""

    steps: tuple[Timed, ...]

    @property
    def minutes(self) -> int:
        """All minutes of the path."""
        return sum(step.minutes for step in self.steps)

    @property
    def reading(self) -> int:
        """The minutes that go into reading."""
        return sum(step.reading for step in self.steps)


def times(sheet: Sheet, path: Path, page_text: PageText) -> Times:
    """Return what each step of a path takes."""
    return Times(tuple(Timed(step, _reading(sheet, step, page_text), step.minutes) for step in path.steps))


def _reading(sheet: Sheet, step: Stage, page_text: PageText) -> int:
    """Return the minutes for the page that a step links to, and for the longest where it leaves the reader a choice."""
    return max((page_minutes(sheet, target, page_text, step.read) for target in targets(step.do)), default=0)


def page_minutes(sheet: Sheet, target: str, page_text: PageText, amount: Amount = Amount.WHOLE) -> int:
    """Return the minutes that a page takes to read, or its section where the target names an anchor."""
    address, _, anchor = target.partition("#")
    return minutes(page_text(sheet, address), amount, anchor)


def targets(text: str) -> tuple[str, ...]:
    """Return the addresses of the pages of the handbook that a text links to."""
    return tuple(each.target for each in elements(text) if each.kind == "link" and each.target.startswith("/"))
