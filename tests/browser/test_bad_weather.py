"""Pages hold when something is missing: scripts, storage, a section, a page, a review that nobody made in time."""

import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

SITE = Path(__file__).parents[2] / "site"
STRATEGY = "/strategies/pick-one-shared-focus/"
KINDS = (
    *("/", STRATEGY, "/situations/meetings-change-nothing/", "/claims/number-157/", "/sources/", "/evidence/gaps/"),
    *("/start-here/", "/whats-new/", "/guides/first-meeting/", "/protocols/", "/terms/", "/claims/"),
)
REFUSED = """
for (const name of ["localStorage", "sessionStorage"])
  Object.defineProperty(window, name, { get() { throw new DOMException("refused", "SecurityError"); } });
"""
pytestmark = pytest.mark.browser


@pytest.fixture
def context(browser: Browser, address: str) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 390, "height": 844}, base_url=address)
    yield context
    context.close()


def at(context: BrowserContext, day: str) -> Page:
    """Return a page whose reader's clock stands on this day."""
    page = context.new_page()
    page.clock.set_fixed_time(datetime.fromisoformat(f"{day}T12:00:00"))
    return page


@pytest.mark.parametrize(("day", "overdue"), [("2026-12-01", False), ("2028-05-21", False), ("2028-05-22", True)])
def test_a_page_is_overdue_by_the_day_of_the_reader(context: BrowserContext, day: str, overdue: bool) -> None:
    page = at(context, day)
    page.goto(STRATEGY)
    words = "This page was due for review by May 21, 2028. Nobody has reviewed it since November 21, 2026."
    assert page.locator(".hb-overdue").count() == overdue
    assert (words in page.locator(".hb-reviewed").inner_text()) is overdue
    assert ("Next review due by May 21, 2028." in page.locator(".hb-reviewed").inner_text()) is not overdue


def test_without_scripts_the_day_itself_stands_there(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False, base_url=address)
    page = context.new_page()
    page.goto(STRATEGY)
    expect(page.locator(".hb-reviewed time[datetime='2028-05-21']")).to_be_visible()
    page.goto("/evidence/gaps/")
    expect(page.locator(".hb-dues summary").first).to_contain_text("Due by May 21, 2028")
    context.close()


@pytest.mark.parametrize("day", ["2026-12-01", "2028-06-01", "2030-01-01"])
def test_the_gaps_count_what_is_overdue_by_the_day_of_the_reader(context: BrowserContext, day: str) -> None:
    page = at(context, day)
    page.goto("/evidence/gaps/")
    groups = page.locator(".hb-dues").all()
    dues = [(str(each.get_attribute("data-due")), int(str(each.get_attribute("data-count")))) for each in groups]
    assert dues == sorted(dues)
    late = sum(count for due, count in dues if due < day)
    told = page.locator(".hb-dues__count").inner_text()
    all_pages = sum(count for _, count in dues)
    assert told.endswith(f"{late} of {all_pages} pages are overdue." if late else "no page is overdue.")
    assert page.locator(".hb-dues--overdue").count() == sum(due < day for due, _ in dues)
    assert all(page.locator(f".hb-dues[data-due='{due}'] li").count() == count for due, count in dues)


def test_a_section_that_is_gone_is_said_and_the_page_stands(context: BrowserContext) -> None:
    page = context.new_page()
    page.goto(f"{STRATEGY}#no-such-section")
    expect(page.locator("h1")).to_be_visible()
    expect(page.locator(".hb-lost")).to_contain_text("The section “no-such-section” was not found here.")
    page.evaluate("location.hash = 'steps'")
    expect(page.locator(".hb-lost")).to_have_count(0)
    page.goto(f"{STRATEGY}#%E0%A4%A")
    expect(page.locator(".hb-lost")).to_have_count(1)


@pytest.mark.parametrize("hash", ["", "#steps", "#__search", "#references"])
def test_an_address_that_leads_somewhere_is_left_alone(context: BrowserContext, hash: str) -> None:
    page = context.new_page()
    page.goto(f"{STRATEGY}{hash}")
    page.wait_for_load_state()
    expect(page.locator(".hb-lost")).to_have_count(0)


def lost(context: BrowserContext, path: str) -> Page:
    """Return the page for unknown addresses, as the site's host shows it at `path` below the site."""

    def serve(route: Route) -> None:
        asked = urlsplit(route.request.url).path.removeprefix("/handbook/")
        file = SITE / asked
        known = asked and file.is_file()
        route.fulfill(path=file if known else SITE / "404.html", status=200 if known else 404)

    context.route(re.compile("/handbook/"), serve)
    page = context.new_page()
    page.goto(f"/handbook/{path}")
    return page


@pytest.mark.parametrize(
    ("path", "meant"),
    [
        ("strategies/pick-one-shared-focsu/", "strategies/pick-one-shared-focus/"),
        ("listening-tour", "strategies/listening-tour/"),
        ("strategy/listening-tour.html", "strategies/listening-tour/"),
        ("situations/meeting-changes-nothing", "situations/meetings-change-nothing/"),
        ("claims/number157/", "claims/number-157/"),
        ("start_here", "start-here/"),
    ],
)
def test_an_unknown_address_leads_to_the_page_that_was_meant(context: BrowserContext, path: str, meant: str) -> None:
    page = lost(context, path)
    first = page.locator(".hb-near a").first
    expect(first).to_be_visible()
    assert first.get_attribute("href") == f"/handbook/{meant}"
    assert page.locator(".hb-near a").count() <= 3


@pytest.mark.parametrize("path", ["qqqq/zzzz", "%E0%A4%A", "x"])
def test_an_address_like_no_other_leads_to_the_ways_in(context: BrowserContext, path: str) -> None:
    page = lost(context, path)
    page.wait_for_load_state("networkidle")
    expect(page.locator(".hb-near")).to_be_hidden()
    assert page.locator(".hb-doors a").count() >= 4
    expect(page.get_by_role("searchbox")).to_be_visible()


def test_other_pages_do_not_ask_for_the_list_of_pages(context: BrowserContext) -> None:
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(STRATEGY)
    page.wait_for_load_state("networkidle")
    assert not [url for url in asked if "pages.json" in url or "did-you-mean" in url]


def test_every_kind_of_page_reads_without_scripts(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False, base_url=address, viewport={"width": 390, "height": 844})
    page = context.new_page()
    for path in KINDS:
        page.goto(path)
        expect(page.locator("h1")).to_be_visible()
        assert len(page.locator("article").inner_text().split()) > 100, path
        assert page.locator("article :is(.hb-dues__count, .hb-near, form.hb-filter):visible").count() == 0, path
    context.close()


def test_every_kind_of_page_works_where_storage_is_refused(context: BrowserContext) -> None:
    context.add_init_script(REFUSED)
    page = context.new_page()
    for path in KINDS:
        page.goto(path)
        expect(page.locator("h1")).to_be_visible()
    page.goto(f"{STRATEGY}#no-such-section")
    expect(page.locator(".hb-lost")).to_be_visible()
    page.locator("article a.cite").first.click()
    expect(page.locator(".hb-popover")).to_be_visible()
