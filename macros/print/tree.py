"""Texts as plain trees that a typesetter can walk: no markup of any kind is left in them.

A block is {"kind": "paragraph", "runs": [...]} or {"kind": "list", "ordered": bool, "items": [[block, ...], ...]}.
A run is {"kind": "text", "text": str}, or {"kind": "em" | "strong" | "code" | "grade" | "tag", "runs": [...]}, or a
link: {"kind": "link", "to": URL, "runs": [...]} and {"kind": "link", "label": place in the document, "runs": [...]}.
"""

import re
from functools import lru_cache
from html.parser import HTMLParser
from typing import Any

Block = dict[str, Any]
Run = dict[str, Any]

_KINDS = {"em": "em", "i": "em", "strong": "strong", "b": "strong", "code": "code"}
_CLASSES = {"hb-grade": "grade", "hb-tag": "tag"}
MARKS = {"grade": ("[how sure: ", "]"), "tag": ("[", "]")}
"""What stands around the words of a grade and of a tag."""
_VOID = ("img", "br", "hr")
_PLAIN = re.compile(r"<p>([^<&]+)</p>|([^<&]*[^<&\s][^<&]*)")
"""A text without any markup, as most are, which need not be read as HTML."""


def blocks_of(html: str) -> list[Block]:
    """Return the paragraphs and lists of a rendered text."""
    return _read(html)


def runs_of(html: str) -> list[Run]:
    """Return the runs of a rendered text without paragraphs."""
    return [run for block in _read(html) for run in block.get("runs", [])]


def text_of(blocks: list[dict[str, Any]]) -> str:
    """Return the words of blocks or runs as print shows them, blocks separated by a space."""
    return " ".join("".join(_words(block)) for block in blocks)


def _words(node: dict[str, Any]) -> list[str]:
    inner = [*node.get("runs", []), *(block for item in node.get("items", []) for block in item)]
    words = [str(node.get("text", "")), *(word for each in inner for word in _words(each))]
    before, after = MARKS.get(node["kind"], ("", ""))
    return [before, *words, after]


@lru_cache(maxsize=16384)
def _read(html: str) -> list[Block]:
    """Return the tree of a text, which stands in several documents: nobody may change it."""
    if found := _PLAIN.fullmatch(html):
        words = found[found.lastindex or 0].replace("\n", " ")
        return [{"kind": "paragraph", "runs": [{"kind": "text", "text": words}]}]
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.blocks


class _Reader(HTMLParser):
    """Builds the tree; `_open` holds, for each open element, the list that its content goes to."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[Block] = []
        self._open: list[tuple[str, list[Any], bool]] = [("", self.blocks, False)]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _VOID:
            return self.handle_data(" ")
        if tag in ("p", "ul", "ol", "li"):
            return self._open_block(tag)
        node = _inline(tag, {name: value or "" for name, value in attrs})
        into = self._runs()
        if node is not None:
            into.append(node)
        self._open.append((tag, into if node is None else node["runs"], True))

    def handle_endtag(self, tag: str) -> None:
        while len(self._open) > 1 and any(name == tag for name, _, _ in self._open[1:]):
            if self._open.pop()[0] == tag:
                return

    def handle_data(self, data: str) -> None:
        text = data.replace("\n", " ")
        if text.strip() or self._open[-1][2]:
            self._runs().append({"kind": "text", "text": text})

    def _open_block(self, tag: str) -> None:
        _, into, _ = self._open[-1]
        if tag == "li":
            into.append([])
            self._open.append((tag, into[-1], False))
        else:
            kind, holds = ("paragraph", "runs") if tag == "p" else ("list", "items")
            inside: list[Any] = []
            into.append({"kind": kind, holds: inside} | ({} if tag == "p" else {"ordered": tag == "ol"}))
            self._open.append((tag, inside, tag == "p"))

    def _runs(self) -> list[Run]:
        """Return the list for runs at this place; words outside a paragraph get a paragraph of their own."""
        _, into, holds_runs = self._open[-1]
        if holds_runs:
            return into
        if not into or into[-1]["kind"] != "paragraph":
            into.append({"kind": "paragraph", "runs": []})
        runs: list[Run] = into[-1]["runs"]
        return runs


def _inline(tag: str, attributes: dict[str, str]) -> Run | None:
    """Return the run that an element opens, or None where the element says nothing in print."""
    if tag in _KINDS:
        return {"kind": _KINDS[tag], "runs": []}
    if tag == "a":
        return _link(attributes)
    classes = attributes.get("class", "").split()
    kind = next((_CLASSES[name] for name in classes if name in _CLASSES), None)
    return {"kind": kind, "runs": []} if kind else None


def _link(attributes: dict[str, str]) -> Run | None:
    target = attributes.get("href", "")
    if target.startswith("#"):
        return {"kind": "link", "label": target[1:], "runs": []}
    return {"kind": "link", "to": target, "runs": []} if target else None
