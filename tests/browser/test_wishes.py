"""What readers ask of their devices: less motion, colors of their own, nothing that hangs on a pointer."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.audit.reading import MOVING

STRATEGY = "/strategies/pick-one-shared-focus/"


@pytest.mark.parametrize("path", ["/", STRATEGY, "/sources/", "/evidence/map/"])
def test_nothing_moves_where_less_motion_is_asked_for(browser: Browser, address: str, path: str) -> None:
    context = browser.new_context(reduced_motion="reduce", base_url=address)
    page = context.new_page()
    page.goto(path)
    assert page.evaluate(MOVING) == []
    context.close()


@pytest.mark.parametrize("color", ["light", "dark"])
def test_forced_colors_leave_nothing_out(browser: Browser, address: str, color: str) -> None:
    """A card has an edge, a figure its lines, a grade its bars: each in colors that differ from what lies behind."""
    context = browser.new_context(forced_colors="active", color_scheme=color, base_url=address)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto("/strategies/")
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert page.evaluate("getComputedStyle(document.querySelector('.hb-card')).borderTopColor") != ground
    assert ground not in page.evaluate("getComputedStyle(document.querySelector('.hb-grade__bar')).backgroundImage")
    page.goto("/")
    style = "(name, part) => getComputedStyle(document.querySelector(name))[part]"
    assert page.evaluate(f"({style})('.hb-stool__body', 'stroke')") != ground
    assert page.evaluate(f"({style})('.hb-stool text', 'fill')") != ground
    assert page.evaluate(f"({style})('.hb-stool__seat text', 'fill')") != ground
    context.close()


def test_what_opens_stays_without_the_pointer_and_goes_by_escape(desk: Page) -> None:
    desk.goto(STRATEGY)
    desk.locator("article a.cite").first.hover()
    expect(desk.locator(".hb-popover")).to_have_count(0)
    desk.locator("article a.cite").first.click()
    desk.mouse.move(5, 5)
    expect(desk.locator(".hb-popover")).to_be_visible()
    desk.keyboard.press("Escape")
    expect(desk.locator(".hb-popover")).to_have_count(0)


def test_no_text_is_shown_by_a_pointer_alone(desk: Page) -> None:
    desk.goto(STRATEGY)
    shown = "[...document.querySelectorAll('main *')].filter(each => each.checkVisibility({ opacityProperty: true })).length"
    before = desk.evaluate(shown)
    for link in desk.locator("main .hb-chip, main a.claim-ref").all()[:6]:
        link.hover()
        assert desk.evaluate(shown) == before
