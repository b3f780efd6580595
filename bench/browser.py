"""Chromium asks a site's search: what it loads, how long it takes, and what memory the page then holds."""

import shutil
import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from bench.pages.server import served

FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--js-flags=--expose-gc")
_ASK = {
    "ours": """async (query) => {
        const { engine, ranked } = await handbookSearch.search(query);
        return ranked.slice(0, 8).map(([number]) => engine.catalogue.pages[number].title);
    }""",
    "Material's lunr": """async (query) => {
        const box = document.querySelector("[data-md-component=search-query]");
        const list = document.querySelector("[data-md-component=search-result]");
        box.focus();
        const drawn = new Promise((resolve) => {
          new MutationObserver((_, self) => { self.disconnect(); resolve(); })
            .observe(list, { childList: true, subtree: true, characterData: true });
        });
        box.value = query;
        box.dispatchEvent(new Event("input", { bubbles: true }));
        box.dispatchEvent(new Event("keyup", { bubbles: true }));
        await drawn;
        return [...list.querySelectorAll("h1")].slice(0, 8).map((title) => title.textContent);
    }""",
    "Pagefind": """async (query) => {
        const engine = await import("/pagefind/pagefind.js");
        const { results } = await engine.search(query);
        const pages = await Promise.all(results.slice(0, 8).map((result) => result.data()));
        return pages.map((page) => page.meta.title);
    }""",
}
"""Engine -> the titles of its first eight answers; each may load what it needs for them."""
_TIMED = (
    "async (query) => {{ const start = performance.now(); await ({ask})(query); return performance.now() - start; }}"
)
_OF_SEARCH = ("search", "pagefind", "did-you-mean")
"""Words in the addresses of files that only search needs."""


@dataclass(frozen=True)
class Answers:
    """Kilobytes as they went over the line, milliseconds, and the MB that the page's scripts hold in the end."""

    kilobytes: float
    first: float
    later: float
    memory: float


def available() -> bool:
    """Tell whether there is a browser on this machine."""
    return _chromium() is not None


def _chromium() -> str | None:
    return next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


def answers(engine: str, site: Path, questions: Sequence[str], times: int) -> Answers:
    """Return the medians of so many fresh visits, each of which asks all questions."""
    sent: list[tuple[str, int]] = []
    with sync_playwright() as playwright, served(site, told=lambda *one: sent.append(one)) as address:
        browser = playwright.chromium.launch(executable_path=_chromium(), args=list(FLAGS))
        visits = [_visit(browser, address, engine, questions, sent) for _ in range(times)]
        browser.close()
    parts = ("kilobytes", "first", "later", "memory")
    return Answers(*(statistics.median(getattr(visit, part) for visit in visits) for part in parts))


def _visit(
    browser: Browser, address: str, engine: str, questions: Sequence[str], sent: list[tuple[str, int]]
) -> Answers:
    context = browser.new_context()
    page = context.new_page()
    wire = context.new_cdp_session(page)
    sent.clear()
    page.goto(address, wait_until="load")
    ask = _TIMED.format(ask=_ASK[engine])
    first = float(page.evaluate(ask, questions[0]))
    size = sum(length for path, length in sent if any(word in path for word in _OF_SEARCH)) / 1000
    later = statistics.median(float(page.evaluate(ask, question)) for question in questions[1:])
    wire.send("HeapProfiler.collectGarbage")
    held = wire.send("Runtime.getHeapUsage")["usedSize"] / 1e6
    context.close()
    return Answers(size, first, later, held)
