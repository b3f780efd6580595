"""A tree of content for one case: the sound one, with the case's differences."""

import os
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

SOUND = Path(__file__).parent / "sound"


def plant(given: Mapping[str, Any], root: Path) -> Path:
    """Write the sound tree with what `given` changes to `root`.

    `changes` replaces words that stand once in a file, `files` writes whole files, `bytes` writes what YAML cannot
    hold (see `_bytes`), `remove` deletes, and `links` makes symbolic links.
    """
    shutil.copytree(SOUND, root)
    for path in given.get("remove", ()):
        (root / path).unlink()
    for path, pairs in given.get("changes", {}).items():
        _change(root / path, pairs)
    for path, text in given.get("files", {}).items():
        _write(root / path, text.encode())
    for path, recipe in given.get("bytes", {}).items():
        _write(root / path, _bytes(root / path, **recipe))
    for path, target in given.get("links", {}).items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        os.symlink(target, root / path)
    return root


def _change(path: Path, pairs: Mapping[str, str]) -> None:
    text = path.read_text("utf-8")
    for old, new in pairs.items():
        assert text.count(old) == 1, f"{old!r} must stand once in {path.name}"
        text = text.replace(old, new)
    path.write_text(text, "utf-8")


def _bytes(
    path: Path, text: str | None = None, encode: str = "utf-8", lines: str = "\n", times: int = 1, comment: int = 0
) -> bytes:
    """Return a text, or the one that the file holds, in an encoding, with line ends, repeated, after a long comment."""
    held = path.read_text("utf-8") if text is None else text
    held = "% a line that says nothing\n" * (comment // 26) + held
    return (held * times).replace("\n", lines).encode(encode)


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
