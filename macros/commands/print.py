"""`handbook print`: the PDFs of guides, alone."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from macros.lint import load
from macros.print.paper import PAPERS
from macros.print.printing import EDITIONS, Printed, print_guides
from macros.problems import Place, Problem, ProblemsFound, did_you_mean
from macros.prose import format_site
from macros.workshop import workshop


def print_command(
    root: Path,
    base_url: str,
    out: Path,
    guides: Sequence[str] = (),
    edition: str | None = None,
    paper: str | None = None,
    style: str = "apa",
    progress: Callable[[str], None] = print,
) -> tuple[Printed, ...]:
    """Print these guides, or all, in this edition and on this paper, or in every one, into `out`.

    Raises ProblemsFound where the content has errors, a guide does not exist or a text cannot be printed; none of the
    files in `out` has changed then.
    """
    handbook = load(root)
    known = handbook.entries["guides"]
    unknown = [name for name in guides if name not in known]
    if unknown:
        raise ProblemsFound(_unknown(name, known) for name in unknown)
    formatted = format_site(handbook, style, root / ".cache" / "citations")
    editions = (edition,) if edition else EDITIONS
    papers = (paper,) if paper else PAPERS
    cache = root / ".cache" / "print"
    with workshop(out) as folder:
        given = (handbook, formatted, base_url, folder, cache, guides, editions, papers, progress)
        return tuple(_put(one, out) for one in print_guides(*given))


def _put(printed: Printed, out: Path) -> Printed:
    out.mkdir(exist_ok=True)
    return replace(printed, path=printed.path.replace(out / printed.path.name))


def _unknown(name: str, known: Iterable[str]) -> Problem:
    message = f"there is no guide called {name}{did_you_mean(name, known)}"
    return Problem(Place("content/guides"), message, "unknown-guide")
