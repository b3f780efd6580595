"""axe-core finds nothing on one page of each kind, and nothing in what opens on the hardest ones."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.audit.axe import MODES, RUN, SETTLED, TAGS, WIDTHS, Mode, violations
from tests.audit.npm import Missing, axe_source
from tests.audit.site import one_of_each

KINDS = one_of_each()
STRATEGY = "/strategies/pick-one-shared-focus/"


@pytest.fixture(scope="module")
def axe() -> str:
    try:
        return axe_source()
    except Missing as reason:
        pytest.skip(f"axe-core cannot run: {reason}")


@pytest.fixture(scope="module")
def page(browser: Browser, address: str) -> Iterator[Page]:
    context = browser.new_context(base_url=address, reduced_motion="reduce", bypass_csp=True)
    yield context.new_page()
    context.close()


def found(page: Page, axe: str, path: str, modes: tuple[Mode, ...] = MODES) -> list[str]:
    """Return what axe finds on the page that is open, in the window that it has."""
    size = page.viewport_size
    assert size is not None
    page.evaluate(axe)
    seen: list[str] = []
    for mode in modes:
        page.emulate_media(media=mode.media, color_scheme=mode.color)
        assert page.evaluate(SETTLED, mode.scheme) == mode.scheme
        answer = page.evaluate(RUN, [TAGS, mode.without])
        seen += map(str, violations(answer, path, size["width"], mode.name))
    return seen


@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing_on_any_kind_of_page(page: Page, axe: str, kind: str) -> None:
    page.goto(KINDS[kind])
    seen = []
    for width, height in WIDTHS.items():
        page.set_viewport_size({"width": width, "height": height})
        seen += found(page, axe, KINDS[kind])
    assert not seen, "\n".join(seen)


def a_claim(page: Page) -> None:
    page.locator("article a.claim-ref").first.click()


def a_source(page: Page) -> None:
    page.locator("article a.cite").first.click()


def the_menu(page: Page) -> None:
    page.get_by_role("button", name="Menu", exact=True).click()
    page.locator("#hb-menu summary").first.click()


def all_folds(page: Page) -> None:
    page.evaluate("document.querySelectorAll('main details').forEach(each => { each.open = true; })")


def a_filter(page: Page) -> None:
    page.locator(".hb-filter select").first.select_option(index=1)


@pytest.mark.parametrize(
    ("path", "opened", "width"),
    [
        (STRATEGY, a_claim, 390),
        (STRATEGY, a_claim, 1440),
        (STRATEGY, a_source, 390),
        (STRATEGY, all_folds, 1440),
        (STRATEGY, the_menu, 390),
        ("/sources/", a_filter, 390),
        ("/sources/", all_folds, 390),
        ("/claims/", a_filter, 1440),
        ("/protocols/", a_filter, 390),
    ],
)
def test_axe_finds_nothing_in_what_opens(
    page: Page, axe: str, path: str, opened: Callable[[Page], None], width: int
) -> None:
    page.set_viewport_size({"width": width, "height": WIDTHS[width]})
    page.emulate_media(media="screen", color_scheme="light")
    page.goto(path)
    opened(page)
    seen = found(page, axe, path, MODES[:2])
    assert not seen, "\n".join(seen)
