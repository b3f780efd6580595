"""Which files content/ holds: names are checked before anything is read."""

import os
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from macros.model.collections import COLLECTIONS
from macros.problems import Place, Problem, one_of

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_KEY = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.+-]*")
"""A citation key may hold more; Windows has no file whose name holds a colon, and a slash ends a folder's name."""
_RESERVED = {"index", "con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))}
BESIDE = "content/redirects.yml"
"""The one file of content/ that is no entry: old names of entries."""
UNNAMED = "FILL-IN"
"""The name of a file that was started in the browser, until its editor names it."""
_LONGEST = 60
"""Letters of a name that is made from a title."""


@dataclass
class ContentFiles:
    """The entry files of a tree by collection and id, and what is wrong with the other files."""

    root: Path
    files: dict[str, dict[str, str]] = field(default_factory=lambda: {folder: {} for folder in COLLECTIONS})
    """folder -> id -> path of the file relative to the root, with forward slashes."""
    problems: list[Problem] = field(default_factory=list)
    _lower: dict[str, dict[str, str]] = field(default_factory=lambda: {folder: {} for folder in COLLECTIONS})
    """folder -> id in small letters -> id as written."""

    def add(self, relative: str) -> None:
        """Take up one file below content/, or say why it cannot be an entry."""
        problem = self.refusal(relative)
        if problem:
            self.problems.append(Problem(Place(relative), *problem))
        self._take_up(relative)

    def _take_up(self, relative: str) -> None:
        """Read also a file whose name or place is wrong, so that those who name it are not told that it is missing."""
        folder, name = (*relative.split("/")[1:2], relative.rpartition("/")[2])
        stem, _, ending = name.rpartition(".")
        if folder in COLLECTIONS and ending.lower() in ("yml", "yaml") and (self.root / relative).exists():
            self.files[folder].setdefault(stem, relative)
            self._lower[folder].setdefault(stem.lower(), stem)

    def refusal(self, relative: str) -> tuple[str, str] | None:
        """Return why a path cannot be that of a further entry, and the rule; None where it can."""
        parts = relative.split("/")
        if len(parts) != 3:
            return "this file is outside the collections: an entry is content/<collection>/<id>.yml", "misplaced"
        _, folder, name = parts
        if folder not in COLLECTIONS:
            return f'there is no collection "{folder}"{one_of(folder, COLLECTIONS)}', "misplaced"
        stem, dot, ending = name.rpartition(".")
        if ending.lower() in ("yaml", "yml") and ending != "yml":
            return f"the ending of this file is .{ending}: rename it to {stem}.yml", "file-ending"
        if not dot or ending != "yml":
            return "only .yml files belong in content/: move this one", "file-ending"
        return self._name_problem(folder, stem, relative)

    def _name_problem(self, folder: str, id: str, relative: str) -> tuple[str, str] | None:
        if id == UNNAMED:
            return "name this file after its title or its citation key, such as talk-first.yml", "id-form"
        same = self._lower[folder].get(id.lower())
        if same is not None:
            return f'"{id}" and "{same}" are one name on many disks: rename one of the two files', "same-name"
        form = "a citation key" if folder == "studies" else "lower-case-with-hyphens"
        if id.lower().partition(".")[0] in _RESERVED:
            return f'"{id}" is a name that computers or the site need: rename the file, such as {id}-1.yml', "id-form"
        if not is_name(folder, id):
            return f'"{id}" cannot be an id: name the file in {form}, such as {suggested_id(id)}.yml', "id-form"
        return None


def find(root: Path) -> ContentFiles:
    """Return the content files below `root`; links that lead outside it are refused."""
    found = ContentFiles(root)
    content = root / "content"
    if not content.is_dir():
        message = "there is no folder content/ here: run this at the top of the handbook, or name it with --root"
        found.problems.append(Problem(Place("content"), message, "no-content"))
        return found
    for path in _walk(content):
        relative = path.relative_to(root).as_posix().encode("utf-8", "replace").decode()
        linked = path.is_symlink()
        if linked and not path.resolve().is_relative_to(root.resolve()):
            message = "this is a link to a place outside the handbook: put the file itself here"
            found.problems.append(Problem(Place(relative), message, "symlink"))
        elif relative == BESIDE:
            continue
        elif linked and path.is_dir():
            found.problems.append(Problem(Place(relative), "this is a link to a folder: put the files here", "symlink"))
        else:
            found.add(relative)
    return found


def _walk(folder: Path) -> Iterator[Path]:
    """Yield each file and each linked folder; of names that differ in capitals the one in small letters first."""
    for current, folders, files in os.walk(folder):
        folders.sort()
        links = [each for each in folders if (Path(current) / each).is_symlink()]
        for name in sorted([*files, *links], key=lambda name: (name.lower(), name.swapcase())):
            if not name.startswith(".") or name.endswith((".yml", ".yaml")):
                yield Path(current) / name


def is_name(folder: str, id: str) -> bool:
    """Tell whether an entry of a collection may be called so, its letters alone considered."""
    return bool((_KEY if folder == "studies" else _ID).fullmatch(id))


def suggested_id(id: str) -> str:
    """Return a name in lower-case-with-hyphens made from a title or from a name of another form."""
    spelt = unicodedata.normalize("NFKD", re.sub(r"['’‘]", "", id.lower()))
    plain = "".join(letter for letter in spelt if not unicodedata.combining(letter))
    words = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    return (words if len(words) <= _LONGEST else words[: _LONGEST + 1].rpartition("-")[0]) or "my-entry"
