"""A handbook to be measured: a folder of its own with content, pages and caches, and the generator of this tree."""

import itertools
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parents[1]
QUIET = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}


@dataclass(frozen=True)
class Tree:
    """A folder in which the handbook's commands run."""

    root: Path

    def command(self, *words: str) -> Sequence[str]:
        """Return a command of the handbook, to be run in the folder."""
        return (sys.executable, "-m", "macros", *words)

    def forget(self, *caches: str) -> None:
        """Delete some of what builds keep, or all."""
        for name in caches or (".",):
            shutil.rmtree(self.root / ".cache" / name, ignore_errors=True)

    def build(self) -> None:
        """Build once, so that all caches are there."""
        run(self.command("build"), self.root)

    def rendered(self, out: Path) -> Path:
        """Return the folder below which the Markdown of every page is, after all macros."""
        run((sys.executable, "-m", "bench.rendered", str(self.root), str(out)), HERE)
        return out

    def copy(self, to: Path) -> "Tree":
        """Return a copy with its caches."""
        shutil.copytree(self.root, to, symlinks=True, ignore=shutil.ignore_patterns("site"))
        return Tree(to)


def real(root: Path) -> Tree:
    """Copy the handbook into a folder, without its caches."""
    for name in ("content", "docs"):
        shutil.copytree(HERE / name, root / name)
    for name in ("references.bib", "search.yml", "mkdocs.yml"):
        shutil.copy(HERE / name, root)
    (root / "macros").symlink_to(HERE / "macros")
    return Tree(root)


def invented(root: Path, count: int) -> Tree:
    """Write a handbook of so many strategies into a folder; in a process of its own, so that this one stays small."""
    code = "import sys; from pathlib import Path; from bench.invented import write_book; write_book(Path(sys.argv[1]), "
    run((sys.executable, "-c", f"{code}{count})", str(root)), HERE)
    return Tree(root)


def editing(file: Path, field: str) -> Callable[[], None]:
    """Return an act that changes the text of a field, each time to another one."""
    text, turns = file.read_text("utf-8"), itertools.count(1)
    start = re.compile(rf"^{field}: (?:[>|]-?\n +)?", re.MULTILINE)

    def edit() -> None:
        changed = start.sub(lambda found: found[0] + "Look again. " * next(turns), text, count=1)
        file.write_text(changed, "utf-8")

    return edit


def run(command: Sequence[str], folder: Path, env: Mapping[str, str] | None = None) -> None:
    """Run a command that is not measured; raises with what it said where it fails."""
    given = {**os.environ, **(env or {})}
    done = subprocess.run(command, cwd=folder, env=given, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(
            f"{' '.join(command)} ended with {done.returncode}\n{done.stdout[-3000:]}{done.stderr[-3000:]}"
        )
