"""The theme's files, without its icons: nothing asks for a list of them, and there are fourteen thousand."""

import os
from collections.abc import Callable, Iterator
from typing import Protocol

from jinja2 import Environment, FileSystemLoader


class ThemeFiles(FileSystemLoader):
    """Loads what the theme holds; lists what a site may copy from it, which is nothing in a hidden folder."""

    def list_templates(self) -> list[str]:
        """Return the path of each file outside of hidden folders, sorted."""
        return sorted({path for folder in self.searchpath for path in _files(folder)})


class Theme(Protocol):
    """A theme of the host: its folders, and what makes the environment in which its templates are rendered."""

    dirs: list[str]
    get_env: Callable[[], Environment]


def list_fewer_files(theme: Theme) -> None:
    """Leave out the icons where the host walks through its theme, as it does at each build.

    A third of the preview of a small edit was that.
    """
    make = theme.get_env

    def get_env() -> Environment:
        env = make()
        env.loader = ThemeFiles(theme.dirs)
        return env

    theme.get_env = get_env


def page_templates(environment: Environment) -> dict[str, str]:
    """Return the sources of the theme's templates of pages, by name."""
    loader = environment.loader
    return {name: loader.get_source(environment, name)[0] for name in environment.list_templates(["html"]) if loader}


def _files(folder: str) -> Iterator[str]:
    for inside, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        below = os.path.relpath(inside, folder).replace(os.sep, "/")
        yield from (name if below == "." else f"{below}/{name}" for name in names)
