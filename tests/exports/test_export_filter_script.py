"""The filter of the bibliography page, with its script and without."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from markdown import markdown
from playwright.sync_api import Browser, Page

from macros.handbook import Handbook
from macros.prose import Prose, format_site
from macros.views.bibliography import bibliography
from macros.views.sheet import Sheet
from tests.exports.test_export_bibliography_page import TEMPLATE

SCRIPT = Path(__file__).parents[2] / "docs" / "assets" / "scripts" / "filter.js"
pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def html(small_handbook: Handbook) -> str:
    formatted = format_site(small_handbook, "apa", None)
    sheet = Sheet(small_handbook, Prose(small_handbook, formatted, lambda address: address))
    body = sheet.write(f"index/{TEMPLATE}", title="Sources", folder="studies", **bibliography(sheet))
    page = markdown(body, extensions=["attr_list", "md_in_html"])
    script = SCRIPT.read_text("utf-8")
    return f"<!doctype html><html lang=en><title>Sources</title><body>{page}<script>{script}</script>"


@pytest.fixture
def page(browser: Browser, html: str) -> Iterator[Page]:
    page = browser.new_page()
    page.set_content(html)
    yield page
    page.close()


def _shown(page: Page) -> int:
    return page.locator("#works-list > li:visible").count()


def test_a_choice_shows_its_works_and_says_how_many(page: Page) -> None:
    every = _shown(page)
    year = page.locator("select[name=year] option").nth(1)
    expected = int(year.inner_text().rpartition("(")[2].rstrip(")"))
    page.select_option("select[name=year]", year.get_attribute("value"))
    assert _shown(page) == expected < every
    assert page.locator("[role=status]").inner_text() == f"{expected} of {every} works"


def test_show_all_takes_the_choice_back(page: Page) -> None:
    every = _shown(page)
    page.select_option("select[name=year]", index=1)
    page.get_by_role("button", name="Show all").click()
    page.wait_for_function("document.querySelectorAll('#works-list > li[hidden]').length === 0")
    assert _shown(page) == every


def test_a_link_to_a_work_that_is_filtered_out_leads_to_it(page: Page) -> None:
    page.select_option("select[name=year]", index=1)
    hidden = page.locator("#works-list > li[hidden]").first.get_attribute("id")
    page.evaluate("id => { location.hash = id }", hidden)
    page.wait_for_function("id => !document.getElementById(id).hidden", arg=hidden)
    assert page.locator(f"[id='{hidden}']").is_visible()


def test_without_the_script_no_form_is_shown_and_the_lists_are_there(browser: Browser, html: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.set_content(html)
    assert not page.locator("form.hb-filter").is_visible()
    assert page.locator("details.hb-fold dl").count() >= 2
    assert _shown(page) > 0
    context.close()
