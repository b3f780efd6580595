"""Facts about the pages for a reader who doubts: the evidence map, disputes, gaps and numbers."""

import re

import pytest

from macros.handbook import Handbook
from macros.views.cards import disputes, evidence_map, gaps, numbers
from tests.views.outline import NewProse, outline


@pytest.mark.parametrize("show", [evidence_map, disputes, gaps, numbers])
def test_tags_close_and_headings_stay_in_order_below_a_title(handbook: Handbook, new_prose: NewProse, show) -> None:  # noqa: ANN001
    found = outline("# Title\n\n" + show(handbook, new_prose()))
    assert found.faults == []
    assert set(found.levels) <= {1, 2}


def test_the_evidence_map_has_a_cell_for_each_pillar_and_leg(handbook: Handbook, new_prose: NewProse) -> None:
    table = evidence_map(handbook, new_prose())
    cells = len(handbook.all("pillars")) * len(handbook.all("legs"))
    assert len(set(re.findall(r'<td id="evidence-[a-z-]+"', table))) == cells


def test_a_cell_without_claims_is_shown_as_a_gap(handbook: Handbook, new_prose: NewProse) -> None:
    table = evidence_map(handbook, new_prose())
    cell = table[table.index('id="evidence-visionary-joint-work"') :].split("</td>")[0]
    assert "A gap: no claim here yet" in cell
    assert "Visionary</a> and" in gaps(handbook, new_prose()).partition("{ #empty-places }")[2]


def test_borrowed_evidence_does_not_count_as_studied_among_leaders(handbook: Handbook, new_prose: NewProse) -> None:
    table = evidence_map(handbook, new_prose())
    cell = table[table.index('id="evidence-relationship-builder-joint-work"') :].split("</td>")[0]
    assert "None of 1 studied among leaders" in cell


def test_only_disputed_claims_stand_among_the_disputes_with_both_sides(handbook: Handbook, new_prose: NewProse) -> None:
    page = disputes(handbook, new_prose())
    assert page.count("\n## ") + page.startswith("## ") == 1
    assert page.index("Ash and Birch (2001)") < page.index("Cedar (2005)")
    assert "People talk in schools" not in page


def test_gaps_name_borrowed_claims_and_those_not_read_in_full(handbook: Handbook, new_prose: NewProse) -> None:
    page = gaps(handbook, new_prose())
    for anchor in ("borrowed", "not-read-in-full"):
        section = page.partition(f"{{ #{anchor} }}")[2].partition("\n## ")[0]
        assert "Tea goes with talk" in section
        assert "People talk in schools" not in section


def test_numbers_of_different_kinds_stand_in_different_tables(handbook: Handbook, new_prose: NewProse) -> None:
    page = numbers(handbook, new_prose())
    assert page.count("<table") == 2
    assert "Correlations (r), compared between whole schools" in page
    assert "Months of learning, compared between teachers" in page


def test_numbers_of_one_kind_are_in_alphabetical_order_and_never_by_size(
    handbook: Handbook, new_prose: NewProse
) -> None:
    page = numbers(handbook, new_prose())
    small, large = page.index("Cups of tea with minutes of talk"), page.index("Kettles with visitors")
    assert small < large
    drawing = page[page.index("<svg") : page.index("</svg>")]
    assert drawing.count("<circle") == 1
    assert drawing.count('stroke-linecap="round"') == 1


def test_a_kind_with_a_single_number_is_not_drawn(handbook: Handbook, new_prose: NewProse) -> None:
    assert numbers(handbook, new_prose()).count("<svg") == 1
