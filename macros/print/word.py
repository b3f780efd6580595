"""Guides as Word files that a district can change: the same data as the PDF, with real headings, lists and tables."""

import json
import os
import subprocess
from collections.abc import Collection, Mapping
from datetime import UTC, date, datetime, time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from macros.addresses import address
from macros.citations.pandoc import API, PandocFailed, command
from macros.model.guide import Guide
from macros.print.guide import guide_data
from macros.print.press import Press
from macros.print.printing import EDITIONS, WHOM, size
from macros.print.word_blocks import Json, bullets, heading, paragraph, table, trees
from macros.print.word_pages import closing, meeting, to_facilitate
from macros.whole_file import write_whole


def print_word(press: Press, out: Path, guides: Collection[Guide]) -> dict[str, dict[Path, str]]:
    """Write each guide in each edition as a .docx into `out`; return guide -> file -> label."""
    return {guide.id: dict(_print(press, out, guide, edition) for edition in EDITIONS) for guide in guides}


def _print(press: Press, out: Path, guide: Guide, edition: str) -> tuple[Path, str]:
    name = f"{guide.id}-{edition}"
    data = press.data(name, lambda: guide_data(press.writing(), guide, edition), address("guides", guide.id)[1:])
    content = press.keep(b"word" + data, f"{name}.docx", lambda: _docx(json.loads(data), guide.reviewed.on))
    path = out / f"{name}.docx"
    write_whole(path, content)
    return path, f"{WHOM[edition]}, to edit (Word, {size(content)})"


def _docx(data: Mapping[str, Any], when: date) -> bytes:
    """Return a guide as .docx, the same bytes on every run."""
    meta = {
        "title": {"t": "MetaString", "c": data["full_title"]},
        "author": {"t": "MetaString", "c": data["author"]},
        "date": {"t": "MetaString", "c": data["release"]},
        "lang": {"t": "MetaString", "c": "en-US"},
    }
    return _run(json.dumps({"pandoc-api-version": API, "meta": meta, "blocks": _blocks(data)}), when)


def _blocks(data: Mapping[str, Any]) -> list[Json]:
    opening = [
        *trees(data["summary"]),
        paragraph("Free to copy: CC BY 4.0."),
        paragraph("Please bring no student data: no names, no lists, no scores of single students."),
        paragraph(f"On the web: {data['url']}"),
        heading(1, "Before you start"),
        *trees(data["audience"]),
        table(
            ["", ""],
            [["Group", data["group"]], ["Each meeting lasts", data["duration"]], ["Edition", data["release"]]],
        ),
        heading(2, "What we agree on"),
        bullets(data["norms"]),
    ]
    before = to_facilitate(data["facilitating"]) if data["facilitator"] else ()
    meetings = [block for session in data["sessions"] for block in meeting(data, session)]
    return [*opening, *before, *meetings, *closing(data)]


def _run(document: str, when: date) -> bytes:
    stamp = int(datetime.combine(when, time(12), UTC).timestamp())
    with TemporaryDirectory(prefix="word-") as folder:
        path = Path(folder, "guide.docx")
        done = subprocess.run(
            command("-t", "docx", "-o", str(path)),
            input=document.encode(),
            capture_output=True,
            check=False,
            env={**os.environ, "SOURCE_DATE_EPOCH": str(stamp)},
        )
        if done.returncode:
            raise PandocFailed(done.stderr.decode("utf-8", "replace").strip())
        return path.read_bytes()
