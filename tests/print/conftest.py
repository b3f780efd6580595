"""The handbook's own guides, printed once, and a small invented handbook to break."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from macros.citations.engine import Formatted
from macros.handbook import Handbook
from macros.lint import load
from macros.print.printing import Printed, print_guides
from macros.prose import format_site

ROOT = Path(__file__).parents[2]
SMALL = ROOT / "tests" / "views" / "handbook"
BASE = "https://handbook.example/site/"
Press = Callable[..., tuple[Printed, ...]]


@pytest.fixture(scope="session")
def handbook() -> Handbook:
    return load(ROOT)


@pytest.fixture(scope="session")
def formatted(handbook: Handbook) -> Formatted:
    return format_site(handbook, "apa", ROOT / ".cache" / "citations")


@pytest.fixture(scope="session")
def printed(handbook: Handbook, formatted: Formatted, tmp_path_factory: pytest.TempPathFactory) -> tuple[Printed, ...]:
    """Return every guide of the handbook in every edition on every paper."""
    out = tmp_path_factory.mktemp("guides")
    return print_guides(handbook, formatted, BASE, out, ROOT / ".cache" / "print-tests")


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """Return a copy of the small handbook that a test may change."""
    return Path(shutil.copytree(SMALL, tmp_path / "handbook"))


@pytest.fixture
def press(tmp_path: Path) -> Press:
    """Return a function that prints the guides of a tree into a folder of the test."""

    def run(root: Path, **given: object) -> tuple[Printed, ...]:
        handbook = load(root)
        formatted = format_site(handbook, "apa", None)
        return print_guides(handbook, formatted, BASE, tmp_path / "out", tmp_path / "cache", **given)  # type: ignore[arg-type]

    return run
