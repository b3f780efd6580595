"""Pandoc's inline elements: made from a prefix's or suffix's Markdown, printed as safe HTML and as text."""

import re
from collections.abc import Iterable, Iterator
from html import escape
from typing import Any

Inline = dict[str, Any]
"""One element of pandoc's JSON: `{"t": kind, "c": content}`."""

_TAGS = {
    "Emph": "i",
    "Strong": "b",
    "Superscript": "sup",
    "Subscript": "sub",
    "Underline": "u",
}
_QUOTES = {"DoubleQuote": ("“", "”"), "SingleQuote": ("‘", "’")}
_ADDRESS = re.compile(r"https?://[^\s/:]+(?::\d+)?(?:[/?#]|$)")
_MARKUP = re.compile(r"\\(?P<escaped>[!-/:-@\[-`{-~])|(?P<star>\*\*?|(?<!\w)__?(?=\w)|(?<=\w)__?(?!\w))|(?P<space>\s+)")


def inlines_of(markdown: str) -> list[Inline]:
    """Read the Markdown of a prefix or suffix: emphasis, escapes, and typographic quotes and dashes."""
    root: list[Inline] = []
    stack: list[tuple[str, list[Inline]]] = [("", root)]
    position = 0
    for mark in _MARKUP.finditer(markdown):
        _add_text(stack[-1][1], _typographic(markdown[position : mark.start()], markdown[:position][-1:]))
        position = mark.end()
        if mark["space"]:
            stack[-1][1].append({"t": "Space"})
        elif mark["escaped"]:
            _add_text(stack[-1][1], mark["escaped"])
        else:
            _emphasis(stack, mark["star"])
    _add_text(stack[-1][1], _typographic(markdown[position:], markdown[:position][-1:]))
    while len(stack) > 1:
        _reopen(stack)
    return root


def _emphasis(stack: list[tuple[str, list[Inline]]], mark: str) -> None:
    if stack[-1][0] != mark:
        stack.append((mark, []))
        return
    _, content = stack.pop()
    stack[-1][1].append({"t": "Strong" if len(mark) == 2 else "Emph", "c": content})


def _reopen(stack: list[tuple[str, list[Inline]]]) -> None:
    """An emphasis that never closes is its own mark, printed."""
    mark, content = stack.pop()
    _add_text(stack[-1][1], mark)
    stack[-1][1].extend(content)


def _add_text(content: list[Inline], text: str) -> None:
    if text:
        content.append({"t": "Str", "c": text})


def _typographic(text: str, before: str) -> str:
    """Straight quotes and hyphens to typographic ones, as pandoc's reader does."""
    text = text.replace("---", "—").replace("--", "–").replace("...", "…")
    text = re.sub(r'(^|[(\[—–])"' if not before or before.isspace() else r'([(\[—–])"', r"\1“", text)
    text = re.sub(r"(^|[(\[—–“])'(?=\w)" if not before or before.isspace() else r"([(\[—–“])'(?=\w)", r"\1‘", text)
    return text.replace('"', "”").replace("'", "’")


def html(inlines: Iterable[Inline]) -> str:
    """Print inline elements as HTML: every character escaped, no tag but our own."""
    return "".join(map(_html, inlines))


def text(inlines: Iterable[Inline]) -> str:
    """Print inline elements as plain text."""
    return "".join(map(_text, inlines))


def _html(inline: Inline) -> str:
    kind, content = inline["t"], inline.get("c", [])
    if kind in _TAGS:
        return f"<{_TAGS[kind]}>{html(content)}</{_TAGS[kind]}>"
    if kind == "SmallCaps":
        return f'<span class="small-caps">{html(content)}</span>'
    if kind == "Span":
        return _span(content)
    if kind == "Link":
        return _link(content)
    if children := _children(inline):
        return html(children)
    return escape(_leaf(inline), quote=False)


def _span(content: Any) -> str:
    return f'<span class="small-caps">{html(content[1])}</span>' if "smallcaps" in content[0][1] else html(content[1])


def _link(content: Any) -> str:
    address = content[2][0]
    if address.startswith("#ref-"):
        key = escape(address[5:])
        return f'<a class="cite" href="#ref-{key}" data-key="{key}">{html(content[1])}</a>'
    if _ADDRESS.match(address):
        return f'<a href="{escape(address)}">{html(content[1])}</a>'
    return html(content[1])


def _text(inline: Inline) -> str:
    if inline["t"] in ("Span", "Link"):
        return text(inline["c"][1])
    if inline["t"] in _TAGS or inline["t"] == "SmallCaps":
        return text(inline["c"])
    children = _children(inline)
    return text(children) if children else _leaf(inline)


def _children(inline: Inline) -> list[Inline]:
    if inline["t"] == "Quoted":
        opening, closing = _QUOTES[inline["c"][0]["t"]]
        return [{"t": "Str", "c": opening}, *inline["c"][1], {"t": "Str", "c": closing}]
    return inline["c"] if inline["t"] == "Strikeout" else []


def _leaf(inline: Inline) -> str:
    content = inline.get("c", " ")
    return str(content[-1] if isinstance(content, list) else content)


def strings(inlines: Iterable[Inline]) -> Iterator[Inline]:
    """Yield every text element, at any depth, so that it can be changed in place."""
    for inline in inlines:
        if inline["t"] == "Str":
            yield inline
        elif isinstance(inline.get("c"), list):
            content = inline["c"]
            parts = [content] if _is_inlines(content) else [part for part in content if _is_inlines(part)]
            yield from strings(parts[-1] if parts else ())


def _is_inlines(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(part, dict) for part in value)
