"""A reader searches: with fingers, with a keyboard, without JavaScript, and with whatever she types."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

CSP = "default-src 'self'; script-src 'self'; object-src 'none'; base-uri 'self'"
STRATEGY = "/strategies/pick-one-shared-focus/"


def _search(page: Page, query: str) -> None:
    page.locator("[data-hb-search-open]").click()
    page.locator("dialog input").fill(query)
    expect(page.locator("dialog [role=status]")).to_contain_text("result")


def test_a_first_visit_asks_for_no_index(desk: Page) -> None:
    asked: list[str] = []
    desk.on("request", lambda request: asked.append(request.url))
    desk.goto(STRATEGY, wait_until="networkidle")
    assert not [url for url in asked if re.search("assets/search/|search_index|search-[a-z]+\\.js|workers/search", url)]


def test_the_index_of_the_theme_is_never_asked_for(desk: Page) -> None:
    asked: list[str] = []
    desk.on("request", lambda request: asked.append(request.url))
    desk.goto(STRATEGY)
    _search(desk, "trust")
    assert any("assets/search/catalogue" in url for url in asked)
    assert not [url for url in asked if "search_index" in url or "workers/search" in url]


def test_results_say_what_kind_of_page_they_are(phone: Page) -> None:
    phone.goto("/")
    _search(phone, "PLC")
    first = phone.locator("dialog .hb-hit").first
    expect(first.get_by_role("link")).to_have_accessible_name(re.compile("^Term Professional learning community"))
    assert first.locator("mark").count() >= 1


def test_the_dialog_fills_a_phone_and_does_not_make_it_zoom(phone: Page) -> None:
    phone.goto("/")
    _search(phone, "trust")
    box = phone.locator("dialog").bounding_box()
    assert box == {"x": 0, "y": 0, "width": 390, "height": 844}
    size = phone.locator("dialog input").evaluate("field => parseFloat(getComputedStyle(field).fontSize)")
    assert size >= 16
    assert phone.evaluate("document.documentElement.scrollWidth") == 390


def test_a_keyboard_opens_searches_walks_and_closes(desk: Page) -> None:
    desk.goto(STRATEGY)
    desk.locator(".hb-facts a").first.focus()
    desk.keyboard.press("Control+k")
    expect(desk.locator("dialog input")).to_be_focused()
    desk.keyboard.type("listening tour")
    expect(desk.locator("dialog .hb-hit").first).to_contain_text("listening tour")
    desk.keyboard.press("ArrowDown")
    links = desk.locator("dialog .hb-hit a")
    expect(links.nth(0)).to_be_focused()
    desk.keyboard.press("ArrowDown")
    expect(links.nth(1)).to_be_focused()
    desk.keyboard.press("ArrowUp")
    desk.keyboard.press("ArrowUp")
    expect(desk.locator("dialog input")).to_be_focused()
    desk.keyboard.press("Escape")
    expect(desk.locator("dialog")).to_be_hidden()
    expect(desk.locator(".hb-facts a").first).to_be_focused()


def test_enter_leads_to_the_first_result_and_enter_again_opens_it(desk: Page) -> None:
    desk.goto("/")
    _search(desk, "listening tour")
    desk.keyboard.press("Enter")
    expect(desk.locator("dialog .hb-hit a").first).to_be_focused()
    desk.keyboard.press("Enter")
    expect(desk).to_have_url(re.compile("/strategies/listening-tour/"))


def test_the_way_back_from_a_result_leads_to_the_results(desk: Page) -> None:
    desk.goto("/")
    _search(desk, "listening tour")
    desk.locator("dialog .hb-hit a").first.click()
    expect(desk).to_have_url(re.compile("/strategies/listening-tour/"))
    desk.go_back()
    expect(desk.locator("dialog .hb-hit").first).to_contain_text("listening tour")


def test_no_single_letter_does_anything(desk: Page) -> None:
    desk.goto("/strategies/")
    for key in "fsnp,./":
        desk.keyboard.press(key)
    expect(desk.locator("dialog")).to_be_hidden()
    expect(desk).to_have_url(re.compile("/strategies/$"))


def test_filters_count_and_keep_what_fits(desk: Page) -> None:
    desk.goto("/search/?q=trust")
    kind = desk.get_by_label("Kind")
    option = kind.locator("option[value=strategy]")
    count = int(re.search(r"\((\d+)\)", option.inner_text())[1])  # type: ignore[index]
    kind.select_option("strategy")
    expect(desk.locator("[role=status]").first).to_contain_text(f"{count} result")
    kinds = desk.locator(".hb-search-page .hb-hit__kind").all_inner_texts()
    assert kinds
    assert all(text.startswith("Strategy") for text in kinds)
    expect(desk).to_have_url(re.compile(r"\?q=trust&kind=strategy$"))
    desk.get_by_label("Pillar").select_option("relationship-builder")
    expect(desk).to_have_url(re.compile(r"pillar=relationship-builder"))
    desk.go_back()
    expect(desk.get_by_label("Pillar")).to_have_value("")
    expect(kind).to_have_value("strategy")


def test_an_address_can_be_sent_to_somebody(phone: Page) -> None:
    phone.goto("/search/?q=trust&kind=claim&leg=joint-work")
    expect(phone.locator(".hb-search-page .hb-hit").first).to_be_visible()
    expect(phone.get_by_label("Kind")).to_have_value("claim")
    expect(phone.get_by_label("Leg")).to_have_value("joint-work")


def test_a_misspelt_word_is_read_as_the_right_one_and_that_is_said(desk: Page) -> None:
    desk.goto("/search/?q=psycological+saftey")
    status = desk.locator(".hb-search-page [role=status]")
    expect(status).to_contain_text("Read as")
    expect(status).to_contain_text("psychological")
    expect(desk.locator(".hb-search-page .hb-hit").first).to_contain_text(re.compile("safe"))


def test_nothing_found_offers_ways_on(desk: Page) -> None:
    desk.goto("/search/?q=xqzzwvk")
    expect(desk.locator(".hb-search-page [role=status]")).to_contain_text("No result for")
    assert desk.locator(".hb-search__rest a").count() == 3
    expect(desk.locator("#lists")).to_be_visible()


@pytest.mark.parametrize(
    "query",
    ["", "  ", '"', '""', "<script>alert(1)</script>", "😀", "a 😀", "a" * 10_000, "trust " * 2000, "the and", "%%"],
)
def test_odd_queries_do_no_harm(desk: Page, query: str) -> None:
    desk.goto("/search/")
    desk.evaluate("query => handbookSearch.search(query).then(({ ranked }) => ranked.length)", query)
    desk.locator("#hb-page-query").fill(query[:300])
    desk.locator("#hb-page-query").press("Enter")
    if query.strip():
        expect(desk.locator(".hb-search-page [role=status]")).to_contain_text("esult")
    assert desk.locator(".hb-search-page script").count() == 0


def test_without_javascript_the_button_leads_to_the_lists(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False, base_url=address)
    page = context.new_page()
    page.goto(STRATEGY)
    page.locator("[data-hb-search-open]").click()
    expect(page).to_have_url(re.compile("/search/"))
    expect(page.get_by_text("Search needs JavaScript")).to_be_visible()
    expect(page.get_by_role("link", name="Go on a listening tour")).to_be_visible()
    page.goto("/no-such-page/")
    page.goto("/404.html")
    page.locator("#hb-find-query").fill("trust")
    page.locator("#hb-find-query").press("Enter")
    expect(page).to_have_url(re.compile(r"/search/\?q=trust"))
    context.close()


def test_search_works_where_storage_is_refused(browser: Browser, address: str) -> None:
    context = browser.new_context(base_url=address)
    context.add_init_script(
        "for (const name of ['localStorage', 'sessionStorage'])"
        " Object.defineProperty(window, name, { get() { throw new DOMException('refused', 'SecurityError'); } });"
    )
    page = context.new_page()
    page.goto("/search/?q=trust")
    expect(page.locator(".hb-search-page .hb-hit").first).to_be_visible()
    context.close()


def test_search_works_under_a_content_security_policy(browser: Browser, address: str) -> None:
    context = browser.new_context(base_url=address)
    page = context.new_page()
    refused: list[str] = []
    of_search = re.compile("assets/search|scripts/search|unsafe-eval")
    page.on("console", lambda message: refused.append(message.text) if of_search.search(message.text) else None)

    def with_policy(route) -> None:  # type: ignore[no-untyped-def] # noqa: ANN001
        answer = route.fetch()
        route.fulfill(response=answer, headers={**answer.headers, "content-security-policy": CSP})

    page.route("**/search/*", with_policy)
    page.goto("/search/?q=trust")
    expect(page.locator(".hb-search-page .hb-hit").first).to_be_visible()
    assert not refused
    context.close()


def test_search_works_in_a_page_that_is_opened_from_a_folder(browser: Browser, folder: Path) -> None:
    page = browser.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{folder.as_uri()}/search/index.html")
    page.locator("#hb-page-query").fill("facutly trust")
    first = page.locator(".hb-search-page .hb-hit a").first
    expect(first).to_be_visible()
    assert re.fullmatch(f"{folder.as_uri()}/[a-z/-]+\\.html", first.get_attribute("href") or "")
    page.get_by_label("Kind").select_option("strategy")
    expect(page.locator(".hb-search-page .hb-hit__kind").first).to_contain_text("Strategy")
    assert all(url.startswith((folder.as_uri(), "about:", "data:")) for url in asked)
    page.close()
