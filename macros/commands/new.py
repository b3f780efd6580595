"""`handbook new`: the file of a new entry, complete but for its blanks."""

import re
from collections.abc import Iterator
from pathlib import Path

from macros.bibliography import read_bibliography
from macros.commands.generated import refresh_names
from macros.commands.refused import Refused
from macros.content_files import ContentFiles, find, suggested_id
from macros.model.blank import MARK
from macros.model.collections import COLLECTIONS, Collection
from macros.problems import did_you_mean
from macros.skeleton import kind_named, skeletons
from macros.whole_file import write_whole


def kinds() -> Iterator[str]:
    """Yield a line for each kind of entry."""
    for collection in COLLECTIONS.values():
        title = "KEY" if collection.folder == "studies" else '"Title"'
        yield f"  handbook new {collection.one.replace(' ', '-')} {title}    content/{collection.folder}/"


def new(root: Path, kind: str, title: str, id: str = "") -> str:
    """Write the file of a new entry; return what to do next. Raises Refused, and then nothing is written."""
    collection = kind_named(kind)
    if collection is None:
        known = [each.one.replace(" ", "-") for each in COLLECTIONS.values()]
        raise Refused(f'there is no kind of entry "{kind}"{did_you_mean(kind, known)}; there are: {", ".join(known)}')
    files = find(root)
    keys = [*read_bibliography(root / "references.bib")[0].works]
    path = _path(files, collection, " ".join(title.split()), id, keys)
    text = skeletons(root, files.files, keys).text(collection, " ".join(title.split()))
    write_whole(root / path, text.encode())
    refresh_names(root)
    return _next(path, text)


def _path(files: ContentFiles, collection: Collection, title: str, id: str, keys: list[str]) -> str:
    """Return where the new entry goes; a name that cannot be used is refused."""
    if not files.root.joinpath("content").is_dir():
        raise Refused("there is no folder content/ here: run this at the top of the handbook, or name it with --root")
    name = id or (_key(title, keys) if collection.folder == "studies" else _name(title))
    path = f"content/{collection.folder}/{name}.yml"
    if name in files.files[collection.folder] or (files.root / path).exists():
        raise Refused(f"{path} is there already: change that file, or choose another title")
    refusal = files.refusal(path)
    if refusal:
        raise Refused(refusal[0])
    return path


def _name(title: str) -> str:
    if not re.search("[A-Za-z0-9]", title):
        raise Refused("give a title with letters from a to z, or a name with --id: the file is named after it")
    return suggested_id(title)


def _key(key: str, keys: list[str]) -> str:
    """A study card is named after the citation key of its work, which must be in references.bib."""
    if key not in keys:
        hint = did_you_mean(key, keys) or ": add the source there first, see handbook add-source"
        raise Refused(f'a study card belongs to a source: there is no "{key}" in references.bib{hint}')
    return key


def _next(path: str, text: str) -> str:
    blanks = sum(MARK in line and not line.lstrip().startswith("#") for line in text.splitlines())
    return (
        f"{path} is written, with {blanks} blank{'s' * (blanks != 1)}.\n"
        f"1. Open it and write something in place of each {MARK}. The lines that begin with # say what.\n"
        "2. Run handbook check: it lists each blank that is left, and whatever else is wrong.\n"
        "3. Run handbook serve to see the page."
    )
