"""Trees of text as pandoc's blocks, from which Word files are written."""

from collections.abc import Iterable, Sequence
from typing import Any

from macros.print.tree import MARKS

Json = dict[str, Any]
_PLAIN = ["", [], []]
_WRAPS = {"em": "Emph", "strong": "Strong"}


def heading(level: int, text: str) -> Json:
    """Return a heading with Word's style for its level."""
    return {"t": "Header", "c": [level, _PLAIN, inlines([_text(text)])]}


def paragraph(text: str) -> Json:
    """Return a paragraph of plain text."""
    return {"t": "Para", "c": inlines([_text(text)])}


def runs(parts: Iterable[Json]) -> Json:
    """Return a paragraph of runs."""
    return {"t": "Para", "c": inlines(parts)}


def bullets(items: Sequence[Sequence[Json]]) -> Json:
    """Return a list of items that are runs."""
    return {"t": "BulletList", "c": [[{"t": "Plain", "c": inlines(item)}] for item in items]}


def trees(blocks: Iterable[Json]) -> list[Json]:
    """Return paragraphs and lists of a tree."""
    return [_block(block) for block in blocks]


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> Json:
    """Return a table; where the head is empty the first column heads the rows."""
    columns = [[{"t": "AlignDefault"}, {"t": "ColWidthDefault"}] for _ in head]
    header = [_row(head)] if any(head) else []
    body = [_PLAIN, 0 if header else 1, [], [_row(row) for row in rows]]
    return {"t": "Table", "c": [_PLAIN, [None, []], columns, [_PLAIN, header], [body], [_PLAIN, []]]}


def inlines(parts: Iterable[Json]) -> list[Json]:
    """Return runs as pandoc's inlines; the words of a grade stand in square brackets, as in print."""
    return [inline for part in parts for inline in _inline(part)]


def _inline(part: Json) -> list[Json]:
    kind = part["kind"]
    if kind == "text":
        return _words(part["text"])
    inner = inlines(part["runs"])
    if kind in _WRAPS:
        return [{"t": _WRAPS[kind], "c": inner}]
    if kind == "link" and "to" in part:
        return [{"t": "Link", "c": [_PLAIN, inner, [part["to"], ""]]}]
    before, after = MARKS.get(kind, ("", ""))
    return [*_words(before), *inner, *_words(after)]


def _words(text: str) -> list[Json]:
    """Return a text as one piece, its spaces with it: word by word, pandoc would read four times as much."""
    return [{"t": "Str", "c": text}] if text else []


def _block(block: Json) -> Json:
    if block["kind"] == "paragraph":
        return runs(block["runs"])
    items = [trees(item) for item in block["items"]]
    if block["ordered"]:
        return {"t": "OrderedList", "c": [[1, {"t": "Decimal"}, {"t": "Period"}], items]}
    return {"t": "BulletList", "c": items}


def _row(cells: Sequence[str]) -> list[Any]:
    made = [[_PLAIN, {"t": "AlignDefault"}, 1, 1, [{"t": "Plain", "c": inlines([_text(cell)])}]] for cell in cells]
    return [_PLAIN, made]


def _text(text: str) -> Json:
    return {"kind": "text", "text": text}
