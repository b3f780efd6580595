"""Every page of a handbook as MkDocs is given it: the Markdown after all macros, written out for other generators.

`python -m bench.rendered TREE OUT`, writes OUT/**/*.md, each page with its title and description at its top.
"""

import json
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.plugins import BasePlugin, event_priority


class _Copyist(BasePlugin):  # type: ignore[type-arg, no-untyped-call] # it has no options
    """Writes each page as soon as every macro and every citation of it is drawn."""

    def __init__(self, out: Path) -> None:
        self._out = out

    @event_priority(-200)
    def on_page_markdown(self, markdown: str, page: Any, **_: Any) -> str:
        file = self._out / page.file.src_uri
        file.parent.mkdir(parents=True, exist_ok=True)
        named = {name: str(page.meta[name]) for name in ("title", "description") if page.meta.get(name)}
        front = "".join(f"{name}: {json.dumps(words, ensure_ascii=False)}\n" for name, words in named.items())
        file.write_text(f"---\n{front}---\n{markdown}", "utf-8")
        return markdown


def write_rendered(tree: Path, out: Path) -> None:
    """Build a tree into nowhere, and keep the Markdown of its pages below `out`."""
    with TemporaryDirectory() as site:
        config = load_config(config_file=str(tree / "mkdocs.yml"), site_dir=site, strict=False)
        config.plugins["bench-copyist"] = _Copyist(out)
        build(config)


if __name__ == "__main__":
    sys.path.insert(0, sys.argv[1])
    write_rendered(Path(sys.argv[1]), Path(sys.argv[2]))
