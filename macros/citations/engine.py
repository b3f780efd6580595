"""The narrow door to the citation processor: CSL-JSON and clusters in, safe HTML and text out.

All works and clusters of one call are one context, which decides the a and b after years and the given names.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from macros.citations import pandoc
from macros.citations.answer import Reader, Rendered
from macros.citations.cluster import Cluster, parse_cluster
from macros.citations.namesakes import namesakes, with_suffixes
from macros.citations.order import by_initials
from macros.citations.others import last_names
from macros.citations.particles import needless
from macros.citations.question import citing, paragraph
from macros.citations.store import Store
from macros.citations.style import Style, style_named, style_xml
from macros.citations.wording import coded_numbers, worded

VERSION = 1
"""Part of the cache's key: raise it whenever the same input gives another output."""

Item = Mapping[str, Any]
"""One work in CSL-JSON."""


@dataclass(frozen=True)
class Formatted:
    """Every cluster by its raw text, and every entry by its key in the style's order."""

    clusters: Mapping[str, Rendered]
    entries: Mapping[str, Rendered]


def format_citations(
    items: Sequence[Item],
    clusters: Collection[str],
    style: str = "apa",
    cited_only: bool = True,
    cache: Path | None = None,
) -> Formatted:
    """Format all clusters and the reference list together; `cached` answers are kept in the folder `cache`.

    `cited_only` leaves out works that no cluster cites. Raises `UnknownStyle`, `SyntaxProblem` for a cluster that
    cannot be read, and `KeyError` for a key that no item has.
    """
    chosen = style_named(style)
    raws = list(dict.fromkeys(clusters))
    store = Store(cache, [VERSION, pandoc.version(), style_xml(chosen), items, raws, cited_only])
    if (kept := store.load()) is not None:
        return Formatted(_opened(kept["clusters"]), _opened(kept["entries"]))
    read = [parse_cluster(raw) for raw in raws]
    fresh = _ask(_counting(items, read, cited_only), read, chosen)
    store.save({"clusters": _packed(fresh.clusters), "entries": _packed(fresh.entries)})
    return fresh


def _packed(printed: Mapping[str, Rendered]) -> dict[str, list[str]]:
    return {name: [one.html, one.text] for name, one in printed.items()}


def _opened(packed: Mapping[str, Sequence[str]]) -> dict[str, Rendered]:
    return {name: Rendered(html, text) for name, (html, text) in packed.items()}


def _counting(items: Iterable[Item], clusters: Sequence[Cluster], cited_only: bool) -> dict[str, Item]:
    """Return the works that make up the context, by key."""
    works = {item["id"]: item for item in items}
    cited = {cite.key for cluster in clusters for cite in cluster.cites}
    if unknown := sorted(cited - works.keys()):
        raise KeyError(unknown[0])
    return {key: work for key, work in works.items() if key in cited or not cited_only}


def _ask(works: Mapping[str, Item], clusters: Sequence[Cluster], style: Style) -> Formatted:
    if not works:
        return Formatted({}, {})
    blocks = [*map(citing, works), *map(paragraph, clusters)]
    sent = [worded(work, style) for work in works.values()]
    *answers, references = pandoc.cite(blocks, sent, style_xml(style), style.language)
    reader = _reader(works, style)
    entries = dict(map(reader.entry, references["c"][1]))
    asked = zip(clusters, answers[len(works) :], strict=True)
    return Formatted(
        {cluster.raw: reader.cluster(cluster, answer) for cluster, answer in asked},
        by_initials(entries, works) if style.id == "apa" else entries,
    )


def _reader(works: Mapping[str, Item], style: Style) -> Reader:
    listed = list(works.values())
    shared = namesakes(listed, style)
    return Reader(
        style=style,
        works=works,
        authors={key: last_names(work) for key, work in works.items()},
        names=needless(listed) | with_suffixes(listed, shared),
        namesakes=shared,
        codes=coded_numbers(listed),
    )
