"""(f) Guides per CPU second, cold and kept, beside the typesetter alone with the same templates and data."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

from bench.contest import Contestant, contest
from bench.row import Row, seconds
from bench.sample import Sample
from bench.settings import Settings
from bench.tree import HERE, Tree, real, run

_RECORD = """
import json, sys
from pathlib import Path
from macros.print import press
from macros.print.typesetting import typeset
out, kept = Path(sys.argv[1]), []
def recorded(template, data, when):
    kept.append({"template": template, "data": data})
    return typeset(template, data, when)
press.typeset = recorded
from macros.commands.print import print_command
print_command(Path("."), "https://handbook.example/", out / "guides", progress=lambda line: None)
(out / "asked.json").write_text(json.dumps(kept), "utf-8")
"""
TYPST = """
import json, sys, typst
from pathlib import Path
from macros.print.typesetting import files
asked, templates = json.loads(Path(sys.argv[1]).read_text("utf-8")), sys.argv[2]
fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[templates + "/fonts"])
for one in asked:
    typst.compile(files(one["template"], one["data"]), font_paths=fonts, pdf_standards=["ua-1"])
"""


def rows(settings: Settings) -> Iterator[Row]:
    """Yield the rows of this part."""
    tree, out = real(settings.folder("print")), settings.folder("print-out")
    asked = record(tree, out)
    count = len(json.loads(asked.read_text("utf-8")))
    bare = (sys.executable, "-c", TYPST, str(asked), str(HERE / "macros" / "print"))
    print_all = tree.command("print", "--out", str(out / "guides"))
    found = contest(
        (
            Contestant("guides, cold", print_all, tree.root, lambda: tree.forget("print")),
            Contestant("guides, kept", print_all, tree.root),
            Contestant("the typesetter alone", bare, tree.root),
        ),
        settings.times,
    )
    for name, one in found.items():
        yield seconds(f"{count} guides typeset, each for both papers: {name}", one)
    yield from _rates(count, found, found["the typesetter alone"])


def record(tree: Tree, out: Path) -> Path:
    """Print all guides of a tree into the new folder `out`; return a file with what the typesetter was given."""
    out.mkdir()
    run((sys.executable, "-c", _RECORD, str(out)), tree.root)
    return out / "asked.json"


def _rates(count: int, found: dict[str, Sample], peer: Sample) -> Iterator[Row]:
    for name in ("guides, cold", "guides, kept"):
        rate = count / found[name].cpu
        ratio = found[name].cpu / peer.cpu
        yield Row(f"{name}: rate", rate, "guides in a CPU-s", beside="typst.compile alone, CPU", ratio=ratio)
