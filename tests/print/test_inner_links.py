"""Links inside a document lead where the typesetter itself would have led them."""

import json
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from typing import Any

import pikepdf
import pytest
import typst

from macros.citations.engine import Formatted
from macros.handbook import Handbook
from macros.print.guide import guide_data
from macros.print.inner_links import Goal, names_of_goals, with_goals
from macros.print.typesetting import STANDARD, TEMPLATES, Refused, files, typeset
from macros.print.writing import Writing
from tests.print.conftest import BASE

WHEN = date(2026, 1, 1)
LINK = b"/A<</Type/Action/S/URI/URI(inner:7265662d78)>>/F 4/StructParent 3/Contents(inner:7265662d78)>>"
"""A link to ref-x, as it comes from the typesetter."""
FILE = (
    b"1 0 obj\n<</Type/Pages/Count 2/Kids[8 0 R 9 0 R]>>\nendobj\n" + LINK + b"\n"
    b"8 0 obj\n<</Type/Page/Resources 2 0 R/MediaBox[0 0 595 842]>>\nendobj\n"
    b"9 0 obj\n<</Type/Page/Resources 2 0 R/MediaBox[0 0 842 595]>>\nendobj\n"
)


@pytest.mark.parametrize("edition", ["participant", "facilitator"])
def test_every_link_leads_where_a_link_to_a_label_leads(edition: str, handbook: Handbook, formatted: Formatted) -> None:
    guide = handbook.all("guides")[0]
    data = json.dumps(guide_data(Writing(handbook, formatted, BASE), guide, edition))
    ours, theirs = list(_led(typeset("guide", data, WHEN))), list(_led(_by_labels(data)))
    assert len(ours) == len(theirs) > 50
    for one, other in zip(ours, theirs, strict=True):
        assert one == pytest.approx(other, abs=0.1)


def _by_labels(data: str) -> bytes:
    """Return a guide whose links inside are the typesetter's own."""
    project = files("guide", data)
    inner = b'link("inner:" + array(bytes(name)).map(byte => str(byte, base: 16)).join(), words)'
    assert inner in project["tree.typ"]
    project |= {"tree.typ": project["tree.typ"].replace(inner, b"link(label(name), words)")}
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[TEMPLATES / "fonts"])
    made = typst.compile(project, font_paths=fonts, pdf_standards=[STANDARD])
    assert isinstance(made, bytes)
    return made


def _led(content: bytes) -> Iterator[tuple[int, float, float]]:
    """Yield page, left and bottom of the goal of each link inside a document, in order; other links lead to page 0."""
    with pikepdf.open(BytesIO(content)) as pdf:
        numbers = {page.objgen: number for number, page in enumerate(pdf.pages, start=1)}
        named = pikepdf.NameTree(pdf.Root.Names.Dests)
        for page in pdf.pages:
            for note in page.get("/Annots", []):
                goal: Any = note.get("/Dest")
                goal = named[str(goal)] if isinstance(goal, pikepdf.String) else goal
                goal = goal.D if isinstance(goal, pikepdf.Dictionary) else goal
                yield (numbers[goal[0].objgen], float(goal[2]), float(goal[3])) if goal is not None else (0, 0.0, 0.0)


def test_a_link_takes_as_many_bytes_as_before_and_says_its_page() -> None:
    done = with_goals(FILE, {"ref-x": Goal(2, 65.2, 100)})
    assert len(done) == len(FILE)
    assert b"/Dest[9 0 R/XYZ 65.20 505.00 0]/F 4/StructParent 3/Contents(page 2)>>" in done


def test_a_goal_at_the_upper_edge_shows_the_page_from_there() -> None:
    assert b"/XYZ 65.20 842.00 0]" in with_goals(FILE, {"ref-x": Goal(1, 65.2, 4)})


def test_the_names_of_goals_are_those_of_labels() -> None:
    assert names_of_goals(FILE + LINK) == ["ref-x"]


def test_a_label_that_is_not_there_is_refused(handbook: Handbook, formatted: Formatted) -> None:
    data = guide_data(Writing(handbook, formatted, BASE), handbook.all("guides")[0], "participant")
    link = {"kind": "link", "label": "ref-nobody", "runs": [{"kind": "text", "text": "Nobody"}]}
    summary = [{"kind": "paragraph", "runs": [link]}]
    with pytest.raises(Refused, match="ref-nobody"):
        typeset("guide", json.dumps({**data, "summary": summary}), WHEN)


def test_a_link_that_is_written_in_another_way_is_not_passed_over() -> None:
    with pytest.raises(ValueError, match="writes links in another way"):
        with_goals(FILE.replace(b"/F 4", b"/F 5"), {})


def test_words_that_look_like_such_a_link_are_left_alone() -> None:
    words = FILE + b"<</Title(Two circles \\(inner: outer\\))>>"
    assert with_goals(words, {"ref-x": Goal(1, 65.2, 100)}).endswith(b"(inner: outer\\))>>")


def test_a_link_without_room_is_not_cut() -> None:
    crowded = FILE.replace(b"8 0", b"8" * 40 + b" 0")
    with pytest.raises(ValueError, match="no room for a link to ref-x"):
        with_goals(crowded, {"ref-x": Goal(1, 100, 100)})
