"""What pandoc is asked: one paragraph for each citation, in pandoc's own terms."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from macros.citations.cluster import Cite, Cluster
from macros.citations.inlines import Inline, inlines_of
from macros.citations.stand_in import stand_in

_EMPTY = {"citationPrefix": [], "citationSuffix": [], "citationNoteNum": 1, "citationHash": 0}


def citing(key: str) -> dict[str, Any]:
    """Return a paragraph that cites one work: by it the work counts, whether or not a page cites it."""
    return _paragraph([{"citationId": key, "citationMode": {"t": "NormalCitation"}}])


def paragraph(cluster: Cluster) -> dict[str, Any]:
    """Return the paragraph that asks for one cluster."""
    return _paragraph(list(_cites(cluster)))


def _paragraph(cites: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    return {"t": "Para", "c": [{"t": "Cite", "c": [[{**_EMPTY, **cite} for cite in cites], [{"t": "Str", "c": "?"}]]}]}


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
    """Pandoc reads `{page 3}` as a locator without guessing; `{}` keeps it from guessing one in the suffix."""
    if cite.locator:
        sent = stand_in(cite.label)
        place = f"{{{sent.label} {sent.mark}{cite.locator}}}"
        return [{"t": "Str", "c": ","}, {"t": "Space"}, {"t": "Str", "c": place}, *inlines_of(cite.suffix)]
    return [{"t": "Str", "c": "{}"}, *inlines_of(cite.suffix)] if cite.suffix else []
