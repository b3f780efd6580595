"""(d) `handbook check`, beside what PyYAML's C loader alone takes for the same files."""

import sys
from collections.abc import Iterator

from bench.contest import Contestant, contest
from bench.row import Row, against, seconds
from bench.settings import Settings
from bench.tree import Tree, invented, real

TARGET = 2.0
"""CPU seconds for 1,000 entries."""
STRATEGIES = 432
"""A handbook that was made up with so many strategies has 1,000 entries in all."""
_LOAD = """
import sys, yaml
from pathlib import Path
for file in Path(sys.argv[1]).rglob("*.yml"):
    yaml.load(file.read_bytes(), Loader=yaml.CSafeLoader)
"""


def rows(settings: Settings) -> Iterator[Row]:
    """Yield the rows of this part."""
    trees = {
        "the real handbook": real(settings.folder("check-real")),
        "1,000 entries": invented(settings.folder("check-entries"), STRATEGIES),
        "1,000 strategies": invented(settings.folder("check-strategies"), 1000),
    }
    found = contest([one for name, tree in trees.items() for one in _pair(name, tree)], settings.times)
    for name, tree in trees.items():
        count = sum(1 for _ in (tree.root / "content").rglob("*.yml"))
        loading = found[f"{name}, loaded"]
        what = f"{name} ({count:,} files)"
        yield seconds(f"{what}: PyYAML's C loader alone", loading)
        yield against(f"{what}: handbook check", found[name], loading, "PyYAML's C loader")
        if name == "1,000 entries":
            yield seconds(f"{what}: handbook check, in seconds", found[name], target=TARGET)


def _pair(name: str, tree: Tree) -> Iterator[Contestant]:
    yield Contestant(name, tree.command("check"), tree.root)
    yield Contestant(f"{name}, loaded", (sys.executable, "-c", _LOAD, str(tree.root / "content")), tree.root)
