"""The bibliography page: every work, the pages that cite it, and plain lists for what the filter does."""

from pathlib import Path

import pytest

from macros.handbook import Handbook
from macros.prose import Prose, format_site
from macros.views.bibliography import SHOWN, Listed, Way, bibliography
from macros.views.sheet import Sheet

TEMPLATES = Path(__file__).parents[2] / "macros" / "templates" / "index"
TEMPLATE = next(name for name in ("bibliography.md.jinja", "studies.md.jinja") if (TEMPLATES / name).exists())


@pytest.fixture(scope="session")
def sheet(small_handbook: Handbook) -> Sheet:
    formatted = format_site(small_handbook, "apa", None)
    return Sheet(small_handbook, Prose(small_handbook, formatted, lambda address: address))


def _works(sheet: Sheet) -> tuple[Listed, ...]:
    return bibliography(sheet)["works"]  # type: ignore[return-value]


def _ways(sheet: Sheet) -> dict[str, Way]:
    return {way.name: way for way in bibliography(sheet)["ways"]}  # type: ignore[attr-defined]


def test_every_work_is_listed_in_the_order_of_the_style(sheet: Sheet) -> None:
    assert [work.key for work in _works(sheet)] == [*sheet.prose.formatted.entries]


def test_a_work_bears_on_a_pillar_when_a_claim_that_rests_on_it_does(sheet: Sheet) -> None:
    for work in _works(sheet):
        claims = [one for one in sheet.handbook.all("claims") if work.key in {link.source for link in one.evidence}]
        assert set(work.pillars) == {pillar for claim in claims for pillar in claim.pillars}
        assert set(work.legs) == {leg for claim in claims for leg in claim.legs}


def test_each_plain_list_holds_what_the_filter_would_show(sheet: Sheet) -> None:
    ways = _ways(sheet)
    assert set(ways) >= {"design", "year"}
    for name, way in ways.items():
        for group in way.groups:
            for work in group.works:
                own = work.study.design if name == "design" and work.study else getattr(work, name)
                assert group.value == own or group.value in own


def test_every_work_stands_under_its_year(sheet: Sheet) -> None:
    listed = [work.key for group in _ways(sheet)["year"].groups for work in group.works]
    assert sorted(listed) == sorted(work.key for work in _works(sheet))


def test_pages_that_cite_a_work_are_folded_after_five(sheet: Sheet) -> None:
    work = _works(sheet)[0]
    many = Listed(work.key, work.study, work.year, tuple((f"Page {n}", f"/p{n}/") for n in range(8)), (), ())
    body = sheet.write(
        f"index/{TEMPLATE}", title="Sources", folder="studies", works=[many], ways=[], filters=[], shown=SHOWN
    )
    before, folded = body.split("<summary>3 more</summary>")
    assert before.count('href="/p') == 5
    assert folded.count('href="/p') == 3


def test_the_form_is_hidden_until_its_script_shows_it(sheet: Sheet) -> None:
    body = sheet.write(f"index/{TEMPLATE}", title="Sources", folder="studies", **bibliography(sheet))
    assert '<form class="hb-filter" hidden data-filters="works-list"' in body
    assert 'id="works-list"' in body
