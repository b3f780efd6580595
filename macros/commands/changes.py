"""`handbook changes`: what a pull request adds, changes and takes away, for those who review it."""

import json
from dataclasses import asdict
from itertools import groupby
from pathlib import Path

from macros.changes import Change
from macros.changes import changes as changes_between
from macros.edits import stale_pages
from macros.lint import check

_HEADINGS = {"new": "New", "changed": "Changed", "gone": "Taken away"}


def changes(base: Path, root: Path, form: str) -> str:
    """Return the changes from the tree at `base` to that at `root`, as Markdown for people or JSON for programs.

    A tree with errors cannot be compared; that is said instead, and the JSON is then an empty list.
    """
    before, after = check(base)[0], check(root)[0]
    if before is None or after is None:
        which = "this version" if after is None else "the version before it"
        said = f"## What changed\n\nThis cannot be told while {which} has errors.\n"
        return "[]\n" if form == "json" else said
    found = changes_between(before, after)
    if form == "json":
        return json.dumps([asdict(change) for change in found], indent=2, ensure_ascii=False) + "\n"
    return _markdown(found, stale_pages(before, after))


def _markdown(found: tuple[Change, ...], stale: frozenset[str] | None) -> str:
    if not found:
        return "## What changed\n\nNothing that readers see.\n"
    parts = ["## What changed"]
    for kind, group in groupby(found, key=lambda change: change.kind):
        lines = [f"- {change.one}: {_escaped(change.title)} (`/{change.page}`)" for change in group]
        parts.append(f"### {_HEADINGS[kind]} ({len(lines)})\n\n" + "\n".join(lines))
    shown = "every page" if stale is None else f"{len(stale)} pages"
    parts.append(f"In all, {shown} may read differently.")
    return "\n\n".join(parts) + "\n"


def _escaped(title: str) -> str:
    """Return a title that GitHub shows as text, whatever stands in it: no mention, link, image or HTML."""
    return "".join(f"\\{sign}" if sign in "\\`*_{}[]()<>#+-!|~" else sign for sign in title).replace("@", "&#64;")
