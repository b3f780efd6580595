"""How much a check of many strategies costs, beside what PyYAML's C loader alone costs for the same files.

Run as `python -m bench.check [COUNT]`; prints CPU seconds. The tree is the handbook's own, its strategies copied under
new names until there are COUNT (1,000 where none is given).
"""

import cProfile
import pstats
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import yaml

from macros.lint import check

ROOT = Path(__file__).parents[1]
TARGET = 2.0
"""CPU seconds that the check of 1,000 strategies may take."""


def main() -> None:
    """Generate the tree, measure, print; with --profile also where the time goes."""
    count = next((int(word) for word in sys.argv[1:] if word.isdigit()), 1000)
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "handbook"
        grow(root, count)
        files = [*(root / "content").rglob("*.yml")]
        loading = seconds(lambda: [yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader) for path in files])
        if "--profile" in sys.argv:
            profile(lambda: check(root))
        checking = seconds(lambda: check(root))
        problems = check(root)[1]
    errors = sum(problem.severity == "error" for problem in problems)
    print(f"{count} strategies, {len(files)} files, {errors} errors, {len(problems) - errors} notes")
    print(f"CSafeLoader alone  {loading:5.2f} CPU seconds")
    print(f"check              {checking:5.2f} CPU seconds ({checking / loading:.1f} times; target {TARGET})")


def grow(root: Path, count: int) -> None:
    """Copy the handbook's content, with its strategies under new names until there are `count`."""
    for name in ("content", "docs"):
        shutil.copytree(ROOT / name, root / name)
    shutil.copy(ROOT / "references.bib", root)
    folder = root / "content" / "strategies"
    originals = sorted(folder.glob("*.yml"))
    for number in range(count - len(originals)):
        original = originals[number % len(originals)]
        text = original.read_text("utf-8").replace("title: ", f"title: {number} ", 1)
        (folder / f"{original.stem}-{number}.yml").write_text(text, "utf-8")


def seconds(work: Callable[[], object]) -> float:
    """Return the CPU seconds that a piece of work takes the first time."""
    start = time.process_time()
    work()
    return time.process_time() - start


def profile(work: Callable[[], object]) -> None:
    """Print the functions in which the time goes."""
    profiler = cProfile.Profile()
    profiler.runcall(work)
    pstats.Stats(profiler).sort_stats("tottime").print_stats(30)


if __name__ == "__main__":
    main()
