"""The layout of a page is kept while nothing in it changes."""

from types import SimpleNamespace
from typing import Any

import pytest

from macros.frame import Frames

LAYOUT = "<title>{}</title><main>{}</main>"


def _page(text: str, **given: Any) -> Any:
    shown = {"meta": {"title": "Tea"}, "title": "Tea", "toc": "Steps - #steps", **given}
    return SimpleNamespace(file=SimpleNamespace(src_uri="tea.md"), content=text, **shown)


def _kept(text: str) -> Frames:
    frames = Frames()
    frames.keep(_page(text), LAYOUT.format("Tea", text))
    return frames


def test_another_text_stands_in_the_same_layout() -> None:
    assert _kept("<p>Green</p>").around(_page("<p>Black</p>")) == LAYOUT.format("Tea", "<p>Black</p>")


@pytest.mark.parametrize("changed", ["meta", "title", "toc"])
def test_what_the_layout_shows_of_a_page_has_it_drawn_again(changed: str) -> None:
    assert _kept("<p>Green</p>").around(_page("<p>Black</p>", **{changed: "Coffee"})) is None


def test_a_text_that_gains_a_heading_has_the_layout_drawn_again() -> None:
    assert _kept("<p>Green</p>").around(_page("<h1>Tea</h1>")) is None


def test_a_page_that_was_never_drawn_has_no_layout() -> None:
    assert Frames().around(_page("<p>Green</p>")) is None


@pytest.mark.parametrize("text", ["", "Tea"])
def test_a_text_whose_place_cannot_be_told_keeps_no_layout(text: str) -> None:
    assert _kept(text).around(_page(text)) is None
