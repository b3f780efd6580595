"""How every command ends where it is stopped or the disk refuses: in words, without a traceback, never with 0."""

import errno

import click

from macros.commands.refusing import in_words
from macros.stopping import Stopped, heed


class Commands(click.Group):
    """The commands of the handbook."""

    def invoke(self, ctx: click.Context) -> object:
        """Run a command; a signal ends it with 128 and the signal's number, as shells expect."""
        heed()
        try:
            return super().invoke(ctx)
        except Stopped as stopped:
            click.echo("\nStopped. What was there before is as it was: to have it done, run this again.", err=True)
            ctx.exit(stopped.exit_code)
        except OSError as failure:
            if failure.errno in (None, errno.EPIPE):
                raise
            click.echo(in_words(failure), err=True)
            ctx.exit(1)
