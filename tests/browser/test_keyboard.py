"""A reader without a mouse: what the keys reach, open, shut and leave alone."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.audit.axe import WIDTHS
from tests.audit.reading import STOP, faults_of

STRATEGY = "/strategies/pick-one-shared-focus/"
WALKED = ("/", "/404.html", STRATEGY, "/claims/", "/evidence/map/", "/evidence/numbers/", "/guides/first-meeting/")
"""Pages whose every stop is looked at: home, the unknown address, an entry, a filter, tables, figures, a guide."""


def focused(page: Page) -> str:
    """Return what has the focus: its label, its text or its id."""
    said = "(here => here.ariaLabel || here.textContent || here.id)(document.activeElement)"
    return str(page.evaluate(said)).strip()


def tab_to(page: Page, selector: str) -> None:
    """Press Tab until the focus is on what a selector finds."""
    for _ in range(200):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    pytest.fail(f"Tab never reaches {selector}")


@pytest.mark.parametrize("path", WALKED)
def test_the_first_stop_leads_past_the_header(desk: Page, path: str) -> None:
    desk.goto(path)
    desk.keyboard.press("Tab")
    assert focused(desk) == "Skip to content"
    desk.keyboard.press("Enter")
    desk.keyboard.press("Tab")
    assert desk.evaluate("document.activeElement.closest('article, footer') !== null")


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("path", WALKED)
def test_the_focus_is_always_seen(browser: Browser, address: str, path: str, width: int) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": WIDTHS[width]}, base_url=address, reduced_motion="reduce"
    )
    page = context.new_page()
    page.goto(path)
    faults: list[str] = []
    for _ in range(400):
        page.keyboard.press("Tab")
        stop = page.evaluate(STOP)
        if stop is None:
            break
        faults += faults_of(stop)
    else:
        pytest.fail("the focus never comes to the end of the page")
    context.close()
    assert not faults, "\n".join(faults)


def test_the_tabs_lead_to_the_sections_and_say_which_is_open(desk: Page) -> None:
    desk.goto(STRATEGY)
    expect(desk.locator(".md-tabs [aria-current]")).to_have_text("Strategies")
    tab_to(desk, ".md-tabs__link[aria-current]")
    desk.keyboard.press("Enter")
    expect(desk).to_have_url(re.compile("/strategies/$"))


def test_the_menu_opens_moves_shuts_and_gives_the_focus_back(phone: Page) -> None:
    phone.goto(STRATEGY)
    menu = phone.locator("#hb-menu")
    expect(menu).to_be_hidden()
    tab_to(phone, ".hb-menu__open")
    phone.keyboard.press("Enter")
    expect(menu).to_be_visible()
    assert focused(phone) == "Close the menu"
    phone.keyboard.press("Tab")
    assert focused(phone) == "Home"
    tab_to(phone, "#hb-menu summary")
    phone.keyboard.press("Enter")
    expect(phone.locator("#hb-menu details[open] a").first).to_be_visible()
    phone.keyboard.press("Escape")
    expect(menu).to_be_hidden()
    assert focused(phone) == "Menu"


def test_the_menu_shuts_when_the_focus_leaves_it(phone: Page) -> None:
    phone.goto(STRATEGY)
    tab_to(phone, ".hb-menu__open")
    phone.keyboard.press("Enter")
    phone.locator("#hb-menu a").last.focus()
    for _ in range(3):
        phone.keyboard.press("Tab")
    expect(phone.locator("#hb-menu")).to_be_hidden()


def test_the_menu_opens_without_a_script(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 844}, base_url=address)
    page = context.new_page()
    page.goto(STRATEGY)
    page.get_by_role("button", name="Menu", exact=True).press("Enter")
    expect(page.locator("#hb-menu")).to_be_visible()
    context.close()


def test_the_table_of_contents_leads_to_its_section(desk: Page) -> None:
    desk.goto(STRATEGY)
    tab_to(desk, ".md-nav--secondary a[href='#questions']")
    desk.keyboard.press("Enter")
    expect(desk).to_have_url(re.compile("#questions$"))
    expect(desk.locator("#questions")).to_be_in_viewport()


def test_a_claim_opens_takes_the_focus_and_gives_it_back(desk: Page) -> None:
    desk.goto(STRATEGY)
    tab_to(desk, "article a.claim-ref")
    desk.keyboard.press("Enter")
    box = desk.get_by_role("dialog", name="Claim and evidence")
    expect(box).to_be_focused()
    desk.keyboard.press("Tab")
    assert focused(desk) == "Close"
    desk.keyboard.press("Escape")
    expect(box).to_have_count(0)
    assert desk.evaluate("document.activeElement.matches('a.claim-ref')")


def test_a_claim_on_the_page_unfolds(desk: Page) -> None:
    desk.goto(STRATEGY)
    fold = desk.locator("details.hb-claim").first
    fold.locator("summary").focus()
    desk.keyboard.press("Enter")
    expect(fold).to_have_attribute("open", "")


def test_a_filter_works_and_says_how_many_are_left(desk: Page) -> None:
    desk.goto("/claims/")
    rows = desk.locator("#claims-list tr:not([hidden])")
    everything = rows.count()
    tab_to(desk, ".hb-filter select")
    desk.keyboard.press("ArrowDown")
    expect(desk.locator(".hb-filter [role='status']")).not_to_be_empty()
    assert 0 < rows.count() < everything


def test_a_wide_table_scrolls_by_keyboard(phone: Page) -> None:
    phone.goto("/evidence/numbers/")
    tab_to(phone, ".hb-scroll")
    for _ in range(10):
        phone.keyboard.press("ArrowRight")
        phone.wait_for_timeout(100)
    assert phone.evaluate("document.activeElement.scrollLeft") > 0


def test_the_colors_change_by_keyboard(desk: Page) -> None:
    desk.emulate_media(color_scheme="light")
    desk.goto("/")
    tab_to(desk, "input[name='__palette']")
    desk.keyboard.press("ArrowRight")
    desk.keyboard.press("ArrowRight")
    expect(desk.locator("body")).to_have_attribute("data-md-color-scheme", "slate")


@pytest.mark.parametrize("key", ["f", "s", "/", "p", "n", ",", "."])
def test_no_single_key_does_anything(desk: Page, key: str) -> None:
    desk.goto("/guides/five-pillars-five-meetings/meeting-2/")
    before = desk.url
    desk.keyboard.press(key)
    desk.wait_for_timeout(100)
    assert desk.url == before
    assert desk.evaluate("document.activeElement === document.body")
