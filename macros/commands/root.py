"""The option --root of every command that reads a tree; a change of it that was cut short is taken back first."""

from pathlib import Path

import click

from macros.commands.journal import take_back
from macros.commands.refused import Refused


def _settled(ctx: click.Context, parameter: click.Parameter, root: Path) -> Path:
    try:
        said = take_back(root)
    except Refused as refusal:
        click.echo(str(refusal), err=True)
        ctx.exit(1)
    if said:
        click.echo(said, err=True)
    return root


ROOT = click.option(
    "--root",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("."),
    show_default=True,
    callback=_settled,
    help="The folder that holds content/, docs/ and references.bib.",
)
