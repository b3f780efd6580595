"""Small windows, large text, wide spacing, targets of a size that a thumb hits: on one page of each kind."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.audit.axe import WIDTHS
from tests.audit.reading import CLIPPED, SIDEWAYS, SMALL, SPACING
from tests.audit.site import one_of_each

KINDS = one_of_each()
TWICE = "html { font-size: 250% !important }"
"""The theme's text is at 125 % of the browser's."""


@pytest.fixture(scope="module")
def page(browser: Browser, address: str) -> Iterator[Page]:
    context = browser.new_context(base_url=address, reduced_motion="reduce", bypass_csp=True)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("kind", KINDS)
def test_there_is_room_for_small_windows_and_large_text(page: Page, kind: str) -> None:
    """No sideways scroll at 320 pixels; targets of 24 pixels or with room; no text cut or covered when it grows."""
    page.goto(KINDS[kind])
    page.set_viewport_size({"width": 320, "height": 844})
    assert page.evaluate(SIDEWAYS) == []
    for width, height in WIDTHS.items():
        page.set_viewport_size({"width": width, "height": height})
        assert page.evaluate(SMALL) == [], width
    page.set_viewport_size({"width": 390, "height": 844})
    for style in (SPACING, TWICE):
        added = page.add_style_tag(content=style)
        assert page.evaluate(CLIPPED) == [], style
        assert page.evaluate(SIDEWAYS) == [], style
        added.evaluate("style => style.remove()")
