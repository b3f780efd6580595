"""Links are found alike by one pattern and by the reader of Markdown."""

from hypothesis import given
from hypothesis import strategies as st

from macros.markup import _found, elements

_LINKS = (
    "[two words](/claims/x.md)",
    "[a](b#c)",
    "[](/x)",
    "[x]()",
    "[a](b>c)",
    "![a](b)",
    '[a](b "c")',
    "[a [b](c) d](e)",
    "<a>",
)
_PIECES = (
    *_LINKS,
    "[@key, p. 3]",
    "[=claim]",
    "\n",
    "\n\n",
    "- ",
    "1. ",
    "> ",
    "    ",
    "***",
    "---",
    "===",
    "`",
    "```",
)
_SIGNS = "ab1 \t\n\x0b\xa0\u2028[](){}<>!*_&;#:.\\~=-+`'\"@^|/?"
_TEXTS = st.lists(st.sampled_from(_PIECES) | st.text(_SIGNS, max_size=4), max_size=10).map("".join)


@given(_TEXTS)
def test_a_text_holds_what_the_reader_finds_in_it(text: str) -> None:
    assert elements(text) == tuple(_found(text))


@given(st.lists(st.sampled_from(_LINKS[:2]) | st.text("ab.,; \n\t[]()*_&'", max_size=4), max_size=10).map("".join))
def test_so_does_a_text_of_words_and_links(text: str) -> None:
    assert elements(text) == tuple(_found(text))
