"""What a Markdown text holds beside words: links, images, headings and raw HTML, each with its place in the text."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal

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


def _remembering(rule: Any) -> Any:
    """Return an inline rule that notes on its first token where in the inline text it matched."""

    def remember(state: Any, silent: bool) -> bool:
        start, count = state.pos, len(state.tokens)
        matched = bool(rule(state, silent))
        if matched and not silent and len(state.tokens) > count:
            pushed = next((token for token in state.tokens[count:] if token.type != "text"), None)
            if pushed is not None:
                pushed.meta.setdefault("span", (start, state.pos))
        return matched

    return remember


def _reader() -> MarkdownIt:
    reader = MarkdownIt("commonmark", {"html": True, "maxNesting": 50}).disable("code")
    reader.validateLink = lambda url: True  # type: ignore[method-assign]
    reader.normalizeLink = lambda url: url  # type: ignore[method-assign]
    for rule in reader.inline.ruler.__rules__:
        if rule.name in ("link", "image", "autolink", "html_inline"):
            reader.inline.ruler.at(rule.name, _remembering(rule.fn))
    return reader


_READER = _reader()
MOST_BRACKETS = 1000
"""Opening brackets that one text may have: reading them costs the square of their number."""
LONGEST = 40_000
"""Characters of one text or page that are read, thirty times what the handbook's longest text has."""
_UNDERLINE = re.compile(r"^[ ]{0,3}(=+|-+)[ ]*$", re.MULTILINE)
"""Makes the line above it a heading."""
_STRUCTURED = (
    re.compile(r"[\\`<#~\x00\x0b\x0c\r\x1c-\x1f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]"),
    re.compile(r"\n[ \t]*[-+*_=>\d]"),
    re.compile(r"!\[|\]:"),
)
"""What may make a text, with an end of line before it, other than paragraphs of words, emphasis and plain links."""
_LINK = re.compile(r"\[(?P<words>[^\[\]\n*_&]*)\]\((?P<target>[^\s()>&\x00-\x20\x7f]*)\)")
"""A plain link of such paragraphs, which is one whatever stands around it: nearly all texts hold no others, and to find
these so takes a fiftieth of the time that the reader takes. Tests hold that it says the same."""
_DESTINATION = re.compile(r"\]\(\s*<?")


def elements(text: str) -> tuple[Element, ...]:
    """Return the elements of a Markdown text in reading order; offsets count characters of the text."""
    marked = "](" in text or "]:" in text or "<" in text or "#" in text or ("\n" in text and _UNDERLINE.search(text))
    return _elements(text) if marked and len(text) <= LONGEST and text.count("[") <= MOST_BRACKETS else ()


@lru_cache(maxsize=1 << 16)
def _elements(text: str) -> tuple[Element, ...]:
    return _plain_links(text) or tuple(_found(text))


def _plain_links(text: str) -> tuple[Element, ...]:
    """Return the links of a text that holds nothing but paragraphs with plain links; none of any other text."""
    below = f"\n{text}"
    if any(signs.search(below) for signs in _STRUCTURED):
        return ()
    links = tuple(_LINK.finditer(text))
    if len(links) < text.count("]("):
        return ()
    return tuple(_link(*link.span("target"), link["target"], link["words"]) for link in links)


def _link(start: int, end: int, target: str, words: str) -> Element:
    return Element("link", start, max(1, end - start), target, " ".join(words.split()))


def _found(text: str) -> Iterator[Element]:
    lines = text.split("\n")
    starts = [0]
    for each in lines:
        starts.append(starts[-1] + len(each) + 1)
    tokens = _READER.parse(text)
    for number, token in enumerate(tokens):
        line = token.map[0] if token.map else 0
        if token.type == "html_block":
            tag = token.content.strip().split("\n")[0]
            yield Element("html", starts[line] + max(0, lines[line].find(tag)), max(1, len(tag)), tag)
        elif token.type == "heading_open":
            words = _words(tokens[number + 1].children or [])
            yield Element("heading", starts[line], max(1, len(lines[line])), words=words, level=int(token.tag[1]))
        elif token.type == "inline":
            yield from _inline(text, token, _Lines(token.content, lines, starts, line))


class _Lines:
    """Where each line of an inline text stands in the whole text."""

    def __init__(self, content: str, lines: Sequence[str], starts: Sequence[int], first: int) -> None:
        self._positions: list[int] = []
        self._offsets: list[int] = []
        position = 0
        for number, line in enumerate(content.split("\n"), first):
            at = max(0, lines[number].find(line)) if number < len(lines) else 0
            self._positions.append(position)
            self._offsets.append(starts[min(number, len(starts) - 1)] + at)
            position += len(line) + 1

    def offset(self, position: int) -> int:
        """Return the offset in the whole text of a position in the inline text."""
        line = bisect_right(self._positions, position) - 1
        return self._offsets[line] + position - self._positions[line]


def _inline(text: str, token: Token, lines: _Lines) -> Iterator[Element]:
    children = token.children or []
    for number, child in enumerate(children):
        start, end = child.meta.get("span", (0, 0))
        raw = token.content[start:end]
        if child.type == "html_inline":
            tag = child.content.split("\n")[0]
            yield Element("html", lines.offset(start), max(1, len(tag)), tag)
        elif child.type == "link_open":
            target = str(child.attrs.get("href", ""))
            words = _words(children[number + 1 :], until="link_close")
            yield Element("link", *_place(text, raw, start, target, lines), target, words)
        elif child.type == "image":
            target = str(child.attrs.get("src", ""))
            yield Element("image", *_place(text, raw, start, target, lines), target, child.content)


def _place(text: str, raw: str, start: int, target: str, lines: _Lines) -> tuple[int, int]:
    """Return offset and length of a link's target as written; of its definition where it stands elsewhere."""
    opened = [match.end() for match in _DESTINATION.finditer(raw)]
    if opened:
        written = re.match(r"[^\s<>]*", raw[opened[-1] :].removesuffix(")"))
        return lines.offset(start + opened[-1]), max(1, len(written[0]) if written else 1)
    if raw.startswith("<"):
        return lines.offset(start + 1), max(1, len(target))
    defined = text.find(f"]: {target}")
    return (defined + 3, max(1, len(target))) if defined >= 0 else (lines.offset(start), max(1, len(raw)))


def _words(tokens: Sequence[Token], until: str = "") -> str:
    words = []
    for token in tokens:
        if token.type == until:
            break
        words.append(token.content if token.type in ("text", "code_inline", "image") else " ")
    return " ".join("".join(words).split())
