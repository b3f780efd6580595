"""axe-core over many pages: one load for each, looked at in each window and mode, by workers side by side."""

import asyncio
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from playwright.async_api import Browser, Page, async_playwright

from tests.audit.axe import MODES, RUN, SETTLED, TAGS, WIDTHS, Violation, violations
from tests.audit.serving import AXE_ADDRESS

WORKERS = 2
FLAGS = ("--disable-remote-fonts", "--blink-settings=imagesEnabled=false")
"""Leave out what changes no finding."""


@dataclass
class Found:
    """What a run has seen so far."""

    pages: list[str] = field(default_factory=list)
    rules: int = 0
    browser: str = ""
    violations: list[Violation] = field(default_factory=list)


@dataclass(frozen=True)
class Run:
    """One run over the site at `address`; `tell` takes a line for each violation, `is_over` ends the run early."""

    address: str
    chromium: str
    flags: Sequence[str]
    tell: Callable[[str], None]
    is_over: Callable[[], bool]

    def over(self, pages: Sequence[str]) -> Found:
        """Return what axe finds on `pages`."""
        found = Found()
        asyncio.run(self._over(iter(pages), found))
        return found

    async def _over(self, pages: Iterator[str], found: Found) -> None:
        async with async_playwright() as playwright:
            browser = await playwright.chromium.launch(executable_path=self.chromium, args=[*self.flags, *FLAGS])
            found.browser = browser.version
            await asyncio.gather(*(self._walk(browser, pages, found) for _ in range(WORKERS)))
            await browser.close()

    async def _walk(self, browser: Browser, pages: Iterator[str], found: Found) -> None:
        context = await browser.new_context(base_url=self.address, reduced_motion="reduce", bypass_csp=True)
        page = await context.new_page()
        for path in pages:
            if self.is_over():
                break
            await page.goto(path)
            await page.add_script_tag(url=AXE_ADDRESS)
            for violation in await _look(page, path, found):
                found.violations.append(violation)
                self.tell(str(violation))
            found.pages.append(path)
        await context.close()


async def _look(page: Page, path: str, found: Found) -> list[Violation]:
    """Look at a page that is open in every window and mode."""
    seen: list[Violation] = []
    for width, height in WIDTHS.items():
        await page.set_viewport_size({"width": width, "height": height})
        for mode in MODES:
            await page.emulate_media(media=mode.media, color_scheme=mode.color)
            if await page.evaluate(SETTLED, mode.scheme) != mode.scheme:
                seen.append(
                    Violation(path, width, mode.name, "color-scheme", "body", "The page stays in other colors.")
                )
            answer = await page.evaluate(RUN, [TAGS, mode.without])
            found.rules = answer["rules"]
            seen += violations(answer, path, width, mode.name)
    return seen
