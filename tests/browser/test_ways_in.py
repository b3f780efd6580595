"""Ways in: every strategy is two taps from home, and its page answers before any scroll."""

from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from posixpath import normpath
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page

ROOT = Path(__file__).parents[2]
SITE = ROOT / "site"
STRATEGIES = sorted(path.stem for path in (ROOT / "content" / "strategies").glob("*.yml"))
ANSWERS = (".hb-verdict", ".hb-week", ".hb-facts__sure .hb-grade")
"""The verdict, what to do this week, and how sure we are; the times are named by their labels below."""
TIMES = ("To start", "Each week after")


class _Links(HTMLParser):
    """The links of a page within its content and its header."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("article", "header"):
            self._open.append(tag)
        href = dict(attrs).get("href")
        if tag == "a" and href and self._open:
            self.found.append(href)

    def handle_endtag(self, tag: str) -> None:
        if self._open and self._open[-1] == tag:
            self._open.pop()


def links_of(page: str) -> Iterator[str]:
    """Yield the pages below the site to which a page leads, as paths without a slash at either end."""
    reader = _Links()
    reader.feed((SITE / page / "index.html").read_text("utf-8"))
    for href in reader.found:
        parts = urlsplit(href)
        if not parts.scheme and not parts.netloc and parts.path:
            target = normpath(f"/{page}/{parts.path}").strip("/")
            if (SITE / target / "index.html").is_file():
                yield target


def test_every_strategy_is_two_taps_from_home() -> None:
    taps, waiting = {"": 0}, [""]
    for page in waiting:
        for target in links_of(page) if taps[page] < 2 else ():
            if target not in taps:
                taps[target] = taps[page] + 1
                waiting.append(target)
    assert len(STRATEGIES) >= 39
    assert {id for id in STRATEGIES if taps.get(f"strategies/{id}", 9) > 2} == set()


@pytest.mark.browser
def test_the_situations_begin_on_the_first_screen_of_a_phone(phone: Page) -> None:
    phone.goto("/")
    doors = phone.locator(".hb-doors .hb-door").all()
    seen = [door for door in doors if (box := door.bounding_box()) and box["y"] + box["height"] <= 844]
    assert len(seen) >= 3


@pytest.mark.browser
def test_home_shows_the_short_paths_with_their_minutes(phone: Page) -> None:
    phone.goto("/")
    assert phone.locator(".hb-way").count() == 2
    for way, most in zip(phone.locator(".hb-way").all(), (5, 30), strict=True):
        steps = [int(text.split()[0]) for text in way.locator(".hb-path__minutes").all_inner_texts()]
        total = int(way.locator(".hb-way__sum").inner_text().split()[0])
        assert total == sum(steps) <= most


@pytest.mark.browser
def test_every_strategy_answers_before_any_scroll(phone: Page) -> None:
    late = {}
    for id in STRATEGIES:
        phone.goto(f"/strategies/{id}/")
        phone.evaluate("document.fonts.ready")
        parts = [phone.locator(part).first for part in ANSWERS]
        parts += [phone.locator(".hb-facts__fact").filter(has_text=words).locator("dd").first for words in TIMES]
        boxes = [part.bounding_box() for part in parts]
        bottom = max(box["y"] + box["height"] if box else 9999 for box in boxes)
        if bottom > 844:
            late[id] = bottom
    assert late == {}
