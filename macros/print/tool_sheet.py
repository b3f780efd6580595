"""Tools on paper: each sheet on one page, to write on; it prints whole on Letter and on A4."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from macros.addresses import address
from macros.model.tool import POINTS, SheetPart, Tool
from macros.print.paper import EITHER
from macros.print.press import Press
from macros.print.printing import length, size
from macros.print.quick_response import qr_code
from macros.print.side_by_side import side_by_side
from macros.print.writing import SITE, Writing
from macros.prose import plain
from macros.views.words import curled, minutes, sentence
from macros.whole_file import write_whole

SUBFOLDER = "tools"


@dataclass(frozen=True)
class ToolSheet:
    """The sheet of one tool; `label` says on a page what it is."""

    id: str
    path: Path
    label: str


def print_tools(press: Press, out: Path) -> tuple[ToolSheet, ...]:
    """Write the sheet of every tool below `out`."""
    return side_by_side(lambda tool: _print(press, out, tool), press.handbook.all("tools"))


def tool_data(writing: Writing, tool: Tool) -> dict[str, Any]:
    """Return what stands on the sheet of a tool."""
    first, *others = (writing.handbook.find("strategies", id) for id in tool.for_strategies)
    url = writing.url(f"/strategies/{first.id}.md")
    return {
        "title": curled(tool.title),
        "full_title": f"{tool.title}: a sheet to print",
        "author": SITE,
        "description": plain(tool.summary),
        "keywords": ["sheet to print", "school leadership", tool.title],
        "summary": writing.blocks(tool.summary),
        "use": writing.blocks(tool.use),
        "minutes": minutes(tool.minutes),
        "who": sentence(curled(tool.who)),
        "wide": tool.wide,
        "parts": [_part(writing, part) for part in tool.parts],
        "strategy": curled(first.title),
        "others": [curled(one.title) for one in others],
        "url": url,
        "qr": qr_code(url),
    }


def _part(writing: Writing, part: SheetPart) -> dict[str, Any]:
    return {
        "heading": curled(part.heading),
        "kind": part.kind.value,
        "text": writing.blocks(part.text) if part.text else [],
        "items": [curled(item) for item in part.items],
        "columns": [curled(name) for name in part.columns],
        "shares": list(part.shares) or [1] * len(part.columns),
        "rows": part.rows,
        "ends": [curled(part.low or ""), curled(part.high or "")],
        "points": POINTS,
    }


def _print(press: Press, out: Path, tool: Tool) -> ToolSheet:
    name = f"{SUBFOLDER}/{tool.id}.pdf"
    data = press.data(f"{SUBFOLDER}/{tool.id}", lambda: tool_data(press.writing(), tool), address("tools", tool.id)[1:])
    content = press.pdf("tool", data, tool.reviewed.on, name, lambda: iter([("tools", tool.id)]))
    path = out / name
    write_whole(path, content)
    label = f"The sheet, {EITHER} (PDF, {length(content)}, {size(content)})"
    return ToolSheet(tool.id, path, label)
