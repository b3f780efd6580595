"""The site of a hostile handbook: every word of it is shown as it was typed, and nothing of it acts."""

import csv
import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from io import StringIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree, html
from playwright.sync_api import Browser
from pypdf import PdfReader

from macros.addresses import address
from macros.bibliography import read_bibliography
from macros.commands.build import build
from macros.lint import check
from tests.audit.serving import served
from tests.hostile.edition import GIVEN, LINE, PRODUCT, ROOT, TEXT, plant_hostile

_POLICY = re.compile(r'http-equiv="Content-Security-Policy" content="([^"]*)"')
_STRAIGHT = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'"})
_ADDRESSED = ("href", "src", "action", "formaction", "data", "poster", "srcset")
_LEADS_AWAY = re.compile(r"\s*([a-z]+:(?!//)|[/\\]{2})", re.IGNORECASE)
_RIS = re.compile(r"[A-Z][A-Z0-9]  - .*|")


class Hostile:
    """The tree, its site, and the mark of each field."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.marks = plant_hostile(root)
        self.site = root / "site"

    def pages(self) -> dict[str, str]:
        """Return the HTML of each page by its path below the site."""
        found = self.site.rglob("*.html")
        return {path.relative_to(self.site).as_posix(): path.read_text("utf-8") for path in found}


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Hostile:
    planted = Hostile(tmp_path_factory.mktemp("hostile"))
    build(planted.root, planted.site)
    return planted


class _Parts(HTMLParser):
    """What of a page could act: its scripts, handlers, addresses and orders to the browser."""

    def __init__(self) -> None:
        super().__init__()
        self.found: set[tuple[str, str]] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.add(("tag", tag))
        for name, value in attrs:
            orders = name.startswith("on") or name in ("style", "srcdoc", "http-equiv")
            if orders or (name in _ADDRESSED and _LEADS_AWAY.match(value or "")):
                self.found.add((name, value or ""))


def parts(text: str) -> set[tuple[str, str]]:
    reader = _Parts()
    reader.feed(text)
    return reader.found


def test_the_check_finds_no_fault_with_it(hostile: Hostile) -> None:
    assert [problem for problem in check(hostile.root)[1] if problem.severity == "error"] == []


def test_every_field_shows_what_was_typed(hostile: Hostile) -> None:
    lost, texts = [], {}
    for (folder, id, path), mark in hostile.marks.items():
        if path[0] == "aliases" or path[-1] == "facilitator" or folder == "tools":
            continue  # words of search; notes that are only printed; a sheet has shorter ones
        page = f"{address(folder, id)[1:].removesuffix('.md')}/index.html"
        if page not in texts:
            pages = [hostile.site / page, *hostile.site.joinpath(page).parent.glob("meeting-*/index.html")]
            texts[page] = " ".join(html.fromstring(each.read_bytes()).text_content() for each in pages)
        typed = (LINE, TEXT.replace("`", "").replace("&lt;", "<").replace("&gt;", ">"))
        shown = re.sub(r"\s+", " ", texts[page]).translate(_STRAIGHT)
        if not any(f"{mark}{words}" in shown for words in typed):
            lost.append(f"{folder}/{id} {path}")
    assert lost == []


def test_nothing_was_computed(hostile: Hostile) -> None:
    files = [path for path in hostile.site.rglob("*") if path.is_file()]
    computed = [path.name for path in files if PRODUCT.encode() in path.read_bytes()]
    computed += [path.name for path in hostile.site.rglob("*.pdf") if PRODUCT in words_of(path)]
    computed += [path.name for path in hostile.site.rglob("*.docx") if any(PRODUCT in text for text in xml_of(path))]
    assert computed == []


def words_of(path: Path) -> str:
    return "".join(page.extract_text() for page in PdfReader(path).pages)


def xml_of(path: Path) -> Iterator[str]:
    with ZipFile(path) as zipped:
        yield from (zipped.read(name).decode() for name in zipped.namelist() if name.endswith((".xml", ".rels")))


def test_no_page_holds_what_could_act(hostile: Hostile) -> None:
    usual: set[tuple[str, str]] = set()
    for path in (ROOT / "site").rglob("*.html"):
        usual |= {part for part in parts(path.read_text("utf-8")) if part[0] != "http-equiv"}
    allowed = {"http-equiv", "href", "src"}
    strange = {
        (page, *part)
        for page, text in hostile.pages().items()
        for part in parts(text) - usual
        if part[0] not in allowed or re.search(r"script|evil|zqx", part[1], re.IGNORECASE)
    }
    assert {each for each in strange if each[1] != "http-equiv" or "default-src" not in each[2]} == set()


def test_the_policy_allows_no_further_script(hostile: Hostile) -> None:
    real = {rule for path in (ROOT / "site").rglob("*.html") for rule in _POLICY.findall(path.read_text("utf-8"))}
    assert {rule for text in hostile.pages().values() for rule in _POLICY.findall(text)} <= real


def test_what_programs_read_is_well_formed(hostile: Hostile) -> None:
    for path in hostile.site.rglob("*.xml"):
        etree.parse(path, etree.XMLParser(resolve_entities=False))
    for path in hostile.site.rglob("*.docx"):
        for text in xml_of(path):
            etree.fromstring(text.encode())
    for path in hostile.site.rglob("*.json"):
        json.loads(path.read_text("utf-8"))
    for text in hostile.pages().values():
        for data in re.findall(r'<script type="application/(?:ld\+)?json">(.*?)</script>', text, re.DOTALL):
            assert "<" not in data
            json.loads(data)


def test_exports_hold_the_works_and_nothing_else(hostile: Hostile) -> None:
    keys = set(read_bibliography(GIVEN / "references.bib")[0].works)
    exported, problems = read_bibliography(hostile.site / "sources" / "references.bib")
    assert set(exported.works) == keys
    assert [problem for problem in problems if problem.severity == "error"] == []
    ris = (hostile.site / "sources" / "references.ris").read_text("utf-8").splitlines()
    assert [line for line in ris if not _RIS.fullmatch(line)] == []
    assert sum(line.startswith("TY  - ") for line in ris) == len(keys)


def test_no_cell_of_the_table_is_a_formula(hostile: Hostile) -> None:
    rows = csv.reader(StringIO((hostile.site / "data" / "claims.csv").read_text("utf-8")))
    assert [cell for row in rows for cell in row if re.match(r"[=+@\t\r]|-(?![\d.]+$)", cell)] == []


@pytest.mark.browser
def test_no_page_runs_a_word_of_it(hostile: Hostile, browser: Browser) -> None:
    with served(hostile.site) as base:
        page = browser.new_page()
        page.add_init_script("window.ran = []; window.zqx = () => { window.ran.push(location.href) }")
        for path in (*sorted(hostile.pages()), "search/?q=zqx", "search/?q=%3Cimg%20src%3Dx%20onerror%3Dzqx()%3E"):
            page.goto(f"{base}/{path}", wait_until="load")
            assert page.evaluate("window.ran") == [], path
            assert page.url.startswith(base), path
        page.close()
