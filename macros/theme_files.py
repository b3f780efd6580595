"""The theme's files, without its icons: nothing asks for a list of them, and there are fourteen thousand."""

import os
from collections.abc import Iterator

from jinja2 import FileSystemLoader


class ThemeFiles(FileSystemLoader):
    """Loads what the theme holds; lists what a site may copy from it, which is nothing in a hidden folder."""

    def list_templates(self) -> list[str]:
        """Return the path of each file outside of hidden folders, sorted."""
        return sorted({path for folder in self.searchpath for path in _files(folder)})


def _files(folder: str) -> Iterator[str]:
    for inside, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        below = os.path.relpath(inside, folder).replace(os.sep, "/")
        yield from (name if below == "." else f"{below}/{name}" for name in names)
