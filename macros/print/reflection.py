"""Reflection sheets: for each pillar and leg a private page for a leader, and a page on which a team agrees aloud."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from macros.addresses import address
from macros.model.pillar import Pillar
from macros.model.vocabulary import PromptType
from macros.print.paper import EITHER
from macros.print.press import Press
from macros.print.printing import length, size
from macros.print.quick_response import qr_code
from macros.print.side_by_side import side_by_side
from macros.print.writing import SITE, Writing
from macros.whole_file import write_whole

FOLDERS = ("pillars", "legs")


@dataclass(frozen=True)
class ReflectionSheets:
    """The two sheets of one pillar or leg in one file; `label` says on a page what it is."""

    folder: str
    id: str
    path: Path
    label: str


def print_reflections(press: Press, out: Path) -> tuple[ReflectionSheets, ...]:
    """Write the sheets of every pillar and leg into `out`."""
    jobs = [(folder, one) for folder in FOLDERS for one in press.handbook.all(folder)]
    return side_by_side(lambda job: _print(press, out, *job), jobs)


def reflection_data(writing: Writing, folder: str, one: Pillar) -> dict[str, Any]:
    """Return what stands on the two sheets of a pillar or leg."""
    url = writing.url(f"/{folder}/{one.id}.md")
    asked = [prompt for prompt in one.prompts if prompt.type in (PromptType.CONNECT, PromptType.APPLY)]
    return {
        "title": f"Reflect: {one.title}",
        "full_title": f"Reflect: {one.title}",
        "author": SITE,
        "description": f"Two sheets to think about {one.title}: one for a leader alone, one for a team.",
        "keywords": ["reflection", "school leadership", one.title],
        "name": one.title,
        "one": "pillar" if folder == "pillars" else "leg",
        "summary": writing.blocks(one.summary),
        "signs": writing.blocks(one.what_it_looks_like),
        "prompts": [writing.blocks(prompt.ask) for prompt in asked[:1]],
        "url": url,
        "qr": qr_code(url),
    }


def _print(press: Press, out: Path, folder: str, one: Pillar) -> ReflectionSheets:
    name = f"reflect-{one.id}"
    data = press.data(name, lambda: reflection_data(press.writing(), folder, one), address(folder, one.id)[1:])
    content = press.pdf("reflection", data, one.reviewed.on, f"{name}.pdf", lambda: iter([(folder, one.id)]))
    path = out / f"{name}.pdf"
    write_whole(path, content)
    label = f"Reflection sheets, {EITHER} (PDF, {length(content)}, {size(content)})"
    return ReflectionSheets(folder, one.id, path, label)
