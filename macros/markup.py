"""What a Markdown text holds beside words: links, images, headings and raw HTML, each with its place in the text."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from markdown_it import MarkdownIt
from markdown_it.token import Token

Kind = Literal["html", "link", "image", "heading"]


@dataclass(frozen=True)
class Element:
    """A link or image with its `target`, a heading with its `level`, or a piece of raw HTML."""

    kind: Kind
    offset: int
    length: int
    target: str = ""
    words: str = ""
    level: int = 0


def _reader() -> MarkdownIt:
    reader = MarkdownIt("commonmark", {"html": True, "maxNesting": 50}).disable("code")
    reader.validateLink = lambda url: True  # type: ignore[method-assign]
    reader.normalizeLink = lambda url: url  # type: ignore[method-assign]
    return reader


_READER = _reader()
_WORTH_A_LOOK = re.compile(r"[<\[#]|^[ ]{0,3}(=+|-+)[ ]*$", re.MULTILINE)


@lru_cache(maxsize=4096)
def elements(text: str) -> tuple[Element, ...]:
    """Return the elements of a Markdown text in reading order; offsets count characters of the text."""
    if not _WORTH_A_LOOK.search(text):
        return ()
    return tuple(_elements(text))


def _elements(text: str) -> Iterator[Element]:
    cursor = 0
    tokens = _READER.parse(text)
    starts = [0, *(match.end() for match in re.finditer("\n", text))]
    for number, token in enumerate(tokens):
        if token.map:
            cursor = max(cursor, starts[min(token.map[0], len(starts) - 1)])
        if token.type == "html_block":
            yield _found(text, "html", token.content.strip().split("\n")[0], cursor)
        elif token.type == "heading_open":
            words = _words(tokens[number + 1].children or [])
            end = text.find("\n", cursor)
            length = (end if end >= 0 else len(text)) - cursor
            yield Element("heading", cursor, max(1, length), words=words, level=int(token.tag[1]))
        elif token.type == "inline":
            for element in _inline(text, token.children or [], cursor):
                cursor = max(cursor, element.offset)
                yield element


def _inline(text: str, children: Sequence[Token], cursor: int) -> Iterator[Element]:
    for number, child in enumerate(children):
        element = None
        if child.type == "html_inline":
            element = _found(text, "html", child.content.split("\n")[0], cursor)
        elif child.type == "link_open":
            words = _words(children[number + 1 :], until="link_close")
            element = _found(text, "link", str(child.attrs.get("href", "")), cursor, words)
        elif child.type == "image":
            element = _found(text, "image", str(child.attrs.get("src", "")), cursor, child.content)
        if element:
            cursor = element.offset
            yield element


def _found(text: str, kind: Kind, target: str, cursor: int, words: str = "") -> Element:
    offset = text.find(target, cursor) if target else cursor
    return Element(kind, max(offset, cursor) if offset >= 0 else cursor, max(1, len(target)), target, words)


def _words(tokens: Sequence[Token], until: str = "") -> str:
    words = []
    for token in tokens:
        if token.type == until:
            break
        words.append(token.content if token.type in ("text", "code_inline", "image") else " ")
    return " ".join("".join(words).split())
