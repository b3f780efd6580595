"""Each page says what it may load, and nothing on it breaks that."""

import re

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.features import choose_colors, open_popovers, search, unfold, use_everything, wake
from tests.browser.kinds import KINDS, SITE

WATCH = """
  window.refused = [];
  addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) =>
    refused.push(`${effectiveDirective} ${blockedURI}`));
"""
POLICY = '<meta http-equiv="Content-Security-Policy" content="'


@pytest.mark.site
def test_every_page_has_a_policy_before_anything_that_loads() -> None:
    without = []
    for page in SITE.rglob("*.html"):
        head, policy, _ = page.read_text("utf-8").partition(POLICY)
        if not policy or re.search(r"<(script|link|style|base|img)\b", head):
            without.append(page.relative_to(SITE).as_posix())
    assert without == []


@pytest.mark.site
def test_no_policy_leaves_a_door_open() -> None:
    policies = {page.read_text("utf-8").partition(POLICY)[2].partition('"')[0] for page in SITE.rglob("*.html")}
    for policy in policies:
        assert "default-src 'none'" in policy
        assert not re.search(r"unsafe-inline|'unsafe-eval'|https?:|\*", policy), policy


def _watched(browser: Browser, address: str) -> tuple[Page, list[str]]:
    context = browser.new_context(viewport={"width": 1440, "height": 900}, base_url=address)
    context.add_init_script(WATCH)
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda line: said.append(line.text) if line.type == "error" else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    return page, said


@pytest.mark.parametrize("path", KINDS)
def test_no_page_asks_for_what_it_may_not_have(browser: Browser, address: str, path: str) -> None:
    page, said = _watched(browser, address)
    page.goto(path)
    wake(page)
    open_popovers(page)
    unfold(page)
    choose_colors(page)
    refused = page.evaluate("refused")
    page.context.close()
    assert refused == []
    assert [line for line in said if "404" not in line] == []


def test_search_and_filters_keep_to_the_policy(browser: Browser, address: str) -> None:
    page, said = _watched(browser, address)
    page.goto("/")
    search(page)
    refused = page.evaluate("refused")
    use_everything(page)
    refused += page.evaluate("refused")
    page.context.close()
    assert refused == []
    assert said == []


def test_the_policy_holds(browser: Browser, address: str) -> None:
    page, _ = _watched(browser, address)
    page.goto("/")
    page.evaluate(
        """() => {
          const script = document.createElement("script");
          script.textContent = "window.intruder = true";
          document.body.append(script);
          const image = new Image();
          image.src = "https://example.org/pixel.gif";
        }"""
    )
    page.wait_for_function("refused.length >= 2")
    assert page.evaluate("window.intruder") is None
    page.context.close()
