"""Plain MkDocs with Material: its default search, the same navigation and Markdown extensions, no plugin of ours."""

import shutil
from pathlib import Path
from typing import Any

import yaml

from bench.contest import Contestant
from bench.peers.environment import HERE, python
from bench.tree import QUIET


def material(name: str, pages: Path, site: Path, plugins: tuple[Any, ...] = ("search",)) -> Contestant:
    """Return the build of a folder of Markdown pages; `site` is where its set-up and its output go."""
    site.mkdir(parents=True)
    ours = yaml.load((HERE / "mkdocs.yml").read_text("utf-8"), Loader=yaml.CSafeLoader)
    config = {
        "site_name": ours["site_name"],
        "site_url": ours["site_url"],
        "docs_dir": str(pages),
        "site_dir": str(site / "site"),
        "nav": ours["nav"],
        "theme": {"name": "material"},
        "plugins": [*plugins],
        "markdown_extensions": ours["markdown_extensions"],
        "validation": {"nav": {"omitted_files": "ignore"}, "links": {"absolute_links": "ignore"}},
    }
    (site / "mkdocs.yml").write_text(yaml.safe_dump(config, sort_keys=False), "utf-8")
    command = (python(), "-m", "mkdocs", "build", "--quiet", "--clean")
    return Contestant(name, command, site, lambda: shutil.rmtree(site / "site", ignore_errors=True), QUIET)
