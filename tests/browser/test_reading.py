"""A principal reads: from home to a strategy, to its source, and back."""

import re

from playwright.sync_api import Page, expect


def test_from_home_to_a_strategy_to_its_source_and_back(desk: Page) -> None:
    desk.goto("/")
    desk.get_by_role("link", name=re.compile("meet a lot", re.IGNORECASE)).first.click()
    expect(desk).to_have_url(re.compile("/situations/"))
    desk.locator(".hb-card a").first.click()
    expect(desk).to_have_url(re.compile("/strategies/"))
    strategy = desk.url
    desk.locator(".hb-references a[href*='/sources/']").first.click()
    expect(desk).to_have_url(re.compile("/sources/[a-z]+[0-9a-z]+/"))
    desk.locator(f"a[href*='{strategy.rstrip('/').rsplit('/', 1)[1]}']").first.click()
    expect(desk).to_have_url(strategy)


def test_a_strategy_shows_verdict_action_time_and_confidence_before_any_scroll(phone: Page) -> None:
    phone.goto("/strategies/pick-one-shared-focus/")
    for part in (".hb-verdict", ".hb-week", ".hb-facts .hb-grade"):
        box = phone.locator(part).first.bounding_box()
        assert box is not None, part
        assert box["y"] + box["height"] <= 844, part


def test_a_citation_opens_in_place_and_escape_closes_it(phone: Page) -> None:
    phone.goto("/strategies/pick-one-shared-focus/")
    cite = phone.locator("main a.cite, article a.cite").first
    cite.focus()
    phone.keyboard.press("Enter")
    popover = phone.locator(".hb-popover, [popover]:popover-open, dialog[open]").first
    expect(popover).to_be_visible()
    phone.keyboard.press("Escape")
    expect(popover).to_be_hidden()
    expect(cite).to_be_focused()


def test_without_javascript_a_citation_leads_to_the_reference_list(browser, address) -> None:  # noqa: ANN001
    context = browser.new_context(java_script_enabled=False, base_url=address)
    page = context.new_page()
    page.goto("/strategies/pick-one-shared-focus/")
    target = page.locator("article a.cite").first.get_attribute("href")
    assert target is not None
    assert target.startswith("#ref-")
    assert page.locator(f"li{target}").count() == 1
    context.close()


def test_the_pencil_opens_the_file_that_the_page_is_made_from(desk: Page) -> None:
    desk.goto("/strategies/pick-one-shared-focus/")
    pencil = desk.locator("a[href*='/edit/main/content/strategies/pick-one-shared-focus.yml']")
    assert pencil.count() >= 1


def test_each_part_of_the_stool_is_a_link(desk: Page) -> None:
    desk.goto("/")
    links = desk.locator(".hb-stool a")
    targets = {link.get_attribute("href") for link in links.all()}
    assert {"pillars/visionary/", "legs/joint-work/"} <= targets
    assert links.count() >= 8


def test_the_claim_of_a_sentence_shows_what_it_does_not_prove(desk: Page) -> None:
    desk.goto("/strategies/pick-one-shared-focus/")
    desk.locator("article a.claim-ref").first.click()
    expect(desk.locator(".hb-popover, [popover]:popover-open, dialog[open]").first).to_contain_text(
        re.compile("not prove", re.IGNORECASE)
    )


def test_no_page_scrolls_sideways_on_a_small_phone(browser, address) -> None:  # noqa: ANN001
    context = browser.new_context(viewport={"width": 320, "height": 640}, base_url=address)
    page = context.new_page()
    for path in (
        "/",
        "/strategies/",
        "/strategies/pick-one-shared-focus/",
        "/claims/",
        "/sources/",
        "/claims/number-157/",
        "/sources/bryk2002trust/",
        "/guides/first-meeting/",
        "/edit/fields/",
        "/terms/",
    ):
        page.goto(path)
        width = page.evaluate("document.documentElement.scrollWidth")
        assert width <= 320, f"{path} is {width} pixels wide"
    context.close()
