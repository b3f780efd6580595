"""A page on paper: what is there to be pressed is gone, what was folded stands, every source is named, nothing is cut."""

import re
from collections.abc import Callable, Iterator
from io import BytesIO

import pytest
from playwright.sync_api import Browser
from pypdf import PdfReader

STRATEGY = "/strategies/pick-one-shared-focus/"
Printed = Callable[[str, str], PdfReader]


@pytest.fixture(scope="module")
def printed(browser: Browser, address: str) -> Iterator[Printed]:
    """Return a function from address and paper to the PDF that the browser makes of the page."""
    context = browser.new_context(base_url=address)
    page = context.new_page()

    def on(path: str, paper: str) -> PdfReader:
        page.goto(path)
        return PdfReader(BytesIO(page.pdf(format=paper)))

    yield on
    context.close()


def text(pdf: PdfReader) -> str:
    """Return the words of a PDF, without line breaks."""
    return " ".join(" ".join(page.extract_text() for page in pdf.pages).split())


@pytest.mark.parametrize("paper", ["Letter", "A4"])
def test_a_strategy_takes_at_most_six_pages_and_keeps_its_sources(printed: Printed, paper: str) -> None:
    pdf = printed(STRATEGY, paper)
    assert len(pdf.pages) <= 6
    said = text(pdf)
    for part in ("Do this week", "What it does not prove", "Who disputes it", "References", "https://doi.org/"):
        assert part in said
    assert STRATEGY.strip("/") in said
    for gone in ("Skip to content", "Cite this page", "Report an error", "On this page", "Study guides", "Search"):
        assert gone not in said


@pytest.mark.parametrize("path", ["/", "/claims/", "/evidence/numbers/", "/guides/first-meeting/", "/protocols/"])
def test_nothing_is_cut_at_the_edge_of_the_paper(browser: Browser, address: str, path: str) -> None:
    context = browser.new_context(viewport={"width": 660, "height": 900}, base_url=address)
    page = context.new_page()
    page.goto(path)
    page.emulate_media(media="print")
    assert page.evaluate("document.documentElement.scrollWidth") <= 660
    context.close()


def test_what_is_folded_is_printed_without_a_script(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False, base_url=address)
    page = context.new_page()
    page.goto(STRATEGY)
    assert "What it does not prove" in text(PdfReader(BytesIO(page.locator("html").page.pdf()))).split("References")[0]
    context.close()


def test_notes_for_facilitators_are_not_on_the_pages_of_participants(printed: Printed) -> None:
    for path in ("/guides/first-meeting/", "/guides/first-meeting/meeting-1/"):
        said = text(printed(path, "A4"))
        assert re.search("minutes", said)
        assert not re.search("facilitator('s|’s)? note|notes for facilitators", said, re.IGNORECASE)
