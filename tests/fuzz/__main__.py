"""A long campaign: `python -m tests.fuzz`, which exits with 1 where an input failed."""

import base64
import json
import sys
import time
from pathlib import Path

import click

from tests.fuzz.campaign import campaign, cores, keep, progress, table, tasks
from tests.fuzz.contract import answer, warm_up
from tests.fuzz.kinds import kinds
from tests.fuzz.printer import without_pandoc
from tests.fuzz.tree import Input, Tree
from tests.fuzz.worker import Told, scratch

FOLDER = Path(".cache/fuzz")
KINDS = ("yaml", "bibtex", "citations", "markdown", "docs")


@click.command()
@click.option("--inputs", default=100_000, show_default=True, help="How many, of all kinds together.")
@click.option("--kind", "chosen", type=click.Choice(KINDS), multiple=True, help="Only these kinds.")
@click.option("--seed", default=0, show_default=True, help="Another number gives other inputs.")
@click.option("--minutes", type=float, default=None, help="Start nothing more after so many.")
@click.option(
    "--workers", type=int, default=cores, show_default="one for each processor", help="Processes beside one another."
)
@click.option("--replay", type=click.Path(exists=True, path_type=Path), default=None, help="Run one kept input again.")
def main(
    inputs: int, chosen: tuple[str, ...], seed: int, minutes: float | None, workers: int, replay: Path | None
) -> None:
    """Answer many inputs of each kind, and keep those that fail in .cache/fuzz/."""
    with scratch() as folder, without_pandoc():
        tree = Tree(folder)
        assert set(KINDS) == set(kinds(tree))
        warm_up(tree)
        if replay is not None:
            _again(tree, replay)
            return
    start = time.monotonic()
    told: list[Told] = []
    kept: list[Path] = []
    for one in campaign(tasks(chosen or KINDS, inputs, seed), workers, minutes):
        progress(one)
        told.append(one)
        kept = keep((failure for one in told for failure in one.failures), FOLDER)
    click.echo(table(told, time.monotonic() - start))
    for path in kept:
        found = json.loads(path.read_text("utf-8"))
        click.echo(f"\n{found['sign']}\n  python -m tests.fuzz --replay {path}")
    sys.exit(bool(kept))


def _again(tree: Tree, path: Path) -> None:
    """Answer a kept input; what fails is raised."""
    found = json.loads(path.read_text("utf-8"))
    given = Input(found["file"], base64.b64decode(found["data"]))
    click.echo(f"{given.file}: {given.data!r}")
    for problem in answer(tree, given):
        click.echo(f"{problem.place.file}:{problem.place.line}:{problem.place.column}: {problem.message}")


if __name__ == "__main__":
    main()
