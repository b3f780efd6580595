"""A small sound handbook in a folder of its own; each input stands in for one of its files."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.problems.tree import plant

ADDED = {
    "content/paths/one-cup.yml": (
        "title: One cup\norder: 1\nsummary: For whoever has the time of one cup.\nsteps:\n"
        "  - do: Read [why](/strategies/tea-first.md).\n    read: top\n  - do: Pour a cup.\n    minutes: 2\n"
        "then: Sit down.\naliases:\n  - short of time\nreviewed:\n  on: 2026-11-21\n  outcome: new\n"
    ),
    "content/corrections/less-tea.yml": (
        "title: Less tea than we said\non: 2026-11-20\nclaims:\n  - plain-claim\nsources:\n  - ash2001invented\n"
        "was: Everybody drinks tea.\nnow: Most drink tea.\nwhy: We had miscounted [@ash2001invented, p. 3].\n"
    ),
    "content/redirects.yml": "strategies/coffee-first: strategies/tea-first\n",
    "search.yml": "same:\n  - [tea, brew]\nmeans:\n  mug: [cup]\npages:\n  /about/people.md: [who]\nskip: [the]\n",
}
"""Files of kinds that the sound tree of tests/problems has none of."""
BIBLIOGRAPHY = "references.bib"


@dataclass(frozen=True)
class Input:
    """What somebody may have saved as a file of the handbook."""

    file: str
    data: bytes


class Tree:
    """The small handbook on disk."""

    def __init__(self, folder: Path) -> None:
        self.root = plant({"files": ADDED}, folder / "tree")
        files = sorted(path for path in self.root.rglob("*") if path.is_file() and path.suffix != ".png")
        self.sound = {path.relative_to(self.root).as_posix(): path.read_bytes() for path in files}

    @property
    def entries(self) -> dict[str, str]:
        """The text of each YAML file by its name."""
        return {file: data.decode() for file, data in self.sound.items() if file.endswith(".yml")}

    @contextmanager
    def holding(self, given: Input) -> Iterator[Path]:
        """Put an input in the place of its file for a while."""
        path = self.root / given.file
        path.write_bytes(given.data)
        try:
            yield self.root
        finally:
            path.write_bytes(self.sound[given.file])
