"""How a page of the handbook is cited, and the panel and metadata that say so."""

import json
import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from markdown import markdown

from macros.citations.answer import Rendered
from macros.citations.engine import Formatted, Item, format_citations
from macros.exports import page_citation
from macros.exports.head import head_html, schema
from macros.exports.page_citation import STYLES, page_bibtex, page_citations, styled_item
from macros.exports.page_record import PageRecord, Publication, page_records
from macros.exports.panel import cite_panel
from macros.handbook import Handbook
from tests.exports.conftest import ReadBack

DAY = date(2026, 11, 21)
HANDBOOK = Publication("Leading Together", "https://handbook.example/site/", "Leading Together", "2026.1", DAY)
BY_OTHERS = replace(HANDBOOK, author="Wren & Sons Inc.")
TITLES = (
    "Pick one shared focus",
    "Why the comparison with poverty does not hold",
    "Trust: what it is, and what it is not",
    "Is 1 < 2 & does “it” matter?",
    "When a team agrees – then nothing happens between meetings",
    "How to say “no” to the district",
    "MTSS in the open",
)


def record(title: str, publication: Publication = HANDBOOK, id: str = "page", **more: Any) -> PageRecord:
    return PageRecord(publication, f"strategies/{id}.md", title, DAY, **more)


def test_a_page_is_cited_in_each_style() -> None:
    page = record("Pick one shared focus")
    found = page_citations({page.path: page})[page.path]
    url = "https://handbook.example/site/strategies/page/"
    assert {style: one.text for style, one in found.items()} == {
        "apa": f"Leading Together. (2026, November 21). Pick one shared focus (Version 2026.1). {url}",
        "mla": f"“Pick One Shared Focus.” Leading Together, Version 2026.1, 21 Nov. 2026, {url}.",
        "chicago": f"Leading Together. 2026. “Pick One Shared Focus.” Version 2026.1. November 21. {url}.",
    }


@pytest.mark.parametrize("publication", [HANDBOOK, BY_OTHERS], ids=["its own author", "another author"])
@pytest.mark.parametrize("style", STYLES)
def test_citing_all_pages_at_once_gives_what_each_gives_alone(style: str, publication: Publication) -> None:
    pages = {f"{n}": record(title, publication, f"p{n}") for n, title in enumerate(TITLES)}
    together = page_citations(pages, (style,))
    for path, page in pages.items():
        alone = _alone(page, style)
        assert together[path][style] == alone


def _alone(page: PageRecord, style: str) -> Rendered:
    item = styled_item(page, style)
    if style == "mla" and page.publication.author == page.publication.title:
        item = {name: value for name, value in item.items() if name != "author"}
    return format_citations([item], (), style, cited_only=False).entries[page.path]


def test_no_letter_follows_the_year_of_pages_with_one_author() -> None:
    pages = {str(n): record("One title", id=f"p{n}") for n in range(30)}
    found = page_citations(pages)
    assert {re.search(r"2026(.)", one["apa"].text)[1] for one in found.values()} == {","}  # type: ignore[index]
    assert not any("———" in one["mla"].text for one in found.values())


def test_only_pages_that_changed_are_formatted_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []

    def counted(items: Sequence[Item], *rest: Any, **more: Any) -> Formatted:
        asked.append(len(items))
        return format_citations(items, *rest, **more)

    monkeypatch.setattr(page_citation, "format_citations", counted)
    pages = {str(n): record(title, id=f"p{n}") for n, title in enumerate(TITLES)}
    first = page_citations(pages, ("apa",), tmp_path)
    assert page_citations(pages, ("apa",), tmp_path) == first
    page_citations(pages | {"0": record("Another title")}, ("apa",), tmp_path)
    assert asked == [len(TITLES), 1]


def test_bibtex_of_a_page_reads_back_to_the_page(read_back: ReadBack) -> None:
    for title in TITLES:
        page = record(title, id="pick-one-focus")
        back = read_back(page_bibtex(page)).works
        assert [*back] == ["lt2026pickonefocus"]
        facts = {name: value for name, value in page.item.items() if name not in ("id", "title", "language")}
        assert facts.items() <= dict(back["lt2026pickonefocus"].csl).items()


def test_each_entry_has_a_record_with_its_address_and_day(small_handbook: Handbook) -> None:
    records = page_records(small_handbook, HANDBOOK)
    assert len(records) == sum(len(entries) for entries in small_handbook.entries.values())
    strategy = records["strategies/tea-first.md"]
    assert strategy.url == "https://handbook.example/site/strategies/tea-first/"
    assert strategy.reviewed == small_handbook.find("strategies", "tea-first").reviewed.on


def test_the_record_of_a_source_is_told_from_the_source_itself(small_handbook: Handbook) -> None:
    source = page_records(small_handbook, HANDBOOK)["sources/ash2001invented.md"]
    assert source.title.startswith("Study card: ")
    assert source.work == small_handbook.bibliography.works["ash2001invented"].csl


def test_the_head_of_a_page_names_the_page() -> None:
    head = str(head_html(record('Say "no" & <mean> it', description="A line")))
    metas = dict(re.findall(r'<meta name="([^"]+)" content="([^"]*)">', head))
    assert {name: unescape(content) for name, content in metas.items()} == {
        "citation_title": 'Say "no" & <mean> it',
        "citation_author": "Leading Together",
        "citation_publication_date": "2026/11/21",
        "citation_public_url": "https://handbook.example/site/strategies/page/",
        "citation_publisher": "Leading Together",
        "citation_language": "en-US",
    }
    assert schema(record("T"))["@type"] == "Article"


def test_the_head_of_a_source_describes_the_source(small_handbook: Handbook) -> None:
    work = {
        "id": "x2001y", "type": "article-journal", "title": "On <i>trust</i>", "container-title": "Invented Journal",
        "author": [{"family": "Berg", "given": "Jan", "non-dropping-particle": "van den"}, {"literal": "A Group"}],
        "issued": {"date-parts": [[2001, 5]]}, "volume": "3", "page": "10-20", "DOI": "10.5555/x",
    }  # fmt: skip
    page = record("Study card: On trust", work=work)
    head = str(head_html(page))
    for meta in (
        '"citation_title" content="On trust"', '"citation_author" content="van den Berg, Jan"',
        '"citation_author" content="A Group"', '"citation_publication_date" content="2001/05"',
        '"citation_journal_title" content="Invented Journal"', '"citation_doi" content="10.5555/x"',
        '"citation_firstpage" content="10"', '"citation_lastpage" content="20"',
        '"citation_public_url" content="https://doi.org/10.5555/x"',
    ):  # fmt: skip
        assert f"<meta name={meta}>" in head
    about = schema(page)["mainEntity"]
    assert (about["@type"], about["sameAs"]) == ("ScholarlyArticle", "https://doi.org/10.5555/x")
    assert [one["@type"] for one in about["author"]] == ["Person", "Organization"]


@pytest.mark.parametrize("title", ["</script><script>alert(1)</script>", "<!-- --> ]]>", "a\u2028b", "\\u003c"])
def test_no_title_ends_the_script_element(title: str) -> None:
    head = str(head_html(record(title)))
    start = head.index("<script type=")
    data = head[head.index(">", start) + 1 : head.rindex("</script>")]
    assert "<" not in data
    assert json.loads(data)["headline"] == title
    assert head.count("</script>") == 1


def test_the_panel_is_one_block_that_markdown_leaves_alone() -> None:
    page = record("Trust & “care” <b>", id="trust")
    panel = str(cite_panel(page, page_citations({"x": page})["x"], "../../exports/strategies/trust"))
    assert "\n" not in panel
    assert markdown(f"# T\n\n{panel}\n\nAfter.", extensions=["md_in_html", "attr_list", "smarty"]).count(panel) == 1
    for ending in (".bib", ".ris", ".csl.json"):
        assert f'href="../../exports/strategies/trust{ending}"' in panel


def test_the_panel_shows_bibtex_line_by_line() -> None:
    page = record("Trust")
    shown = re.search(r"<pre[^>]*>(.*)</pre>", str(cite_panel(page, {})))
    assert shown
    assert unescape(shown[1]) == page_bibtex(page).strip()


def test_the_panel_of_a_page_that_cites_nothing_offers_no_files() -> None:
    assert "hb-exports" not in str(cite_panel(record("Trust"), {}))
