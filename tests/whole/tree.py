"""A small handbook with everything that a site needs, for tests that build it often."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

ROOT = Path(__file__).parents[2]
CONTENT = ROOT / "tests" / "views" / "handbook"
KEPT = ("search.md",)
"""Authored pages of the handbook itself that name no entry."""
STUBS = (
    "whats-new.md",
    "about/how-sure-are-we.md",
    "about/sources-and-credit.md",
    "about/editorial-policy.md",
    "about/take-it-with-you.md",
    "about/privacy.md",
    "about/accessibility.md",
    "edit/index.md",
)
"""Pages that the foot of every page links to."""
HOME = """---
title: Tea
description: A small handbook.
---
# Tea

[Start here](/strategies/tea-first.md#claim-plain-claim "why"), says @ash2001invented [p. 3]; [=plain-claim].

{{ cards("strategies") }}

## What it rests on { #rests }

![The mark of the handbook](/assets/images/favicon.svg)
"""


def plant(root: Path) -> Path:
    """Write a tree of two dozen pages, with guides to print, to `root`."""
    shutil.copytree(CONTENT, root)
    for name in ("overrides", "assets"):
        shutil.copytree(ROOT / "docs" / name, root / "docs" / name)
    for name in KEPT:
        shutil.copy(ROOT / "docs" / name, root / "docs")
    for path in STUBS:
        (root / "docs" / path).parent.mkdir(parents=True, exist_ok=True)
        (root / "docs" / path).write_text(f"---\ntitle: {path}\n---\n# {path}\n\nText.\n", "utf-8")
    (root / "docs" / "index.md").write_text(HOME, "utf-8")
    (root / "mkdocs.yml").write_text(_settings(), "utf-8")
    (root / "macros").symlink_to(ROOT / "macros")
    return root


def _settings() -> str:
    """Return the handbook's own settings, with another navigation."""
    text = (ROOT / "mkdocs.yml").read_text("utf-8")
    return re.sub(r"^nav:\n(?:[ ].*\n)+", "nav:\n  - index.md\n  - strategies/index.md\n", text, flags=re.MULTILINE)


def command(*words: str) -> list[str]:
    """Return the command `handbook` with these words, from the code that is tested."""
    return [sys.executable, "-m", "macros", *words]


def environment(**more: str) -> dict[str, str]:
    """Return an environment in which the code that is tested is found from any folder."""
    return {**os.environ, "PYTHONPATH": str(ROOT), **more}


def handbook(*words: str, cwd: Path, **more: str) -> subprocess.CompletedProcess[str]:
    """Run the command to its end."""
    return subprocess.run(
        command(*words), cwd=cwd, env=environment(**more), capture_output=True, text=True, check=False
    )


def digests(folder: Path) -> Mapping[str, str]:
    """Return a digest of every file below a folder, by its path."""
    return {
        path.relative_to(folder).as_posix(): sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
