"""Which files docs/ may hold: whatever stands there is published, so what is no page and no picture is refused."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

from macros.picture import SIGNATURES, is_what_it_says, svg_only_draws
from macros.problems import Place, Problem
from macros.text_file import LARGEST, leads_outside, read

_PART = re.compile(r"[a-z0-9]+([-_.][a-z0-9]+)*")
_PROGRAM = {
    "assets/scripts/": ("js",),
    "assets/stylesheets/": ("css",),
    "assets/fonts/": ("woff2", "txt"),
    "overrides/": ("html", "txt"),
}
"""Folders of the site's own program -> endings of its files; a change there is a change of the program."""
_RECORD = "about/accessibility-results.yml"
"""What `make audit` writes."""
_RESERVED = re.compile(r"(con|prn|aux|nul|com[1-9]|lpt[1-9])(\..*)?")
_OUTSIDE = "this is a link to a place outside the handbook: put the file itself here"
_INSIDE = "this is a link to another place of the handbook: put the file itself here"


def problems_of_files(root: Path) -> Iterator[Problem]:
    """Yield what is wrong with the folders of a tree, and with the files below docs/ that are no pages."""
    for name in ("content", "docs", "search.yml"):
        if leads_outside(root / name, root):
            yield Problem(Place(name), _OUTSIDE, "symlink")
            return
    lower: dict[str, str] = {}
    for path in _walk(root / "docs"):
        relative = path.relative_to(root / "docs").as_posix()
        place = Place(f"docs/{relative}".encode("utf-8", "replace").decode())
        if path.is_symlink():
            if path.resolve().is_relative_to(root.resolve()):
                yield Problem(place, _INSIDE, "symlink")
            continue  # what leads outside is told where the pages are read
        same = lower.setdefault(relative.lower(), relative)
        if same != relative:
            message = f'"{relative}" and "{same}" are one name on many disks: rename one of the two files'
            yield Problem(place, message, "same-name")
        yield from _file(path, relative, place)


def _walk(docs: Path) -> Iterator[Path]:
    """Yield each file and each link below docs/; what begins with a dot is not published, and a page must be."""
    for current, folders, files in os.walk(docs):
        links = [each for each in folders if (Path(current) / each).is_symlink()]
        folders[:] = sorted(each for each in folders if not each.startswith("."))
        yield from (Path(current) / name for name in sorted([*files, *links]) if name[0] != "." or name.endswith(".md"))


def _file(path: Path, relative: str, place: Place) -> Iterator[Problem]:
    ending = path.suffix.removeprefix(".")
    program = next((folder for folder in _PROGRAM if relative.startswith(folder)), None)
    if program:
        if ending not in _PROGRAM[program]:
            yield Problem(place, f"docs/{program} is for the site's own files: move this one", "docs-file")
        return
    parts = relative.split("/")
    if not all(_PART.fullmatch(part) and not _RESERVED.fullmatch(part) for part in parts):
        message = "write the name of this file and its folders in small letters, digits and hyphens: my-page.md"
        yield Problem(place, message, "docs-file")
    elif ending == "svg" or ending in SIGNATURES:
        yield from _picture(path, relative, place, ending)
    elif ending != "md" and relative != _RECORD:
        message = "this kind of file may not be published: pages end in .md, pictures in .png, .jpg, .webp or .svg"
        yield Problem(place, message, "docs-file")


def _picture(path: Path, relative: str, place: Place, ending: str) -> Iterator[Problem]:
    """A picture must stand below assets/, be no larger than 1 MiB, and be what its name says."""
    if not relative.startswith("assets/"):
        yield Problem(place, "pictures stand in docs/assets/images/: move this one there", "docs-file")
    if path.stat().st_size > LARGEST:
        yield Problem(place, "this picture is larger than 1 MiB: make it smaller, 1600 pixels are enough", "too-large")
    elif ending == "svg":
        text, problems = read(path, place.file)
        yield from (problem for problem in problems if problem.severity == "error")
        if text is not None:
            found = svg_only_draws(text.value)
            yield from (Problem(text.place(at, length), message, rule) for at, length, message, rule in found)
    elif not is_what_it_says(ending, path.read_bytes()[:12]):
        message = f"this is no .{ending} picture, whatever its name says: save it again as one"
        yield Problem(place, message, "not-a-picture")
