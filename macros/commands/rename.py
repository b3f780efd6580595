"""`handbook rename` and `handbook remove`: an entry under another name everywhere, or gone where nothing needs it."""

from collections.abc import Iterable, Mapping
from itertools import groupby
from pathlib import Path

from macros.commands.generated import refresh_names
from macros.commands.refused import Refused
from macros.commands.rewriting import Rewriting
from macros.content_files import ContentFiles, find
from macros.handbook import Mention
from macros.lint import check
from macros.model.collections import COLLECTIONS
from macros.occurrences import occurrences
from macros.problems import Place, Problem, did_you_mean
from macros.redirects import FILE, HEAD, read_redirects
from macros.report import report
from macros.skeleton import kind_named


def rename(root: Path, old: str, new: str) -> str:
    """Give an entry another name; return what was done. Raises Refused, and then the tree is as it was."""
    before = _errors(check(root)[1])
    if before:
        raise Refused(f"mend the errors first, then rename:\n{report(before, root)}")
    files = find(root)
    folder, id = _entry(files, old)
    new_id = _new_id(files, folder, new)
    path = f"content/{folder}/{new_id}.yml"
    places = occurrences(root, (folder, id))
    rewriting = Rewriting(root)
    for file, group in groupby(places, lambda place: place.file):
        rewriting.write(file, _renamed(rewriting.text(file), [*group], id, new_id))
    if id in files.files[folder]:
        rewriting.move(files.files[folder][id], path)
    rewriting.write(FILE, _redirected(rewriting, root, files.files, (folder, id), new_id))
    _carry_out(root, rewriting)
    return f"{folder}/{id} is {folder}/{new_id} now: changed in {_counted(places)}, and the old address leads there."


def remove(root: Path, name: str) -> str:
    """Delete an entry that nothing names; raises Refused with the places that name it."""
    files = find(root)
    folder, id = _entry(files, name)
    path = files.files[folder].get(id, "")
    places = [place for place in occurrences(root, (folder, id)) if place.file != path]
    needed = [place for place in places if place.file != "references.bib"]
    if needed:
        listed = "\n".join(f"  {place.file}:{place.line}:{place.column}" for place in needed)
        raise Refused(f"{folder}/{id} is needed in {_counted(needed)}; take it out there first:\n{listed}")
    if not path:
        raise Refused(f"{id} has no study card: take the source itself out of references.bib")
    rewriting = Rewriting(root)
    rewriting.remove(path)
    _carry_out(root, rewriting)
    return f"{path} is gone."


def _entry(files: ContentFiles, name: str) -> Mention:
    """Return which entry is meant: folder/id as in its file's path, or a citation key alone."""
    bare = name.removeprefix("content/").removesuffix(".yml").strip("/")
    start, slash, id = bare.partition("/")
    collection = kind_named(start) if slash else COLLECTIONS["studies"]
    if collection is None:
        raise Refused(f'there is no collection "{start}": write strategies/listening-tour, or a citation key')
    folder, id = collection.folder, id if slash else bare
    known = files.files[folder]
    if id not in known and not (folder == "studies" and occurrences(files.root, (folder, id))):
        raise Refused(f'there is no {collection.one} "{id}"{did_you_mean(id, known)}{_with_its_folder(files, bare)}')
    return folder, id


def _with_its_folder(files: ContentFiles, bare: str) -> str:
    """Return how to write the name of an entry whose folder was left out."""
    if "/" in bare:
        return ""
    found = next((folder for folder, ids in files.files.items() if bare in ids), "")
    return f"; write {found}/{bare}" if found else "; write an entry with its folder, such as strategies/listening-tour"


def _new_id(files: ContentFiles, folder: str, new: str) -> str:
    bare = new.removeprefix("content/").removesuffix(".yml").strip("/")
    start, slash, id = bare.rpartition("/")
    if slash and ("/" in start or kind_named(start) is None or kind_named(start) is not COLLECTIONS[folder]):
        raise Refused(f"an entry stays in its collection: write {folder}/{id}")
    if id in files.files[folder] or (folder == "studies" and occurrences(files.root, (folder, id))):
        raise Refused(f"{folder}/{id} is there already: choose another name")
    refusal = files.refusal(f"content/{folder}/{id}.yml")
    if refusal:
        raise Refused(refusal[0])
    return id


def _renamed(text: str, places: Iterable[Place], old: str, new: str) -> str:
    """Return a file's text with the name changed at these places, the last one first, and everything else as it was."""
    lines = text.split("\n")
    for place in sorted(places, reverse=True):
        line = lines[place.line - 1]
        start = place.column - 1 + (place.line == 1 and line.startswith("\ufeff"))
        if line[start : start + len(old)] != old:
            where = f"{place.file}:{place.line}:{place.column}"
            raise Refused(f"{where}: {old} is written in another way there: change it by hand, then rename")
        lines[place.line - 1] = line[:start] + new + line[start + len(old) :]
    return "\n".join(lines)


def _redirected(
    rewriting: Rewriting, root: Path, files: Mapping[str, Mapping[str, str]], old: Mention, new_id: str
) -> str:
    """Return the list of redirects with the old name; a line that has become untrue is left out."""
    text = rewriting.text(FILE) or HEAD
    again = [name for name in read_redirects(root, files)[0] if name == f"{old[0]}/{new_id}"]
    kept = [line for line in text.split("\n") if not any(line.startswith(f"{name}:") for name in again)]
    return "\n".join(kept).rstrip("\n") + f"\n{old[0]}/{old[1]}: {old[0]}/{new_id}\n"


def _carry_out(root: Path, rewriting: Rewriting) -> None:
    """Change the files; where the check then finds an error, or anything fails, they are put back."""
    with rewriting.carried_out():
        found = _errors(check(root)[1])
        if found:
            raise Refused(f"nothing was changed, because this would be wrong then:\n{report(found, root)}")
    refresh_names(root)


def _errors(problems: Iterable[Problem]) -> list[Problem]:
    return [problem for problem in problems if problem.severity == "error"]


def _counted(places: Iterable[Place]) -> str:
    listed = [*places]
    files = len({place.file for place in listed})
    return f"{len(listed)} place{'s' * (len(listed) != 1)} of {files} file{'s' * (files != 1)}"
