"""Search on the built site, and in a folder as it is opened from a disk."""

from collections.abc import Iterator
from pathlib import Path
from shutil import copytree

import pytest
from playwright.sync_api import Browser, Page, expect

from macros.handbook import Handbook
from macros.lint import load
from macros.search.offline import write_offline
from tests.browser.conftest import SITE, address, desk, phone

__all__ = ["address", "desk", "phone"]
ROOT = Path(__file__).parents[2]
expect.set_options(timeout=30_000)

@pytest.fixture(scope="session")
def handbook() -> Handbook:
    return load(ROOT)


@pytest.fixture(scope="session")
def folder(handbook: Handbook, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the page of search and what it needs, as in a copy that is opened from a disk."""
    made = tmp_path_factory.mktemp("offline")
    for part in ("assets", "search"):
        copytree(SITE / part, made / part)
    write_offline(handbook, handbook.docs, made)
    return made


@pytest.fixture(scope="module", params=["web", "offline"])
def asked(request: pytest.FixtureRequest, browser: Browser, address: str, folder: Path) -> Iterator[tuple[str, Page]]:
    """The name of an engine, and a page on which its search is ready."""
    page = browser.new_page()
    page.goto(f"{address}/search/" if request.param == "web" else f"{folder.as_uri()}/search/index.html")
    yield request.param, page
    page.close()
