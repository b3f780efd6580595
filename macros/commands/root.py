"""The option --root of every command that reads a tree."""

from pathlib import Path

import click

ROOT = click.option(
    "--root",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("."),
    show_default=True,
    help="The folder that holds content/, docs/ and references.bib.",
)
