"""Authored pages: front matter, macro calls, Jinja, and Markdown as Python-Markdown reads it."""

from collections.abc import Callable, Mapping
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from macros.page_macros import PAGE_MACROS
from tests.fuzz.texts import CITED, HTML, LETTERS, LINKS, MARKS, WORDS, heavy, seldom, soup
from tests.fuzz.tree import Input

Draw = Callable[[SearchStrategy[Any]], Any]

FILES = ("docs/index.md", "docs/about/people.md")
CALLS = (
    *(f"{{{{ {name}() }}}}\n" for name in sorted(PAGE_MACROS)), '{{ cards("strategies") }}\n',
    '{{ card("terms", "tea") }}\n', '{{ cite("ash2001invented") }}',
    '{{ cards("claims", pillar="relationship-builder") }}\n', '{{ reading_path("one-cup") }}\n',
    '{{ listing("terms") }}\n', "{{ cards('x') }}\n", '{{ card("terms", id="tea") }}\n',
    '{{ cards(collection="terms", "x") }}\n',
)  # fmt: skip
JINJA = (
    "{{", "}}", "{%", "%}", "{#", "#}", "{{ config }}", "{{ ''.__class__ }}", "{% include 'x' %}", "{% raw %}",
    "{% endraw %}", "{{ 7*7 }}", "{{ cards }}", "{{ stool()|safe }}", "{{ stool().x }}", "{% set x = 1 %}",
    "{{- stool() -}}", "{%- if 1 %}", "{{ cite(1) }}", "{{ cite(*x) }}", "{{ stool(**x) }}",
    '{{ card("terms", "te" "a") }}', "{{ stool( }}", "{{ \"}}\" }}", "{{ {} }}", "{{ [] }}", "{{ x",
    "{{ stool() }} x", "{#- -#}", "{{ page.meta }}", "{{ stool\n() }}", "{% macro x() %}", "\\{{", "{{'a'}}",
    "# line\n", "{{ cite(key='ash2001invented') }}",
)  # fmt: skip
HEADS = (
    "---\n", "---\n", "---\n", "--- \n", "...\n", "title: A page\n", "title: </title><script>\n", "title: [a]\n",
    "title: {a: b}\n", "title: 1\n", "description: '\"><script>'\n", "description: A \"quoted\" word\n",
    "template: x.html\n", "hide:\n  - toc\n", "# a heading <b>\n", "title: '{{ x }}'\n", "hb_head: <script>\n",
    "title:\n", "title: &a b\n", "x: *a\n", "title: !!python/name:os.system\n", "- a\n", "a: b: c\n", "\n", "\t",
    "title: |\n  a\n  b\n", "search:\n  exclude: true\n", "date: 2026-11-21\n", "title: 2026-11-21\n", "tags: x\n",
    "render_macros: false\n", "status: x\n",
)  # fmt: skip
BLOCKS = (
    "\n# A title\n\n", "\n## A heading { #x }\n\n", "\n### Three\n\n", "\n- a\n- b\n\n", "\n1. a\n\n    b\n\n",
    "\n> a\n\n", "\n```\na\n```\n\n", "\n    code <b>\n\n", "\na\n:   b\n\n", "\n| a | b |\n|---|--:|\n| c | d |\n\n",
    "\n[a]: /terms/tea.md\n\n", "\n\n", "\n## [a](/terms/tea.md)\n\n", "\n## *a* `b`\n\n", "\n- ## x\n",
    "\n```{ .python onclick=x }\na\n```\n", "\n~~~ html\n<b>\n~~~\n", "\n  <b>\n", "\n*[a]: b\n",
    "\n```mermaid\nx\n```\n", "\n    [a](javascript:x)\n\n", "\n- a\n\n        <script>\n",
    "\n1. ```\n   <b>\n   ```\n", "\n> ```\n> <b>\n", "\n`a\n\nb` <i>\n", "\n\\# a\n", "\n[a]: javascript:x\n\n",
    "\nx\n=\n", "\n<!-- a\n", "\n![a]\n\n[a]: javascript:x\n",
)  # fmt: skip


def inputs(sound: Mapping[str, str]) -> SearchStrategy[Input]:
    """Return inputs for the authored pages; `sound` holds their texts by name."""
    head = st.one_of(st.just("---\ntitle: A page\n---\n\n# A page\n\n"), soup(HEADS, most=6), st.just(""))
    light = st.lists(
        st.one_of(
            soup(WORDS, BLOCKS, most=4),
            soup(CALLS, BLOCKS, most=3),
            CITED,
            soup(LINKS, MARKS, WORDS, most=5),
            soup(JINJA, LETTERS, HTML, MARKS, most=2),
        ),
        min_size=1,
        max_size=6,
    ).map("".join)
    calm = st.lists(
        soup(WORDS, BLOCKS, CALLS[-9:-4], most=4) | CITED | soup(LINKS, WORDS, most=2), min_size=1, max_size=5
    ).map("".join)
    scraps = (
        "{{ ",
        "{{ x() }}\n",
        "{% ",
        "{#",
        "}}",
        '{{ "',
        "---\n",
        "- ",
        "> ",
        "[a](",
        "    ",
        "# ",
        "| a ",
        "``",
        "*",
        "<a ",
        "[a]: b\n",
        "1. ",
        ":   ",
        "&#",
        "<!-- ",
    )
    pages = st.builds(str.__add__, head, seldom(heavy(scraps), light | calm))
    return st.one_of(
        st.builds(lambda file, text: Input(file, text.encode("utf-8", "surrogatepass")), st.sampled_from(FILES), pages),
        st.builds(lambda file, text: Input(file, text.encode("utf-8", "surrogatepass")), st.sampled_from(FILES), pages),
        st.builds(Input, st.sampled_from(FILES), st.binary(max_size=200)),
        _changed({file: sound[file] for file in FILES}),
    )


@st.composite
def _changed(draw: Draw, sound: Mapping[str, str]) -> Input:
    file = draw(st.sampled_from(FILES))
    text = sound[file]
    for _ in range(draw(st.integers(1, 3))):
        at, out = draw(st.integers(0, len(text))), draw(st.integers(0, 8))
        text = text[:at] + draw(st.sampled_from([*JINJA, *HTML, *LETTERS, *MARKS, *LINKS, "", ""])) + text[at + out :]
    return Input(file, text.encode("utf-8", "surrogatepass"))
