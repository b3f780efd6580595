"""The commands by which an editor starts, renames and removes entries, as the command line has them."""

import sys
from collections.abc import Callable
from pathlib import Path

import click

from macros.commands.refused import Refused
from macros.commands.root import ROOT


@click.command()
@ROOT
@click.option("--id", default="", help="The name of the file. Default: made from the title.")
@click.argument("kind", required=False, default="")
@click.argument("title", required=False, default="")
def new(root: Path, id: str, kind: str, title: str) -> None:
    """Start an entry: handbook new strategy "Talk first". Without a kind, the kinds are listed."""
    from macros.commands import new as commands

    if not kind or not title:
        click.echo("\n".join(["Start an entry with its kind and its title:", *commands.kinds()]))
        sys.exit(bool(kind))
    _done(lambda: commands.new(root, kind, title, id))


@click.command()
@ROOT
@click.argument("old")
@click.argument("new")
def rename(root: Path, old: str, new: str) -> None:
    """Rename an entry (strategies/old-name) or a citation key, and mend everything that names it."""
    from macros.commands.rename import rename as carry_out

    _done(lambda: carry_out(root, old, new))


@click.command()
@ROOT
@click.argument("name")
def remove(root: Path, name: str) -> None:
    """Delete an entry (strategies/its-name) that nothing names; otherwise the places that do are listed."""
    from macros.commands.rename import remove as carry_out

    _done(lambda: carry_out(root, name))


@click.command()
@ROOT
@click.option("--check", "compare", is_flag=True, help="Write nothing; exit 1 where a file does not follow the model.")
def generated(root: Path, compare: bool) -> None:
    """Write the files that follow from the model: the forms for issues, the schemas for editing programs."""
    from macros.commands.generated import generated as write

    said, well = write(root, compare)
    if said:
        click.echo(said)
    sys.exit(not well)


def _done(work: Callable[[], str]) -> None:
    """Print what a command answers, or why it refuses."""
    try:
        click.echo(work())
    except Refused as refusal:
        click.echo(str(refusal), err=True)
        sys.exit(1)


EDITING = (new, rename, remove, generated)
