"""Markdown and citations as people, and people who mean harm, write them: strategies for texts."""

from collections.abc import Sequence
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

KEYS = ("ash2001invented", "cedar2005invented", "dogwood2010invented", "nobody1999", "{ash2001invented}", "{}", "a/b:c")
CLAIMS = ("plain-claim", "borrowed-claim", "borrowed-claim:value", "plain-claim:value", "borrowed-claim:grade", "x", "")
LETTERS = ("é", "🫖", "ש", "\u0301", "²", "ß", "İ", "ﬁ", "\u00a0", "\u202f", "\u200b", "\u200d", "\u202e", "\ufeff",
           "\u2028", "\u0085", "\x07", "\x00", "\ud800", "\ufffe", "\ue000", "\ue0000\ue001", "\ue00099\ue001",
           "\uf0000\uf001", "&#xe000;7&#xe001;", "\U0010ffff", "\U000e0041", "“", "’", "—", "\\", "\t")  # fmt: skip
WORDS = (
    "tea", "Talk ", "a", " ", " ", "\n", "\n\n", "  \n", "30 percent of teachers said so. ", "d = 0.4 ", "raises ",
    "the most effective strategy ", "research shows ", "Ms. ", "e.g. ", "3 out of 4 teachers ", "STX ", "wzxhzdk:0",
)  # fmt: skip
MARKS = (
    "*", "**", "_", "__", "`", "``", "```\n", "~~~\n", "> ", "- ", "1. ", "# ", "### ", "    ", "\t", "---\n",
    "===\n", "| a | b |\n|--|:-:|\n| c | d |\n", ": ", "[", "]", "(", ")", "!", "<", ">", "&", "&amp;", "&#60;",
    "&#106;", "&lt;", "&colon;", "\\<", "\\[", "\\`", "\\@", "{", "}", "{ #x }", "{: onclick=x }", "{ .a }", "^", "~",
    "[^1]", "[^1]: ", "*[tea]: ", "=== ", "!!! ", "??? ", "```python title=\"<b>\"\n", "``` { .x onclick=y }\n",
)  # fmt: skip
LINKS = (
    "[a](/strategies/tea-first.md)", "[a](/about/people.md#the-editors)", "<https://example.org/>", "[a]: /x\n",
    "[a](https://example.org/?a=1&b=\"2\")", "[a](mailto:a@b.org)", "![cup](/assets/cup.png)", "![](/assets/cup.png)",
    "[a](javascript:alert(1))", "[a](JaVa&#x0a;Script:x)", "[a](<java\tscript:x>)", "[a][b]", "[b]: javascript:x\n",
    "[a](data:text/html,x)", "[a](//example.org)", "[a](\\\\example.org)", "<javascript:x>",
    "[a](/strategies/../x.md)", "[a](https://example.org \"title\" onclick=x)", "[a]( javascript:x )",
    "[b]: <javascript:x> 'y'\n", "![a](/assets/cup.png \"b\\\" onload=x\")", "[a](vbscript:x)",
    "[*a*](/terms/tea.md)", "[[a]](/terms/tea.md)", "[a]: javascript:x\n  'y'\n", "![a][b]", "[a](&#106;avascript:x)",
    "<a@b.org>", "<A:B@c>",
)  # fmt: skip
HTML = (
    "<script>x</script>", "<b>", "</b>", "<img src=x onerror=y>", "<!--", "-->", "<!-- x -->", "<?php ?>",
    "<![CDATA[", "<svg/onload=x>", "<div markdown=1>", "</div>", "<a href=javascript:x>", "<SCRIPT\n>", "< script>",
    "<style>", "<iframe src=x>", "<details open ontoggle=x>", "&lt;script&gt;", "\\<script>", "<x-y>", "</p>",
    "</title><script>", "<p title=\"`\" onclick=x>", "\"><script>", "<br/>", "<math>", "]]>", "<!DOCTYPE x>",
    "<\u200bscript>",
)  # fmt: skip
CITES = (
    "p. 3", "pp. 3-9", "chap. 2", "p 3", "3", "see ", ", ", "; ", "-", "@", "[", "]", "{", "}", "also *so*", "\\]",
    "§§ 4--6", "{page 3}", "sub verbo x", "i.v.", "xlii", "fig. 2a", "\n", "“x”", "&", "<i>", "`", " ", "p.\u00a03",
    "99" * 9,
)  # fmt: skip
HEAVY = (
    "[", "]", "[=x] ", "[@a; ", "@a ", "[a](", "[a](/x) ", "![a](", "*a _b ", "**", "_ ", "` `` ", "<a ", "<!-- ",
    "> ", "&amp;", "\\[", "- ", "a-", "{{ ", "{", "a. ", "a@", "::", "| ", "0.", "the ", "\u0301", "tea. Tea ", "1. ",
    "\n\n", "~~~", "<div>", "\t", "[^1]: ", "(", "the most ", "half of ", "3 percent of ", "effects 0 ", "“",
)  # fmt: skip


def any_of(values: Sequence[Any]) -> SearchStrategy[Any]:
    """Return one of many values, which no report has to list."""
    return st.integers(0, len(values) - 1).map(values.__getitem__)


def soup(*bowls: tuple[str, ...], most: int = 12) -> SearchStrategy[str]:
    """Return texts put together from scraps."""
    scraps = st.sampled_from([scrap for bowl in bowls for scrap in bowl])
    return st.lists(scraps, min_size=1, max_size=most).map("".join)


def heavy(scraps: tuple[str, ...] = HEAVY) -> SearchStrategy[str]:
    """Return long texts of one scrap, which are slow to read where a reader is careless."""
    return st.builds(
        lambda scrap, size: scrap * (size // len(scrap)), st.sampled_from(scraps), st.sampled_from([500, 20_000])
    )


def seldom(rare: SearchStrategy[str], usual: SearchStrategy[str]) -> SearchStrategy[str]:
    """Return texts of the usual kind, and one in a hundred of the rare."""
    return st.integers(0, 99).flatmap(lambda number: rare if number == 67 else usual)


CITED = st.one_of(
    st.builds(
        lambda before, minus, key, after: f"[{before}{minus}@{key}{after}]",
        soup(CITES, most=2) | st.just(""),
        st.sampled_from(["", "", "-"]),
        st.sampled_from(KEYS),
        st.just("") | st.builds(", {}".format, soup(CITES, most=3)),
    ),
    st.builds("@{} [{}]".format, st.sampled_from(KEYS), soup(CITES, most=3)),
    st.builds("[=%s]".__mod__, st.sampled_from(CLAIMS)),
    st.builds("[@{}; @{}; {}]".format, st.sampled_from(KEYS), st.sampled_from(KEYS), soup(CITES, KEYS, most=4)),
    soup(CITES, KEYS, ("@", "[@", "[=", "]"), most=8),
)
"""Citations and claim marks, most of them whole."""
CITATIONS = seldom(
    heavy(
        ("[@a; ", "[", "@a [", "[=x:y] ", "[@ash2001invented, p. 3] ", "{", "-@a", "[see @a, ", "@{", "p. 3, ", ";@a")
    ),
    st.lists(st.one_of(CITED, CITED, soup(WORDS, most=3), soup(LETTERS, MARKS, most=2)), min_size=1, max_size=6).map(
        "".join
    ),
)
MARKDOWN = seldom(
    heavy(),
    st.one_of(
        soup(WORDS, MARKS),
        soup(WORDS, LINKS, MARKS),
        soup(WORDS, LINKS),
        soup(WORDS, HTML, MARKS),
        soup(WORDS, LINKS, HTML, LETTERS, MARKS),
        st.builds(str.__add__, soup(LINKS, MARKS, WORDS), CITED),
        st.text(max_size=40),
    ),
)
