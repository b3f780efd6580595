"""Stands in for pandoc, which thousands of inputs would each start anew: answers in its form, with all it was sent."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch

from macros.citations import pandoc

Json = dict[str, Any]


@contextmanager
def without_pandoc() -> Iterator[None]:
    """Let citations be answered here until the end of the block."""
    with patch.object(pandoc, "cite", _cite), patch.object(pandoc, "version", lambda: "none"):
        yield


def _cite(
    blocks: Sequence[Mapping[str, Any]], items: Sequence[Mapping[str, Any]], style: str, language: str
) -> list[Json]:
    works = {str(item["id"]): item for item in items}
    listed = [_div([f"ref-{key}", [], []], [_para(_entry(work))]) for key, work in works.items()]
    return [*(_answer(block, works) for block in blocks), _div(["refs", [], []], listed)]


def _answer(block: Mapping[str, Any], works: Mapping[str, Mapping[str, Any]]) -> Json:
    cites = block["c"][0]["c"][0]
    inlines = [_str("(")]
    for cite in cites:
        key = cite["citationId"]
        link = {"t": "Link", "c": [["", [], []], [*_names(works[key]), _str(",")], [f"#ref-{key}", ""]]}
        inlines += [*cite["citationPrefix"], {"t": "Space"}, link, *cite["citationSuffix"], _str("; ")]
    return _para([{"t": "Cite", "c": [cites, [*inlines, _str(")")]]}])


def _names(work: Mapping[str, Any]) -> list[Json]:
    names = [str(name.get("family") or name.get("literal") or "") for name in work.get("author", ())]
    return [_str(" ".join(names) or str(work.get("title", "")))]


def _entry(work: Mapping[str, Any]) -> list[Json]:
    """Return every value of a work as text, its address as a link."""
    inlines = [part for value in work.values() for part in (_str(str(value)), {"t": "Space"})]
    address = str(work.get("URL", work.get("DOI", "")))
    return [*inlines, {"t": "Link", "c": [["", [], []], [_str(address)], [address, ""]]}]


def _str(text: str) -> Json:
    return {"t": "Str", "c": text}


def _para(inlines: list[Json]) -> Json:
    return {"t": "Para", "c": inlines}


def _div(attributes: list[Any], blocks: list[Json]) -> Json:
    return {"t": "Div", "c": [attributes, blocks]}
