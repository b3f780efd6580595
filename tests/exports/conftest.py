"""The two bibliographies that every export must carry, and a way to read a .bib text."""

from collections.abc import Callable
from pathlib import Path

import pytest

from macros.bibliography import Bibliography, read_bibliography
from macros.handbook import Handbook
from macros.lint import load

ROOT = Path(__file__).parents[2]
ReadBack = Callable[[str], Bibliography]


@pytest.fixture(scope="session", params=["references.bib", "bench/citations/hard.bib"])
def bibliography(request: pytest.FixtureRequest) -> Bibliography:
    return read_bibliography(ROOT / request.param, request.param)[0]


@pytest.fixture(scope="session")
def read_back(tmp_path_factory: pytest.TempPathFactory) -> ReadBack:
    """Return a function that reads a .bib text, which must hold no error."""
    file = tmp_path_factory.mktemp("exports") / "back.bib"

    def read(text: str) -> Bibliography:
        file.write_bytes(text.encode())
        found, problems = read_bibliography(file, "back.bib")
        assert [problem.message for problem in problems if problem.severity == "error"] == []
        return found

    return read


@pytest.fixture(scope="session")
def small_handbook() -> Handbook:
    return load(ROOT / "tests" / "views" / "handbook")
