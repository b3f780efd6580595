"""The command `handbook`."""

import re
import sys
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from macros.commands.editing import EDITING
from macros.commands.ending import Commands
from macros.commands.host import HOST
from macros.commands.root import ROOT
from macros.garbage import search_seldom, unsearched
from macros.problems import Problem
from macros.report import FORMATS, report

if TYPE_CHECKING:
    from macros.handbook import Handbook

_STYLES = click.Choice(["apa", "chicago", "mla", "harvard"])


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Check, build and preview the handbook, and format citations."""
    search_seldom()
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]


@main.command()
@ROOT
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", show_default=True, help="How to print.")
@click.option("--summary", type=click.Path(path_type=Path), default=None, help="Add a summary in plain words to FILE.")
def check(root: Path, form: str, summary: Path | None) -> None:
    """Check all content without building; every problem is printed in one run. Exits 1 where there is an error."""
    from macros.lint import check as check_tree

    with unsearched():
        _, problems = check_tree(root)
    if summary is not None:
        from macros.summary import summary as in_plain_words

        with summary.open("a", encoding="utf-8", newline="\n") as file:
            file.write(in_plain_words(problems, root, _setting(root, "site_url")))
    printed = report(problems, root, form)
    if printed:
        click.echo(printed)
    if form == "text":
        click.echo(_counted(problems), err=True)
    sys.exit(any(problem.severity == "error" for problem in problems))


@main.command()
@ROOT
@click.option("--site", type=click.Path(path_type=Path), default=None, help="Where the site goes. Default: site/.")
@click.option(
    "--host",
    type=click.Choice(["mkdocs", "properdocs"]),
    default=HOST,
    show_default=True,
    help="The generator; the second is the drop-in fork of the first.",
)
def build(root: Path, site: Path | None, host: str) -> None:
    """Check all content, then build the site. Where something is wrong the last good site stays as it was."""
    from macros.commands.build import BuildFailed
    from macros.commands.build import build as build_site

    target = (site or root / "site").resolve()
    try:
        count = build_site(root.resolve(), target, host, _to_stderr)
    except BuildFailed as failure:
        _without_errors(root)
        click.echo(str(failure), err=True)
        sys.exit(1)
    notes = f"; {count} notes, see handbook check" if count else ""
    click.echo(f"{sum(1 for _ in target.rglob('*.html'))} pages in {target.name}/{notes}")


@main.command()
@ROOT
@click.option(
    "--to",
    type=click.Path(path_type=Path, dir_okay=False),
    default=None,
    help="The file to write. Default: site-offline/leading-together-EDITION.zip.",
)
def offline(root: Path, to: Path | None) -> None:
    """Check all content, then write the whole site into one zip file that opens without a network."""
    from macros.commands.build import BuildFailed
    from macros.commands.offline import offline as pack_site
    from macros.downloads import latest_review

    handbook = _without_errors(root)
    target = to or root / "site-offline" / f"leading-together-{_setting(root, 'edition')}.zip"
    try:
        count = pack_site(root.resolve(), target.resolve(), latest_review(handbook), _to_stderr)
    except BuildFailed as failure:
        click.echo(str(failure), err=True)
        sys.exit(1)
    click.echo(f"{target}: {count} files, {target.stat().st_size / 1_000_000:.1f} MB")


@main.command()
@ROOT
@click.option("--address", default="127.0.0.1:8000", show_default=True, help="Where the preview is served.")
def serve(root: Path, address: str) -> None:
    """Preview the site in a browser; it follows each edit."""
    from macros.commands.serve import serve as serve_site

    sys.exit(serve_site(root.resolve(), address))


@main.command()
@ROOT
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), required=True, help="Where the pages go.")
@click.option("--base", default="", help="Begin links at the server's root, with this path: / or /handbook/.")
def pages(root: Path, out: Path, base: str) -> None:
    """Write every page, and every file that goes with one, to a folder that any other generator can take."""
    from macros.commands.pages import pages as write
    from macros.commands.refused import Refused

    _without_errors(root)
    try:
        count = write(root.resolve(), out.resolve(), _to_stderr, base)
    except Refused as refusal:
        click.echo(str(refusal), err=True)
        sys.exit(1)
    click.echo(f"{out}: {count} pages")


@main.command()
@click.argument("base", type=click.Path(path_type=Path, file_okay=False, exists=True))
@ROOT
@click.option("--format", "form", type=click.Choice(["markdown", "json"]), default="markdown", show_default=True)
def changes(base: Path, root: Path, form: str) -> None:
    """List what is new, changed and gone since BASE, another copy of the handbook, by title."""
    from macros.commands.changes import changes as listed

    click.echo(listed(base.resolve(), root.resolve(), form), nl=False)


@main.command()
@click.option("--bib", type=click.Path(path_type=Path), default=Path("references.bib"), show_default=True)
@click.option("--style", type=_STYLES, default="apa", show_default=True)
@click.option("--format", "form", type=click.Choice(["text", "html", "json"]), default="text", show_default=True)
@click.argument("keys", nargs=-1, metavar="[KEY]...")
def references(bib: Path, style: str, form: str, keys: tuple[str, ...]) -> None:
    """Print the reference list of a .bib file, or of the works with these citation keys."""
    from macros.commands.references import references as formatted

    text, problems = formatted(bib, style, form, keys)
    _finish(text, problems)


@main.command()
@click.option("--bib", type=click.Path(path_type=Path), default=Path("references.bib"), show_default=True)
@click.option("--style", type=_STYLES, default="apa", show_default=True)
@click.option("--format", "form", type=click.Choice(["text", "html"]), default="text", show_default=True)
def cite(bib: Path, style: str, form: str) -> None:
    """Format citations, one on each line of standard input: [see @{key}, pp. 3-5; @b]."""
    from macros.commands.cite import cite as formatted

    lines = sys.stdin.buffer.read().decode("utf-8", "replace").splitlines()
    answers, problems = formatted(bib, style, form, lines)
    _finish("\n".join(answers), problems)


@main.command(name="add-source")
@click.option("--bib", type=click.Path(path_type=Path), default=Path("references.bib"), show_default=True)
@click.option("--registry", default="https://doi.org", show_default=True, help="Where a DOI is looked up.")
@click.argument("source", metavar="FILE|DOI")
def add_source(bib: Path, registry: str, source: str) -> None:
    """Add a source from a .bib, .ris or CSL-JSON file, or by its DOI where a network is at hand."""
    from macros.commands.add_source import add_source as add
    from macros.exports.doi import Registry

    text, problems = add(source, bib, Registry(registry))
    _finish(text, problems)


@main.command(name="print")
@ROOT
@click.option("--edition", type=click.Choice(["participant", "facilitator"]), default=None, help="Default: both.")
@click.option("--paper", type=click.Choice(["letter", "a4"]), default=None, help="Default: both.")
@click.option(
    "--out", type=click.Path(path_type=Path), default=Path("guides"), show_default=True, help="Where they go."
)
@click.argument("guides", nargs=-1, metavar="[GUIDE]...")
def print_guides(root: Path, edition: str | None, paper: str | None, out: Path, guides: tuple[str, ...]) -> None:
    """Print guides as PDF files: all of them, or those named."""
    from macros.commands.print import print_command
    from macros.problems import ProblemsFound

    try:
        printed = print_command(root, _setting(root, "site_url"), out, guides, edition, paper, progress=_to_stderr)
    except ProblemsFound as found:
        click.echo(report(found.problems, root), err=True)
        sys.exit(1)
    for one in printed:
        click.echo(f"{one.path}: {one.pages} pages, {one.bytes / 1000:.0f} kB")


@main.command()
@ROOT
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", show_default=True, help="How to print.")
@click.option("--worst", type=click.IntRange(min=1), default=None, help="Only the texts that need most work: so many.")
@click.argument("paths", nargs=-1, metavar="[PATH]...")
def prose(root: Path, form: str, worst: int | None, paths: tuple[str, ...]) -> None:
    """Advise on words: long sentences, reading grade, jargon and more. Advice only, so it always exits 0."""
    from macros.commands.prose import prose as advice

    printed = advice(root, paths, form, worst)
    if printed:
        click.echo(printed)


@main.command()
@ROOT
@click.option("--on", type=click.DateTime(["%Y-%m-%d"]), default=None, help="Date of the comparison. Default: today.")
@click.argument("file", type=click.Path(path_type=Path))
def retractions(root: Path, on: datetime | None, file: Path) -> None:
    """Compare the cited works with FILE, the retraction data set as CSV; nothing is fetched."""
    from macros.commands.retractions import retractions as compare

    text, problems = compare(root, file, on.date() if on else date.today())
    _finish(text, problems)


def _finish(text: str, problems: list[Problem]) -> None:
    """Print an answer, then what is wrong; a broken entry does not keep the others from being printed."""
    if text:
        click.echo(text)
    errors = [problem for problem in problems if problem.severity == "error"]
    if errors:
        click.echo(report(errors, Path(".")), err=True)
    sys.exit(bool(errors))


def _to_stderr(line: str) -> None:
    click.echo(line, err=True)


def _setting(root: Path, name: str) -> str:
    """Return a setting that stands on one line of mkdocs.yml, or an empty text."""
    file = root / "mkdocs.yml"
    text = file.read_text("utf-8") if file.is_file() else ""
    found = re.search(rf"^ *{name}:[ \t]*[\"']?([^\s\"']+)", text, re.MULTILINE)
    return found[1] if found else ""


def _without_errors(root: Path) -> "Handbook":
    """Return the handbook of a tree; where it has errors, print them and end."""
    from macros.lint import check as check_tree

    handbook, problems = check_tree(root)
    if handbook is None:
        click.echo(report(problems, root))
        sys.exit(1)
    return handbook


def _counted(problems: tuple[Problem, ...]) -> str:
    errors = sum(problem.severity == "error" for problem in problems)
    notes = len(problems) - errors
    return f"{errors} error{'s' * (errors != 1)}, {notes} note{'s' * (notes != 1)}"


for each in EDITING:
    main.add_command(each)


if __name__ == "__main__":
    main(prog_name="handbook")
