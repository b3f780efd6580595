"""Nothing moves by itself: not when a font comes late, nor when the theme's script comes with the first scroll."""

import time

import pytest
from playwright.sync_api import Browser, Page, Route

from tests.browser.kinds import KINDS

WATCH = """
  window.shifts = [];
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries())
      if (!entry.hadRecentInput)
        shifts.push(`${entry.value} ${entry.sources.map(({ node }) => node && (node.className || node.nodeName))}`);
  }).observe({ type: "layout-shift", buffered: true });
"""
LATE = 0.4
"""Seconds by which a font is late: pages are painted in a stand-in first."""


def _late(route: Route) -> None:
    time.sleep(LATE)
    route.continue_()


def _read_to_the_end(page: Page, path: str) -> None:
    page.goto(path)
    page.evaluate("document.fonts.ready")
    for _ in range(4):
        page.mouse.wheel(0, 900)
        page.wait_for_timeout(120)


@pytest.mark.parametrize("width", [390, 1440])
@pytest.mark.parametrize("path", KINDS)
def test_nothing_moves(browser: Browser, address: str, path: str, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 844}, base_url=address)
    context.add_init_script(WATCH)
    page = context.new_page()
    page.route("**/*.woff2", _late)
    _read_to_the_end(page, path)
    shifts = page.evaluate("shifts")
    context.close()
    assert shifts == []
