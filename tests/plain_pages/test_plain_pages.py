"""The way out: another generator, without a hook, macro or theme of ours, makes every page and breaks no link."""

import posixpath
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
import yaml
from lxml import html

from macros.commands.host import HOST
from macros.lint import load
from macros.pages import virtual_pages
from macros.plain_pages import PlainPage, between, from_root
from tests.whole.tree import ROOT, digests, handbook, plant

PLAIN = """
site_name: Tea
docs_dir: pages
strict: true
plugins: []
theme: {name: mkdocs}
validation: {nav: {omitted_files: ignore}, links: {unrecognized_links: ignore}}
"""


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return plant(tmp_path_factory.mktemp("way-out") / "tree")


@pytest.fixture(scope="module")
def built(tree: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What plain MkDocs makes of the pages, in a folder that knows nothing of the handbook."""
    folder = tmp_path_factory.mktemp("elsewhere")
    done = handbook("pages", "--out", str(folder / "pages"), cwd=tree)
    assert done.returncode == 0, done.stderr
    (folder / "mkdocs.yml").write_text(PLAIN, "utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "--site-dir", "site"]
    host = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert host.returncode == 0, host.stderr
    return folder



def _page(path: str) -> str:
    """Return the file that a generator makes of a page."""
    bare = path.removesuffix(".md").removesuffix("index").rstrip("/")
    return f"{bare}/index.html" if bare else "index.html"


def test_every_page_is_there_with_its_title_and_text(tree: Path, built: Path) -> None:
    book = load(tree)
    paths = {*book.docs, *(page.path for page in virtual_pages(book))}
    assert {path.relative_to(built / "pages").as_posix() for path in (built / "pages").rglob("*.md")} == paths
    for path in paths:
        page = html.parse(built / "site" / _page(path)).getroot()
        (block,) = page.find_class("hb-page")
        assert block.xpath(".//h1"), path
        assert page.findtext(".//title"), path
        assert len(block.text_content().split()) > 1, path
        assert not block.xpath(".//*[contains(text(), '](/')]"), path


def test_every_link_leads_to_something(built: Path) -> None:
    site = built / "site"
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    ids = {file: _ids(site / file) for file in files if file.endswith(".html")}
    broken, seen = [], 0
    for file in ids:
        for target in _links(site / file):
            seen += 1
            path, anchor = _target(file, target)
            if path not in files or (anchor and path in ids and anchor not in ids[path]):
                broken.append((file, target))
    assert broken == []
    assert seen > 500


def _ids(file: Path) -> set[str]:
    return set(html.parse(file).getroot().xpath("//@id"))


def _links(file: Path) -> Iterator[str]:
    """Yield each link of a page's own text that stays on the site."""
    for block in html.parse(file).getroot().find_class("hb-page"):
        for link in block.xpath(".//@href | .//@src"):
            if not urlsplit(link).scheme:
                yield str(link)


def _target(file: str, link: str) -> tuple[str, str]:
    parts = urlsplit(link)
    if not parts.path:
        return file, parts.fragment
    path = posixpath.normpath(posixpath.join(posixpath.dirname(file), unquote(parts.path)))
    return (posixpath.normpath(f"{path}/index.html") if parts.path.endswith("/") else path), parts.fragment


def test_written_twice_the_pages_are_the_same_and_files_of_others_are_safe(tree: Path, built: Path) -> None:
    before = digests(built / "pages")
    done = handbook("pages", "--out", str(built / "pages"), cwd=tree)
    assert done.returncode == 0, done.stderr
    assert digests(built / "pages") == before
    refused = handbook("pages", "--out", "docs", cwd=tree)
    assert refused.returncode == 1
    assert "docs holds files of yours: name a folder that is empty or not there yet, with --out" in refused.stderr
    assert (tree / "docs" / "index.md").is_file()
    assert {path.name for path in built.iterdir()} == {"pages", "site", "mkdocs.yml"}


def test_the_page_on_the_way_out_names_what_there_is() -> None:
    said = (ROOT / "docs/edit/way-out.md").read_text("utf-8")
    assert f'HOST = "{HOST}"' in (ROOT / "macros/commands/host.py").read_text("utf-8")
    assert 'HOST = "properdocs"' in said
    for path in re.findall(r"`((?:macros|docs|content)/[\w./-]*|[\w-]+\.(?:yml|bib|in))`", said):
        assert (ROOT / path).exists(), path
    for words in re.findall(r"handbook (pages|build) (--\w+)", said):
        assert words[1] in handbook(words[0], "--help", cwd=ROOT).stdout


@pytest.mark.parametrize(
    ("address", "path", "url"),
    [
        ("/strategies/x.md", "index.md", "strategies/x/"),
        ("/strategies/x.md#steps", "strategies/y.md", "../x/#steps"),
        ("/strategies/index.md", "strategies/y.md", "../"),
        ("/index.md", "strategies/y.md", "../../"),
        ("/index.md", "index.md", "./"),
        ("/guides/x.pdf", "guides/x/meeting-1.md", "../../x.pdf"),
        ("/whats-new.md", "about/privacy.md", "../../whats-new/"),
    ],
)
def test_links_lead_from_page_to_page(address: str, path: str, url: str) -> None:
    assert between(address, path) == url


@pytest.mark.parametrize(
    ("base", "address", "url"),
    [
        ("/", "/strategies/x.md#steps", "/strategies/x/#steps"),
        ("/", "/index.md", "/"),
        ("/handbook/", "/index.md", "/handbook/"),
        ("handbook", "/guides/x.pdf", "/handbook/guides/x.pdf"),
    ],
)
def test_links_may_begin_at_the_root_of_the_server(base: str, address: str, url: str) -> None:
    assert from_root(base, address, "strategies/y.md") == url


def test_a_page_is_one_block_that_no_parser_opens() -> None:
    page = PlainPage("x.md", 'A "b" <c> & d', "D: e", "<h1>A</h1>\n\n<pre>one\n\n\ntwo {{ x }}</pre>\n\n\n<p>end</p>\n")
    head, text = page.text.split("\n---\n", 1)
    assert yaml.safe_load(head.removeprefix("---\n")) == {
        "title": "A &#34;b&#34; &lt;c&gt; &amp; d",
        "description": "D: e",
    }
    assert text == (
        '\n<div class="hb-page">\n<h1>A</h1>\n<pre>one&#10;&#10;\ntwo &#123;&#123; x }}</pre>\n<p>end</p>\n</div>\n'
    )
