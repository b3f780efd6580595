"""The pages made from content are the ones that Python-Markdown would make of the same text."""

import re
from html.parser import HTMLParser
from pathlib import Path

import markdown
import pytest
import yaml

from macros.lint import load
from macros.page_html import page_html
from macros.prose import Prose, format_site
from macros.views.page import entry_page, index_page

ROOT = Path(__file__).parents[2]


class _Parts(HTMLParser):
    """Tags with their attributes, and texts without their line breaks."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[object] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.parts.append((tag, attrs))

    def handle_endtag(self, tag: str) -> None:
        self.parts.append(f"/{tag}")

    def handle_data(self, data: str) -> None:
        self.parts += data.split()


def parts(html: str) -> list[object]:
    parser = _Parts()
    parser.feed(html)
    return parser.parts


@pytest.fixture(scope="module")
def by_markdown() -> markdown.Markdown:
    """Python-Markdown as mkdocs.yml sets it up."""
    listed = yaml.safe_load(re.sub(r"!\w+", "", (ROOT / "mkdocs.yml").read_text("utf-8")))["markdown_extensions"]
    configured = {name: settings for item in listed if isinstance(item, dict) for name, settings in item.items()}
    names = [name if isinstance(name, str) else next(iter(name)) for name in listed]
    return markdown.Markdown(extensions=names, extension_configs=configured)


def test_every_kind_of_page_is_what_markdown_makes_of_it(by_markdown) -> None:  # noqa: ANN001
    handbook = load(ROOT)
    formatted = format_site(handbook, "apa", ROOT / ".cache" / "citations")
    for folder, entries in handbook.entries.items():
        for id in [None, *entries][:4]:
            prose = Prose(handbook, formatted, lambda address: address)
            page = index_page(handbook, prose, folder) if id is None else entry_page(handbook, prose, folder, id)
            made = page_html(page.body)
            expected = by_markdown.reset().convert(page.body)
            assert parts(made.html) == parts(expected), f"{folder}/{id}"
            assert _ids(made.headings) == _ids(by_markdown.toc_tokens), f"{folder}/{id}"


def test_a_heading_without_an_id_gets_one_from_its_words() -> None:
    made = page_html("# It's a “plan”: now & then\n\n<p>Text</p>\n")
    assert made.html == (
        '<h1 id="its-a-plan-now-then">It’s a “plan”: now & then<a class="headerlink" '
        'href="#its-a-plan-now-then" title="Link to this section">#</a></h1>\n<p>Text</p>'
    )


def test_links_may_lead_to_ids_of_headings_and_of_blocks() -> None:
    made = page_html('## Steps { #steps }\n\n<details id="claim-x" class="a"><summary>S</summary></details>')
    assert made.ids == {"steps", "claim-x"}


def _ids(headings: list) -> list[object]:  # type: ignore[type-arg]
    """Return level and id of each heading with those below it, of ours or of Python-Markdown's."""
    found = []
    for each in headings:
        fields = each if isinstance(each, dict) else vars(each)
        found.append((fields["level"], fields["id"], _ids(fields["children"])))
    return found
