"""Every page of the built site is valid HTML and holds what readers who listen need."""

from collections import Counter
from collections.abc import Callable, Iterator

import pytest

from tests.audit.npm import Missing
from tests.audit.nu import html_errors
from tests.audit.site import SITE, pages
from tests.audit.structure import RULES, Markup, read

pytestmark = pytest.mark.site


@pytest.fixture(scope="module")
def site() -> list[Markup]:
    return [read(page, SITE) for page in pages()]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_every_page_keeps_the_rule(site: list[Markup], rule: Callable[[Markup], Iterator[str]]) -> None:
    found = [f"{page.page}: {what}" for page in site for what in rule(page)]
    assert not found, "\n".join(found)


def test_no_two_pages_have_the_same_title(site: list[Markup]) -> None:
    titles = Counter(page.tree.findtext(".//title") for page in site)
    assert [title for title, count in titles.items() if count > 1] == []


def test_no_page_names_the_one_before_or_after_it_in_its_head(site: list[Markup]) -> None:
    """The theme's script would act on single keys there (WCAG 2.1.4)."""
    assert [page.page for page in site if page.all("//link[@rel='prev' or @rel='next']")] == []


def test_every_page_is_valid_html() -> None:
    try:
        found = html_errors(SITE)
    except Missing as reason:
        pytest.skip(f"the HTML checker cannot run: {reason}")
    assert not found, "\n".join(found)
