"""`handbook pages`: every page and every file that goes with one, in a folder that any generator can take."""

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import yaml
from markdown import Markdown

from macros.commands.placing import bring_back, place
from macros.commands.refused import Refused
from macros.plain_pages import plain_pages
from macros.site import Settings, Site, read_site
from macros.stopping import finish, undisturbed
from macros.workshop import workshop

MARK = ".handbook-pages"
"""A file by which the command knows a folder that it has written itself and may write again."""
_NOT_COPIED = ("*.md", "overrides", ".*")


def pages(root: Path, out: Path, progress: Callable[[str], None], base: str = "") -> int:
    """Write all pages to `out` in one step; return how many. Raises Refused where that folder holds something else.

    `base` as in plain_pages.
    """
    if out.exists() and not (out.is_dir() and ((out / MARK).is_file() or not any(out.iterdir()))):
        raise Refused(f"{out} holds files of yours: name a folder that is empty or not there yet, with --out")
    bring_back(out)
    with workshop(out) as folder:
        told = yaml.safe_load((root / "mkdocs.yml").read_text("utf-8"))
        site = read_site(root, _settings(told, folder / "files"), progress)
        count = _write(site, _markdown(told), folder / "pages", base)
        with undisturbed():
            place(folder / "pages", out)
            finish()
    return count


def _write(site: Site, markdown: Markdown, out: Path, base: str) -> int:
    shutil.copytree(site.handbook.root / "docs", out, ignore=shutil.ignore_patterns(*_NOT_COPIED))
    out.chmod(0o755)
    (out / MARK).write_text("Written by handbook pages, which replaces this folder as a whole.\n", "utf-8")
    for path, made in site.downloads.files.items():
        (out / path).parent.mkdir(parents=True, exist_ok=True)
        (out / path).write_bytes(made if isinstance(made, bytes) else made.read_bytes())
    count = 0
    for page in plain_pages(site, markdown, base):
        (out / page.path).parent.mkdir(parents=True, exist_ok=True)
        (out / page.path).write_text(page.text, "utf-8", newline="\n")
        count += 1
    return count


def _settings(told: Mapping[str, Any], files: Path) -> Settings:
    extra, repository = told.get("extra", {}), str(told.get("repo_url", ""))
    issues = f"{repository.rstrip('/')}/issues" if repository else ""
    style, edition = str(extra.get("style") or "apa"), str(extra.get("edition", ""))
    return Settings(str(told["site_name"]), str(told.get("site_url", "")), issues, style, edition, files=files)


def _markdown(told: Mapping[str, Any]) -> Markdown:
    """Return the parser of authored pages as mkdocs.yml sets it up, without the links that it puts beside headings."""
    listed = [each if isinstance(each, dict) else {each: None} for each in told.get("markdown_extensions", [])]
    configured = {name: dict(settings or {}) for each in listed for name, settings in each.items()}
    configured.get("toc", {})["permalink"] = False
    return Markdown(extensions=[*configured], extension_configs=configured)
