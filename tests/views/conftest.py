"""A small invented handbook, and what a page of it looks like once Markdown has read it."""

from pathlib import Path

import pytest

from macros.handbook import Handbook
from macros.lint import load
from macros.prose import Prose, format_site
from macros.views.page import Page, entry_page, index_page
from tests.views.outline import NewProse, Render


@pytest.fixture(scope="session")
def handbook() -> Handbook:
    return load(Path(__file__).parent / "handbook")


@pytest.fixture(scope="session")
def new_prose(handbook: Handbook) -> NewProse:
    formatted = format_site(handbook, "apa", None)
    return lambda: Prose(handbook, formatted, lambda address: f"/at{address}", "https://forge.example/issues")


@pytest.fixture(scope="session")
def render(handbook: Handbook, new_prose: NewProse) -> Render:
    """Return a function from folder and id, or None for the index page, to the page."""

    def page(folder: str, id: str | None) -> Page:
        if id is None:
            return index_page(handbook, new_prose(), folder)
        return entry_page(handbook, new_prose(), folder, id, {"For a group (PDF)": "first-cup.pdf"})

    return page
