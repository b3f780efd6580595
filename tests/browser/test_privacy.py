"""What the privacy page says the browser keeps is what it keeps."""

import re

from playwright.sync_api import Browser, Page, expect

from tests.browser.features import use_everything

STORED = "[Object.keys(localStorage), Object.keys(sessionStorage)]"


def _stored(page: Page) -> tuple[set[str], set[str]]:
    """Return the names in local and in session storage, without the folder of the site before them."""
    local, session = page.evaluate(STORED)
    return tuple({re.sub(r"^/.*?\.(?=_)", "", name) for name in names} for names in (local, session))  # type: ignore[return-value]


def _listed(page: Page) -> tuple[set[str], set[str]]:
    page.goto("/about/privacy/")
    names, said = (page.locator("article dl").first.locator(tag).all_inner_texts() for tag in ("dt", "dd"))
    assert len(names) == len(said)
    kept = {"local": set[str](), "session": set[str]()}
    for name, where in zip(names, said, strict=True):
        assert where.startswith(("In local storage:", "In session storage:"))
        kept["session" if "session" in where[:12] else "local"].add(name.strip())
    return kept["local"], kept["session"]


def test_the_browser_keeps_what_the_privacy_page_lists_and_nothing_else(desk: Page) -> None:
    use_everything(desk)
    desk.locator(".md-header__option label:visible").click()
    kept = _stored(desk)
    assert _listed(desk) == kept


def test_a_reader_who_chooses_nothing_leaves_nothing_behind(desk: Page) -> None:
    for path in ("/", "/strategies/", "/sources/"):
        desk.goto(path)
        desk.keyboard.press("Shift")
        desk.mouse.wheel(0, 400)
        desk.wait_for_load_state("networkidle")
    assert desk.evaluate(STORED) == [[], []]


def test_choosing_the_setting_of_the_device_forgets_the_choice(desk: Page) -> None:
    desk.goto("/")
    for _ in range(3):
        desk.locator(".md-header__option label:visible").click()
    assert desk.evaluate(STORED) == [[], []]


def test_the_chosen_colors_are_those_of_the_next_page(desk: Page) -> None:
    desk.goto("/")
    for _ in range(2):
        desk.locator(".md-header__option label:visible").click()
    desk.goto("/strategies/")
    assert desk.locator("body").get_attribute("data-md-color-scheme") == "slate"


def test_no_cookie_is_set(desk: Page) -> None:
    use_everything(desk)
    assert desk.context.cookies() == []
    assert desk.evaluate("document.cookie") == ""


def test_a_dark_device_gets_a_dark_page_before_the_first_paint(browser: Browser, address: str) -> None:
    context = browser.new_context(color_scheme="dark", base_url=address)
    page = context.new_page()
    page.route("**/*.js", lambda route: route.abort())
    page.goto("/")
    assert page.locator("body").get_attribute("data-md-color-scheme") == "slate"
    page.emulate_media(color_scheme="light")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "default")
    context.close()


def test_where_storage_is_refused_the_colors_still_change(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 1440, "height": 900}, base_url=address)
    context.add_init_script(
        """for (const name of ["localStorage", "sessionStorage"])
             Object.defineProperty(window, name, { get() { throw new DOMException("refused", "SecurityError"); } });"""
    )
    page = context.new_page()
    broken: list[str] = []
    page.on("pageerror", lambda error: broken.append(str(error)))
    use_everything(page)
    for _ in range(2):
        page.locator(".md-header__option label:visible").click()
    assert page.locator("body").get_attribute("data-md-color-scheme") == "slate"
    context.close()
    assert broken == []
