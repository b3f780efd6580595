"""An account of changes under way, kept beside the content: by it a change that was cut short is taken back.

It holds what every file was before. It is written whole before any file changes and deleted once all have, so that
there is either no account or one that tells the way back.
"""

import json
from base64 import b64decode, b64encode
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path, PurePosixPath

from macros.commands.refused import Refused
from macros.hold import held
from macros.whole_file import sweep, write_whole

NAME = ".handbook-unfinished"
_BUSY = "another command is changing files here: wait until it has ended, then run this again"
_FOLDERS = {"content": ".yml", "docs": ".md"}
_FILES = ("references.bib", "search.yml")
"""An account is believed of content alone: whoever puts one into a tree can reach no program by it."""

Held = Mapping[str, bytes | None]
"""Path below the root -> what a file holds; None where there is none."""


@dataclass(frozen=True)
class _Step:
    file: str
    old: bytes | None
    new: str
    """Digest of what the file is to become."""


@contextmanager
def noted(root: Path, old: Held, new: Held) -> Iterator[Callable[[], None]]:
    """Note changes that are about to be made; yields what is to be called once all are made, or all taken back.

    Raises Refused where another command is changing files.
    """
    path = root / NAME
    try:
        path.open("xb").close()
    except FileExistsError:
        raise Refused(_BUSY) from None
    with held(path) as ours:
        if not ours:
            raise Refused(_BUSY)
        try:
            path.write_text(_account(old, new), "utf-8")
        except BaseException:
            path.unlink(missing_ok=True)
            raise
        yield path.unlink


def _account(old: Held, new: Held) -> str:
    text = json.dumps([[file, _packed(data), _digest(new[file])] for file, data in old.items()])
    return f"{sha256(text.encode()).hexdigest()}\n{text}"


def take_back(root: Path) -> str:
    """Take back a change that was cut short; return what to say of it, or nothing where there is none.

    A file that somebody has changed since is left alone and named. Raises Refused while another command is at work.
    """
    path = root / NAME
    if not path.is_file():
        return ""
    with held(path) as ours:
        if not ours:
            raise Refused(_BUSY)
        steps = _read(path)
        edited = [step.file for step in steps if not _restored(root, step)]
        path.unlink(missing_ok=True)
    if not steps:
        return ""
    left = f" Edited since, and left as it is: {', '.join(edited)}." if edited else ""
    return f"A change of names was cut short. It is taken back now: to have it done, run it again.{left}"


def _read(path: Path) -> list[_Step]:
    """Return the steps of an account; none where it was itself cut short, before any file changed, or is not ours."""
    seal, _, text = path.read_bytes().partition(b"\n")
    if sha256(text).hexdigest().encode() != seal:
        return []
    try:
        steps = [_Step(str(file), _opened(old), str(new)) for file, old, new in json.loads(text)]
        return [step for step in steps if _is_content(path.parent, step.file)]
    except (ValueError, TypeError, RecursionError):
        return []


def _is_content(root: Path, file: str) -> bool:
    named = PurePosixPath(file)
    known = file in _FILES or (named.parts and _FOLDERS.get(named.parts[0]) == named.suffix)
    return bool(known) and ".." not in named.parts and (root / file).resolve().is_relative_to(root.resolve())


def _restored(root: Path, step: _Step) -> bool:
    """Give a file back what it held; False where it holds neither that nor what it was to become."""
    path = root / step.file
    sweep(path.parent)
    now = path.read_bytes() if path.is_file() else None
    if now == step.old:
        return True
    if _digest(now) != step.new:
        return False
    if step.old is None:
        path.unlink()
    else:
        write_whole(path, step.old)
    return True


def _digest(data: bytes | None) -> str:
    return "" if data is None else sha256(data).hexdigest()


def _packed(data: bytes | None) -> str | None:
    return None if data is None else b64encode(data).decode()


def _opened(packed: str | None) -> bytes | None:
    return None if packed is None else b64decode(packed, validate=True)
