"""What a first visit costs: everything that comes, packed as the host packs it, fonts apart."""

import gzip

import pytest
from playwright.sync_api import Browser, Response

from tests.browser.kinds import HEAVIEST

PAGE, FONTS = 150_000, 120_000
"""Bytes that a first visit may take without its fonts, and for its fonts."""
PACKED_ALREADY = ("image/png", "font/", "application/octet-stream")
PAGES = ("/", HEAVIEST["strategies"], "/situations/", HEAVIEST["claims"], HEAVIEST["guides"], "/sources/")
SEARCH = ("/search/",)


def _weight(response: Response) -> int:
    body = response.body()
    kind = response.headers.get("content-type", "")
    return len(body) if kind.startswith(PACKED_ALREADY) else len(gzip.compress(body, 6))


@pytest.mark.parametrize("path", PAGES)
def test_a_first_visit_is_light(browser: Browser, address: str, path: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844}, base_url=address)
    page = context.new_page()
    came: list[Response] = []
    page.on("response", lambda response: came.append(response))
    page.goto(path, wait_until="networkidle")
    assert not [one.url for one in came if any(part in one.url for part in SEARCH)], "search data came without a search"
    page.mouse.move(100, 300)
    page.wait_for_load_state("networkidle")
    weights = {one.url.removeprefix(address): _weight(one) for one in came if "/search/" not in one.url}
    context.close()
    fonts = {url: weight for url, weight in weights.items() if url.endswith(".woff2")}
    assert sum(fonts.values()) <= FONTS, fonts
    assert sum(weights.values()) - sum(fonts.values()) <= PAGE, weights
