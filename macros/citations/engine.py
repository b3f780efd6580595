"""The narrow door to the citation processor: CSL-JSON and clusters in, safe HTML and text out.

All works and clusters of one call are one context: it decides the a and b after years and the given names before surnames.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from macros.citations import pandoc
from macros.citations.answer import Reader, Rendered
from macros.citations.cluster import Cite, Cluster, parse_cluster
from macros.citations.inlines import Inline, inlines_of
from macros.citations.namesakes import namesakes, with_suffixes
from macros.citations.others import last_names
from macros.citations.particles import needless
from macros.citations.stand_in import stand_in
from macros.citations.store import Store
from macros.citations.style import Style, style_named, style_xml
from macros.citations.wording import coded_numbers, worded

VERSION = 1
"""Part of the cache's key: raise it whenever the same input gives another output."""

MANY = 400
"""Above so many works, given names are added by the rule that needs no comparison of all with all."""

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
    """Format all clusters and the reference list together.

    `cited_only` leaves out works that no cluster cites. Raises `UnknownStyle`, `SyntaxProblem` for a cluster that
    cannot be read, and `KeyError` for a key that no item has.
    """
    chosen = style_named(style)
    read = [parse_cluster(raw) for raw in dict.fromkeys(clusters)]
    works = _works(items, read, cited_only)
    xml = style_xml(chosen, by_cite=True)
    store = Store(cache, [VERSION, pandoc.version(), xml, works, [cluster.raw for cluster in read]])
    if (kept := store.load()) is not None:
        return _formatted(kept)
    fresh = _ask(works, read, chosen, xml)
    store.save({part: {key: [one.html, one.text] for key, one in getattr(fresh, part).items()}
                for part in ("clusters", "entries")})
    return fresh


def _formatted(kept: Mapping[str, Mapping[str, Sequence[str]]]) -> Formatted:
    return Formatted(*({key: Rendered(*one) for key, one in kept[part].items()} for part in ("clusters", "entries")))


def _works(items: Sequence[Item], clusters: Sequence[Cluster], cited_only: bool) -> list[Item]:
    by_key = {item["id"]: item for item in items}
    cited = dict.fromkeys(cite.key for cluster in clusters for cite in cluster.cites)
    for key in cited:
        by_key[key]
    return [item for key, item in by_key.items() if key in cited or not cited_only]


def _ask(works: Sequence[Item], clusters: Sequence[Cluster], style: Style, xml: str) -> Formatted:
    if not works:
        return Formatted({}, {})
    context = [_paragraph([{"citationId": work["id"], "citationMode": {"t": "NormalCitation"}}]) for work in works]
    asked = [_paragraph(list(_cites(cluster))) for cluster in clusters]
    *answers, references = pandoc.cite(context + asked, [worded(work, style) for work in works], xml, style.language)
    answers = answers[len(context):]
    shared = namesakes(works, style)
    names = needless(works) | with_suffixes(works, shared)
    reader = Reader(style, {work["id"]: last_names(work) for work in works}, names, shared, coded_numbers(works))
    by_key = {item["id"]: item for item in items}
    cited = dict.fromkeys(cite.key for cluster in clusters for cite in cluster.cites)
    for key in cited:
        by_key[key]
    return [item for key, item in by_key.items() if key in cited or not cited_only]


def _ask(works: Sequence[Item], clusters: Sequence[Cluster], style: Style, xml: str) -> Formatted:
    if not works:
        return Formatted({}, {})
    context = [_paragraph([{"citationId": work["id"], "citationMode": {"t": "NormalCitation"}}]) for work in works]
    asked = [_paragraph(list(_cites(cluster))) for cluster in clusters]
    *answers, references = pandoc.cite(context + asked, [worded(work, style) for work in works], xml, style.language)
    answers = answers[len(context):]
    reader = Reader(style, {work["id"]: last_names(work) for work in works}, needless(works),
                    namesakes(works, style), coded_numbers(works))
    by_key = {work["id"]: work for work in works}
    return Formatted(
        {cluster.raw: reader.cluster(cluster, answer) for cluster, answer in zip(clusters, answers, strict=True)},
        dict(reader.entry(entry, by_key) for entry in references["c"][1]),
    )


def _cites(cluster: Cluster) -> Iterator[dict[str, Any]]:
    for number, cite in enumerate(cluster.cites):
        mode = "AuthorInText" if cluster.narrative and number == 0 else "NormalCitation"
        yield {
            "citationId": cite.key,
            "citationPrefix": inlines_of(cite.prefix),
            "citationSuffix": _suffix(cite),
            "citationMode": {"t": "SuppressAuthor" if cite.suppress_author else mode},
        }


def _suffix(cite: Cite) -> list[Inline]:
    if not cite.locator:
        return inlines_of(cite.suffix)
    sent = stand_in(cite.label)
    place = [{"t": "Str", "c": ","}, {"t": "Space"}, {"t": "Str", "c": f"{{{sent.label} {sent.mark}{cite.locator}}}"}]
    return place + inlines_of(cite.suffix)


def _paragraph(cites: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    empty = {"citationPrefix": [], "citationSuffix": [], "citationNoteNum": 1, "citationHash": 0}
    return {"t": "Para", "c": [{"t": "Cite", "c": [[{**empty, **cite} for cite in cites], [{"t": "Str", "c": "?"}]]}]}
