"""(e) Citations: two clusters for each work, cold and kept, beside pandoc alone and citeproc-js."""

import json
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bench.citations.compare import asked, question
from bench.contest import Contestant, contest
from bench.invented.works import works
from bench.row import Row, against, seconds
from bench.sample import Sample
from bench.settings import Settings
from macros.citations.cluster import parse_cluster
from macros.citations.style import STYLES, style_named, style_xml

SIZES = (200, 1000, 10_000)
CITEPROC_UP_TO = 1000
"""citeproc-js takes a minute for 1,000 works, and formats 10,000 in no time that one would wait for."""
STYLE = "apa"
HERE = Path(__file__).parent
_FORMAT = """
import json, sys
from pathlib import Path
from macros.citations.engine import format_citations
given = json.loads(Path("works.json").read_text("utf-8"))
format_citations(given["items"], given["raws"], sys.argv[1], cache=Path("cache"))
"""
_PANDOC = """
import subprocess, sys, pypandoc
options = ["--citeproc", "--csl", "style.csl", "--bibliography", "items.json", "-f", "markdown", "-t", "html"]
subprocess.run([pypandoc.get_pandoc_path(), *options, "asked.md", "-o", "answer.html"], check=True)
"""


def rows(settings: Settings) -> Iterator[Row]:
    """Yield the rows of this part."""
    results = {}
    for count in SIZES[:2] if settings.quick else SIZES:
        results[count] = contest([*_contestants(settings.folder(f"cite-{count}"), count)], _times(settings, count))
        yield from _of_size(count, results[count])
    if SIZES[-1] in results:
        large, small = results[SIZES[-1]]["cold"], results[SIZES[1]]["cold"]
        yield against("10,000 works, cold", large, small, "1,000 works, cold")


def _times(settings: Settings, count: int) -> int:
    return settings.times if count <= 1000 else min(settings.times, 3)


def _contestants(folder: Path, count: int) -> Iterator[Contestant]:
    folder.mkdir()
    items = works(count)
    raws = [raw for item in items for raw in (f"[@{item['id']}]", f"@{item['id']} [p. 3]")]
    _write(folder, items, raws)
    root = str(HERE.parent)
    ours = (sys.executable, "-c", _FORMAT, STYLE)
    yield Contestant("cold", ours, folder, lambda: shutil.rmtree(folder / "cache", ignore_errors=True), _paths(root))
    yield Contestant("kept", ours, folder, env=_paths(root))
    yield Contestant("pandoc", (sys.executable, "-c", _PANDOC), folder)
    if count <= CITEPROC_UP_TO:
        given = {**question(STYLES[STYLE]), "items": items, "clusters": [asked(parse_cluster(raw)) for raw in raws]}
        oracle = ("node", str(HERE / "citations" / "oracle.mjs"))
        yield Contestant("citeproc-js", oracle, folder, times=2, given=json.dumps(given).encode())


def _paths(root: str) -> dict[str, str]:
    return {"PYTHONPATH": root}


def _write(folder: Path, items: list[dict[str, Any]], raws: list[str]) -> None:
    (folder / "works.json").write_text(json.dumps({"items": items, "raws": raws}), "utf-8")
    (folder / "items.json").write_text(json.dumps(items), "utf-8")
    (folder / "style.csl").write_text(style_xml(style_named(STYLE)), "utf-8")
    (folder / "asked.md").write_text("\n\n".join(raws), "utf-8")


def _of_size(count: int, found: dict[str, Sample]) -> Iterator[Row]:
    size = f"{count:,} works, {2 * count:,} citations"
    for name in ("pandoc", "citeproc-js"):
        if name in found:
            yield seconds(f"{size}: {name} alone", found[name])
            yield against(f"{size}: ours, cold", found["cold"], found[name], name)
    yield seconds(f"{size}: ours, kept", found["kept"])
