"""Uses everything on a site that could store, load or run something: search, colors, popovers, filters, folds."""

from playwright.sync_api import Page

from tests.browser.kinds import HEAVIEST


def wake(page: Page) -> None:
    """Press a key that does nothing and move, so that what waits for the reader comes."""
    page.keyboard.press("Shift")
    page.mouse.move(200, 200)
    page.wait_for_load_state("networkidle")


def search(page: Page) -> None:
    """Search for a word until something is found, then leave."""
    wake(page)
    page.keyboard.press("Control+k")
    page.keyboard.type("trust", delay=20)
    page.locator("dialog[open] .hb-hit a").first.wait_for()
    page.keyboard.press("Escape")


def choose_colors(page: Page) -> None:
    """Choose each set of colors once, which ends where it began."""
    for _ in range(3):
        page.locator(".md-header__option label:visible").click()


def open_popovers(page: Page) -> None:
    """Open a citation and a claim in place."""
    for link in ("article a.cite:visible", "article a.claim-ref:visible"):
        if page.locator(link).count():
            page.locator(link).first.click()
            page.keyboard.press("Escape")


def filter_list(page: Page) -> None:
    """Narrow the list of works and show all again."""
    page.goto("/sources/")
    page.locator("form.hb-filter select").first.select_option(index=1)
    page.locator("form.hb-filter button[type=reset]").click()


def unfold(page: Page) -> None:
    """Open every fold of the page."""
    for summary in page.locator("article summary:visible").all()[:20]:
        summary.click()


def use_everything(page: Page) -> None:
    """Read a strategy and use each thing once."""
    page.goto(HEAVIEST["strategies"])
    search(page)
    open_popovers(page)
    unfold(page)
    filter_list(page)
    choose_colors(page)
