"""Where a tree names an entry or a work: in fields, texts, pages, macro calls, the list of sources, and redirects.

Every place is one that the parsers know, so that a rename can change the name there and nothing else.
"""

import ast
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from macros.bibliography import read_bibliography
from macros.citations.cluster import SyntaxProblem, parse_cluster
from macros.citations.scan import spans
from macros.content_files import find
from macros.docs_pages import read_docs
from macros.markup import elements
from macros.model.collections import COLLECTIONS
from macros.model.shape import Shape, leaves, shape_of
from macros.page_calls import PAGE_CALLS
from macros.problems import Place
from macros.redirects import FILE as REDIRECTS
from macros.retractions import FILE as RETRACTIONS
from macros.sources import Source, parse
from macros.text_file import read
from macros.yaml_tree import Node

Mention = tuple[str, str]
_CALL = re.compile(r"\{\{\s*((\w+)\([^{}]*\))\s*\}\}")
_KEYS_IN = ("crossref", "xref", "xdata", "related", "entryset")
_PARAMETER = {"pillars": "pillar", "legs": "leg", "studies": "key"}


def occurrences(root: Path, mention: Mention) -> list[Place]:
    """Return every place at which the id or citation key of an entry stands, but for the name of its file."""
    found = [*_in_entries(root, mention), *_in_pages(root, mention), *_in_lists(root, mention)]
    if mention[0] == "studies":
        found += _in_bibliography(root, mention[1])
    return sorted({*found})


def _source(root: Path, file: str) -> Source | None:
    text = read(root / file, file)[0]
    return parse(text)[0] if text else None


def _in_entries(root: Path, mention: Mention) -> Iterator[Place]:
    for folder, files in find(root).files.items():
        for path in files.values():
            source = _source(root, path)
            for at, shape, text in leaves(shape_of(COLLECTIONS[folder].model), source.data) if source else ():
                for offset in _in_leaf(shape, text, mention):
                    assert source is not None
                    yield source.place_in(at, offset, len(mention[1]))


def _in_leaf(shape: Shape, text: str, mention: Mention) -> Iterator[int]:
    if shape.refers is not None:
        named = "studies" if shape.refers == "references" else shape.refers
        yield from [0] if (named, text) == mention else []
    elif shape.markdown:
        yield from _in_text(text, mention)
    elif _leads_to(text, mention):
        yield len(COLLECTIONS[mention[0]].address) + 2


def _in_text(text: str, mention: Mention) -> Iterator[int]:
    """Yield the offsets at which a Markdown text names an entry: as a claim, a citation or a link."""
    folder, id = mention
    for span in spans(text):
        if span.kind == "claim" and folder == "claims" and span.raw[2:-1].partition(":")[0] == id:
            yield span.start + 2
        elif span.kind != "claim" and folder == "studies":
            yield from (span.start + at for at in _in_citation(span.raw, id))
    for element in elements(text):
        if element.kind == "link" and _leads_to(element.target, mention):
            yield element.offset + len(COLLECTIONS[folder].address) + 2


def _in_citation(raw: str, key: str) -> Iterator[int]:
    try:
        cites = parse_cluster(raw).cites
    except SyntaxProblem:
        return
    yield from (raw.index(key, cite.offset) for cite in cites if cite.key == key)


def _leads_to(target: str, mention: Mention) -> bool:
    """Whether an address is that of an entry's page, or of one below it."""
    page = target.strip().partition("#")[0].partition("?")[0]
    start = f"/{COLLECTIONS[mention[0]].address}/{mention[1]}"
    return page == f"{start}.md" or page.startswith(f"{start}/")


def _in_pages(root: Path, mention: Mention) -> Iterator[Place]:
    for text in read_docs(root)[0].values():
        for offset in (*_in_text(text.value, mention), *_in_calls(text.value, mention)):
            yield text.place(offset, len(mention[1]))


def _in_calls(text: str, mention: Mention) -> Iterator[int]:
    """Yield where a macro call names an entry; what a word means follows from the macro's parameters."""
    folder, id = mention
    for match in _CALL.finditer(text):
        words = _words(match[1], match[2])
        wanted = "id" if words.get("collection", ("", 0))[0] == folder else _PARAMETER.get(folder, "")
        if words.get(wanted, ("", 0))[0] == id:
            yield match.start(1) + words[wanted][1] + 1


def _words(call: str, name: str) -> dict[str, tuple[str, int]]:
    """Return the words that a call gives, each with its offset, by the names of the macro's parameters."""
    try:
        tree = ast.parse(call, mode="eval").body
    except SyntaxError:
        return {}
    if not isinstance(tree, ast.Call) or name not in PAGE_CALLS or not call.isascii() or "\n" in call:
        return {}
    known = PAGE_CALLS[name].takes
    given = [*zip(known, tree.args, strict=False), *((word.arg or "", word.value) for word in tree.keywords)]
    return {word: (str(value.value), value.col_offset) for word, value in given if isinstance(value, ast.Constant)}


def _in_lists(root: Path, mention: Mention) -> Iterator[Place]:
    """Yield where the lists beside the entries name one: the targets of redirects, and notices about works."""
    redirects = _source(root, REDIRECTS) if (root / REDIRECTS).is_file() else None
    for old, target in redirects.data.items() if redirects else ():
        if redirects and target == "/".join(mention):
            yield redirects.place_in((old,), len(mention[0]) + 1, len(mention[1]))
    notices = _source(root, RETRACTIONS) if mention[0] == "studies" and (root / RETRACTIONS).is_file() else None
    if notices:
        yield from (notices.text.place(at, len(mention[1])) for at in _scalars(notices.root, mention[1]))


def _scalars(node: Node, value: str) -> Iterator[int]:
    """Yield the offset of each value that reads so; keys have no quotes."""
    if node.kind == "scalar" and node.value == value:
        yield node.start + (node.style in ("'", '"'))
    for part in (*node.items, *(each for _, each in node.pairs)):
        yield from _scalars(part, value)


def _in_bibliography(root: Path, key: str) -> Iterator[Place]:
    """Yield where the list of sources has a key, and where other works name it."""
    file = "references.bib"
    lines = (root / file).read_text("utf-8-sig").split("\n")
    for work in read_bibliography(root / file, file)[0].works.values():
        if work.key == key:
            yield replace(work.place, length=len(key))
        for field in _KEYS_IN:
            if place := work.field_places.get(field):
                for found in re.finditer(rf"(?<![^\s,{{\"]){re.escape(key)}(?![^\s,}}\"])", lines[place.line - 1]):
                    yield Place(file, place.line, found.start() + 1, len(key))
