"""Hugo with the least that is a layout: a page in a frame, a list of pages; the same Markdown."""

import shutil
from pathlib import Path

from bench.contest import Contestant
from bench.peers.environment import hugo as program

_CONFIG = """baseURL = "https://handbook.example/"
title = "Leading Together"
disableKinds = ["taxonomy", "term", "rss", "404"]
[markup.goldmark.renderer]
unsafe = true
"""
_FRAME = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{{ .Title }}</title>
<meta name="description" content="{{ .Description }}"></head>
<body><h1>{{ .Title }}</h1>{{ .TableOfContents }}{{ .Content }}
{{ range .Pages }}<p><a href="{{ .RelPermalink }}">{{ .Title }}</a></p>
{{ end }}</body></html>
"""


def hugo(name: str, pages: Path, site: Path) -> Contestant:
    """Return the build of a folder of Markdown pages; `site` is where its set-up and its output go."""
    for page in pages.rglob("*.md"):
        at = page.relative_to(pages)
        file = site / "content" / (at.with_name("_index.md") if at.name == "index.md" else at)
        file.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(page, file)
    (site / "layouts" / "_default").mkdir(parents=True)
    (site / "hugo.toml").write_text(_CONFIG, "utf-8")
    for kind in ("single", "list"):
        (site / "layouts" / "_default" / f"{kind}.html").write_text(_FRAME, "utf-8")
    command = (str(program()), "--quiet")
    return Contestant(name, command, site, lambda: shutil.rmtree(site / "public", ignore_errors=True))
