"""The same tree builds with the drop-in fork of the host: every file is equal but for the line that names the host."""

import re
from pathlib import Path

import pytest

from macros.commands.build import build

ROOT = Path(__file__).parents[2]
GENERATOR = re.compile(rb'<meta name="generator" content="[^"]*">')


def _files(site: Path) -> dict[str, bytes]:
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def test_the_fork_builds_the_same_site(tmp_path: Path) -> None:
    if not (ROOT / "site" / "index.html").is_file():
        pytest.fail("there is no built site: run make build")
    build(ROOT, tmp_path / "site", host="properdocs")
    ours, theirs = _files(ROOT / "site"), _files(tmp_path / "site")
    assert set(ours) == set(theirs)
    differing = [
        path
        for path, content in ours.items()
        if GENERATOR.sub(b"", content) != GENERATOR.sub(b"", theirs[path]) and not path.endswith((".gz",))
    ]
    assert differing == []
