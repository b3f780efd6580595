"""Small windows, large text, wide spacing, big enough targets: on one page of each kind."""

import pytest
from playwright.sync_api import Browser, Page

from tests.audit.axe import WIDTHS
from tests.audit.reading import CLIPPED, SIDEWAYS, SMALL, SPACING
from tests.audit.site import one_of_each

KINDS = one_of_each()
TWICE = "html { font-size: 250% !important }"
"""The theme's text is at 125 % of the browser's."""


def at(browser: Browser, address: str, path: str, width: int) -> Page:
    """Open a page in a window of its own."""
    context = browser.new_context(viewport={"width": width, "height": 844}, base_url=address, reduced_motion="reduce")
    page = context.new_page()
    page.goto(path)
    return page


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_scrolls_sideways_at_320_pixels(browser: Browser, address: str, kind: str) -> None:
    page = at(browser, address, KINDS[kind], 320)
    assert page.evaluate(SIDEWAYS) == []
    page.context.close()


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("kind", KINDS)
def test_targets_are_24_pixels_or_have_room(browser: Browser, address: str, kind: str, width: int) -> None:
    page = at(browser, address, KINDS[kind], width)
    assert page.evaluate(SMALL) == []
    page.context.close()


@pytest.mark.parametrize("style", [TWICE, SPACING], ids=["twice as large", "spaced out"])
@pytest.mark.parametrize("kind", KINDS)
def test_no_text_is_cut_or_covered(browser: Browser, address: str, kind: str, style: str) -> None:
    page = at(browser, address, KINDS[kind], 390)
    page.add_style_tag(content=style)
    assert page.evaluate(CLIPPED) == []
    assert page.evaluate(SIDEWAYS) == []
    page.context.close()
