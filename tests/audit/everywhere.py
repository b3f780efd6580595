"""axe-core over every page: one load for each page and width, looked at in each mode; one worker for each width."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from playwright.async_api import Browser, Page, Route, async_playwright

from tests.audit.axe import MODES, RUN, SETTLED, TAGS, WIDTHS, Violation, violations

_UNNEEDED = ("font", "image", "media")
"""Kinds of files that change no finding."""


@dataclass
class Found:
    """What a run has looked at so far."""

    looks: int = 0
    rules: int = 0
    browser: str = ""
    violations: list[Violation] = field(default_factory=list)


def audit(address: str, pages: Sequence[str], axe: str, chromium: str, flags: Sequence[str], tell: Callable[[str], None]) -> Found:
    """Return what axe finds on all `pages` of the site at `address`; tells of each violation as it comes."""
    found = Found()
    asyncio.run(_audit(address, pages, axe, chromium, flags, tell, found))
    return found


async def _audit(address: str, pages: Sequence[str], axe: str, chromium: str, flags: Sequence[str], tell: Callable[[str], None], found: Found) -> None:
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=chromium, args=list(flags))
        found.browser = browser.version
        await asyncio.gather(*(_walk(browser, address, pages, axe, width, tell, found) for width in WIDTHS))
        await browser.close()


async def _walk(browser: Browser, address: str, pages: Sequence[str], axe: str, width: int, tell: Callable[[str], None], found: Found) -> None:
    """Look at all pages in a window of one width."""
    context = await browser.new_context(
        viewport={"width": width, "height": WIDTHS[width]}, base_url=address, reduced_motion="reduce", bypass_csp=True
    )
    page = await context.new_page()
    await page.route("**/*", _skip_unneeded)
    for path in pages:
        await page.goto(path)
        await page.evaluate(axe)
        for violation in await _look(page, path, width, found):
            found.violations.append(violation)
            tell(str(violation))
    await context.close()


async def _look(page: Page, path: str, width: int, found: Found) -> list[Violation]:
    seen: list[Violation] = []
    for mode in MODES:
        await page.emulate_media(media=mode.media, color_scheme=mode.color)
        if await page.evaluate(SETTLED, mode.scheme) != mode.scheme:
            seen.append(Violation(path, width, mode.name, "color-scheme", "body", "The page does not take on this color scheme."))
        answer = await page.evaluate(RUN, list(TAGS))
        found.looks += 1
        found.rules = answer["rules"]
        seen += violations(answer, path, width, mode.name)
    return seen


async def _skip_unneeded(route: Route) -> None:
    await (route.abort() if route.request.resource_type in _UNNEEDED else route.continue_())
