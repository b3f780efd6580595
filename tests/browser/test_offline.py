"""The copy in a folder: opened by file://, it reads like the site and asks no one for anything."""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit
from zipfile import ZipFile

import pytest
from click.testing import CliRunner
from playwright.sync_api import Browser, Page, expect

from macros.__main__ import main

ROOT = Path(__file__).parents[2]
LEFT = "net::ERR_ABORTED"
"""How a request ends whose page was left before it came."""
WEB_ALONE = re.compile(r'rel="canonical"|Content-Security-Policy|property="og:url"|rel="alternate feed"|rel="preload"')
LINK = re.compile(r'\b(?:href|src|action|data-script)="([^"]*)"')


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("a folder with spaces")
    done = CliRunner().invoke(main, ["offline", "--root", str(ROOT), "--to", str(folder / "copy.zip")])
    assert done.exit_code == 0, done.output
    assert re.search(r"copy\.zip: \d+ files, \d+\.\d MB", done.output)
    said = (ROOT / "docs/about/take-it-with-you.md").read_text("utf-8")
    limit = re.search(r"less\s+than\s+(\d+)\s+MB", said)
    assert limit
    assert (folder / "copy.zip").stat().st_size < int(limit[1]) * 1_000_000, "the page that offers it says less"
    with ZipFile(folder / "copy.zip") as packed:
        packed.extractall(folder / "copy")
    return folder / "copy"


@pytest.fixture
def reader(browser: Browser, copy: Path) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    page = context.new_page()
    foreign: list[str] = []
    page.on("request", lambda one: None if one.url.startswith(("file:", "data:")) else foreign.append(one.url))
    wrong: list[str] = []
    page.on("requestfailed", lambda one: None if one.failure == LEFT else wrong.append(f"{one.url}: {one.failure}"))
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda line: wrong.append(line.text) if line.type == "error" else None)
    page.goto((copy / "index.html").as_uri())
    yield page
    context.close()
    assert foreign == []
    assert wrong == []


def test_from_home_to_a_strategy_and_back(reader: Page, copy: Path) -> None:
    reader.get_by_role("link", name=re.compile("meet a lot", re.IGNORECASE)).first.click()
    reader.locator(".hb-card a").first.click()
    expect(reader).to_have_url(re.compile(r"/strategies/[a-z-]+\.html$"))
    assert reader.locator(".md-tabs__item--active").inner_text() == "Strategies"
    assert reader.locator(".md-path__link").all_inner_texts() == ["Home", "Strategies"]
    reader.locator(".md-path__link").first.click()
    expect(reader).to_have_url((copy / "index.html").as_uri())


def test_a_citation_opens_in_place(reader: Page, copy: Path) -> None:
    reader.goto((copy / "strategies/pick-one-shared-focus.html").as_uri())
    reader.locator("article a.cite:visible").first.click()
    expect(reader.locator(".hb-popover")).to_be_visible()


def test_a_list_can_be_filtered(reader: Page, copy: Path) -> None:
    reader.goto((copy / "sources/index.html").as_uri())
    reader.locator("form.hb-filter select").first.select_option(index=1)
    expect(reader.locator("form.hb-filter [role=status]")).to_have_text(re.compile(r"\d+ of \d+"))


def test_a_guide_can_be_printed(reader: Page, copy: Path) -> None:
    reader.goto((copy / "guides/first-meeting.html").as_uri())
    targets = [link.get_attribute("href") for link in reader.locator("article a[href$='.pdf']").all()]
    assert targets
    for target in targets:
        assert (copy / "guides" / str(target)).resolve().read_bytes().startswith(b"%PDF")


def test_the_fonts_and_the_colors_come_along(reader: Page) -> None:
    reader.evaluate("document.fonts.ready")
    assert reader.evaluate("document.fonts.check('16px \"Handbook Serif\"')")
    assert reader.evaluate("[...document.fonts].some((font) => font.status === 'loaded')")
    for _ in range(2):
        reader.locator(".md-header__option label:visible").click()
    expect(reader.locator("body")).to_have_attribute("data-md-color-scheme", "slate")


def test_each_page_says_which_copy_it_is(copy: Path) -> None:
    pages = [page.read_text("utf-8") for page in copy.rglob("*.html")]
    assert len(pages) > 100
    for page in pages:
        assert "Offline copy of edition" in page
        assert not WEB_ALONE.search(page)


def test_every_link_leads_to_a_file_of_the_copy(copy: Path) -> None:
    dead = set()
    for page in copy.rglob("*.html"):
        for target in LINK.findall(page.read_text("utf-8")):
            parts = urlsplit(target.replace("&amp;", "&"))
            if not parts.scheme and parts.path and not (page.parent / unquote(parts.path)).is_file():
                dead.add((page.relative_to(copy).as_posix(), target))
    assert sorted(dead) == []


def test_the_copy_is_offered_where_the_site_is_published() -> None:
    published = re.search(r"^site_url: (\S+)$", (ROOT / "mkdocs.yml").read_text("utf-8"), re.MULTILINE)
    assert published
    page = (ROOT / "docs/about/take-it-with-you.md").read_text("utf-8")
    assert f"({published[1]}offline/leading-together.zip)" in page
    assert "site/offline/leading-together.zip" in (ROOT / ".github/workflows/deploy.yml").read_text("utf-8")
