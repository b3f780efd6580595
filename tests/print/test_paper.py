"""One document on two papers: the same words at the same places, on pages of the same number, cut differently."""

from pathlib import Path

import pikepdf
import pytest

from macros.print.paper import cut
from macros.print.printing import Printed

LETTER, A4 = (612, 792), (595, 842)
INCH = 72


def _edges(path: Path) -> list[list[float]]:
    with pikepdf.open(path) as pdf:
        return [[float(edge) for edge in page.mediabox.as_list()] for page in pdf.pages]


def _sizes(path: Path) -> set[tuple[int, ...]]:
    """Return the sizes of the pages, upright."""
    return {tuple(sorted((round(right - left), round(top - low)))) for left, low, right, top in _edges(path)}


def _on_a4(printed: tuple[Printed, ...], one: Printed) -> Printed:
    wanted = (one.guide_id, one.edition, "a4")
    (found,) = (each for each in printed if (each.guide_id, each.edition, each.paper) == wanted)
    return found


def test_each_guide_has_the_size_that_its_name_says(printed: tuple[Printed, ...]) -> None:
    for one in printed:
        assert _sizes(one.path) == {LETTER if one.paper == "letter" else A4}, one.path.name


def test_both_papers_have_the_same_pages_and_differ_in_their_edges_alone(printed: tuple[Printed, ...]) -> None:
    for one in printed:
        on_a4 = _on_a4(printed, one)
        assert one.pages == on_a4.pages
        assert cut(on_a4.path.read_bytes(), one.paper) == one.path.read_bytes()


def test_a_page_is_cut_around_its_middle(printed: tuple[Printed, ...]) -> None:
    for one in printed:
        for (left, low, right, top), old in zip(_edges(one.path), _edges(_on_a4(printed, one).path), strict=True):
            assert left + right == pytest.approx(old[2], abs=0.2)
            assert low + top == pytest.approx(old[3], abs=0.2)


def test_nothing_is_lost_over_the_edge(printed: tuple[Printed, ...]) -> None:
    for one in printed:
        if one.paper != "letter":
            continue
        with pikepdf.open(one.path) as pdf:
            for page in pdf.pages:
                left, low, right, top = (float(edge) for edge in page.mediabox.as_list())
                for link in page.get("/Annots", ()):
                    x1, y1, x2, y2 = (float(edge) for edge in link.Rect.as_list())
                    assert left + INCH / 4 <= x1 < x2 <= right - INCH / 4, one.path.name
                    assert low + INCH / 4 <= y1 < y2 <= top - INCH / 4, one.path.name


def test_a_page_whose_edges_take_more_room_than_there_is_says_so() -> None:
    with pytest.raises(ValueError, match="cannot be cut"):
        cut(b"/MediaBox[0 0 595 842]", "letter")
