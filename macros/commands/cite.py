"""`handbook cite`: citations in Pandoc's syntax, one a line, formatted in the context of a whole .bib file."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from macros.bibliography import read_bibliography
from macros.citations.cluster import Cluster, SyntaxProblem, parse_cluster
from macros.citations.engine import format_citations
from macros.citations.style import UnknownStyle
from macros.problems import Place, Problem, did_you_mean

FORMS = ("text", "html")
FILE = "standard input"


def cite(bib: Path, style: str, form: str, lines: Sequence[str]) -> tuple[list[str], list[Problem]]:
    """Return one formatted line for each line given, and every problem met.

    A line that is empty, cannot be read or cites an unknown work gives an empty line. Every work of the file counts
    for the letters after years and for given names, as on a site that cites them all.
    """
    bibliography, found = read_bibliography(bib, str(bib))
    problems = list(found)
    read = [_read(line.strip(), number, line, problems) for number, line in enumerate(lines, 1)]
    usable = [_known(cluster, number, lines[number - 1], bibliography.works, problems)
              for number, cluster in enumerate(read, 1)]
    wanted = {cluster.raw for cluster in usable if cluster}
    try:
        clusters = format_citations([work.csl for work in bibliography.works.values()], sorted(wanted), style,
                                    cited_only=False).clusters
    except UnknownStyle as problem:
        return [""] * len(lines), [*problems, Problem(Place("--style"), str(problem), "citation-style")]
    return [getattr(clusters[cluster.raw], form) if cluster else "" for cluster in usable], sorted(problems)


def _read(citation: str, number: int, line: str, problems: list[Problem]) -> Cluster | None:
    """A line must be one citation."""
    if not citation:
        return None
    try:
        return parse_cluster(citation)
    except SyntaxProblem as problem:
        column = 1 + line.index(citation) + problem.offset
        problems.append(Problem(Place(FILE, number, column, problem.length), problem.message, problem.rule))
        return None


def _known(
    cluster: Cluster | None, number: int, line: str, works: Mapping[str, object], problems: list[Problem]
) -> Cluster | None:
    """Every work cited must be in the file."""
    unknown = [] if cluster is None else list(_unknown(cluster, number, line, works))
    problems.extend(unknown)
    return None if unknown else cluster


def _unknown(cluster: Cluster, number: int, line: str, works: Mapping[str, object]) -> Iterator[Problem]:
    for one in cluster.cites:
        if one.key not in works:
            column = 1 + line.index(cluster.raw) + one.offset
            message = f"“{one.key}” is not in the bibliography{did_you_mean(one.key, works)}"
            yield Problem(Place(FILE, number, column, len(one.key)), message, "unknown-key")
