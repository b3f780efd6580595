"""Each page that uses the pillars or the legs names the people whose idea they are."""

from pathlib import Path

import pytest
from lxml import html

SITE = Path(__file__).parents[2] / "site"
AUTHORS = ("George Couros", "Allyson Apsey", "Peter DeWitt", "Michael Nelson")


@pytest.mark.site
def test_every_page_credits_the_authors_of_both_frameworks() -> None:
    pages = [path for path in SITE.rglob("index.html") if "http-equiv=\"refresh\"" not in path.read_text("utf-8")]
    assert pages
    for path in pages:
        words = " ".join(html.parse(path).getroot().text_content().split())
        assert [name for name in AUTHORS if name not in words] == [], path.relative_to(SITE)


def test_the_page_of_warning_signs_says_whose_list_it_is() -> None:
    text = (SITE.parent / "docs/stool/warning-signs.md").read_text("utf-8")
    assert "drawn from one practitioner's post about leadership in schools in\nIndia" in text
