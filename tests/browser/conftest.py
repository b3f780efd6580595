"""The built site behind a local address, and pages of a phone and a desk to read it on."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.audit.serving import served
from tests.audit.site import SITE


@pytest.fixture(scope="session")
def address() -> Iterator[str]:
    if not (SITE / "index.html").is_file():
        pytest.fail("there is no built site: run make build")
    with served(SITE) as where:
        yield where


@pytest.fixture
def phone(browser: Browser, address: str) -> Iterator[Page]:
    """A page 390 pixels wide, as on a phone."""
    yield from _page(browser, address, 390, 844)


@pytest.fixture
def desk(browser: Browser, address: str) -> Iterator[Page]:
    """A page 1440 pixels wide, as on a desk."""
    yield from _page(browser, address, 1440, 900)


def _page(browser: Browser, address: str, width: int, height: int) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": width, "height": height}, base_url=address)
    page = context.new_page()
    foreign: list[str] = []
    page.on(
        "request",
        lambda request: None if request.url.startswith((address, "data:", "blob:")) else foreign.append(request.url),
    )
    broken: list[str] = []
    page.on("pageerror", lambda error: broken.append(str(error)))
    page.on("response", lambda response: broken.append(response.url) if response.status >= 400 else None)
    yield page
    context.close()
    assert not foreign, f"requests to another origin: {foreign}"
    assert not broken, f"errors on the page: {broken}"
