"""HTML fields become trees without markup."""

import pytest

from macros.print.tree import blocks_of, runs_of, text_of


def _text(words: str) -> dict[str, str]:
    return {"kind": "text", "text": words}


@pytest.mark.parametrize(
    ("html", "blocks"),
    [
        ("<p>Plain &amp; short.</p>", [{"kind": "paragraph", "runs": [_text("Plain & short.")]}]),
        ("Bare words", [{"kind": "paragraph", "runs": [_text("Bare words")]}]),
        ("<p>Two\nlines.</p>", [{"kind": "paragraph", "runs": [_text("Two lines.")]}]),
        ("Bare &amp; short", [{"kind": "paragraph", "runs": [_text("Bare & short")]}]),
        ("<p>One.</p>\n<p>Two.</p>", [{"kind": "paragraph", "runs": [_text(word)]} for word in ("One.", "Two.")]),
        ("<p></p>", [{"kind": "paragraph", "runs": []}]),
        (" \n", []),
        (
            "<ul>\n<li>one</li>\n<li><p>two</p></li>\n</ul>",
            [
                {
                    "kind": "list",
                    "ordered": False,
                    "items": [
                        [{"kind": "paragraph", "runs": [_text("one")]}],
                        [{"kind": "paragraph", "runs": [_text("two")]}],
                    ],
                }
            ],
        ),
        (
            '<p>#strong[<em>x</em>] $y$ \\ "z"</p>',
            [
                {
                    "kind": "paragraph",
                    "runs": [_text("#strong["), {"kind": "em", "runs": [_text("x")]}, _text('] $y$ \\ "z"')],
                }
            ],
        ),
    ],
)
def test_blocks(html: str, blocks: list[dict[str, object]]) -> None:
    assert blocks_of(html) == blocks


def test_a_link_within_the_page_becomes_a_place_and_another_an_address() -> None:
    inner, outer = runs_of('<a href="#ref-x">A</a><a href="https://b.example/">B</a>')
    assert (inner["label"], outer["to"]) == ("ref-x", "https://b.example/")


def test_a_grade_is_said_in_words() -> None:
    html = '<a href="#claim-x"><span class="hb-grade hb-grade--low"><span class="hb-grade__bar"></span>low</span></a>'
    (link,) = runs_of(html)
    assert link["runs"] == [{"kind": "grade", "runs": [_text("low")]}]
    assert text_of([link]) == "[how sure: low]"
