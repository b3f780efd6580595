"""Markdown fields as HTML: citations and claims drawn and linked, nothing from content ever taken for markup."""

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.common.utils import escapeHtml
from markdown_it.token import Token
from markupsafe import Markup, escape

from macros.citations.engine import Formatted, format_citations
from macros.citations.scan import Span, spans
from macros.effect_size import converted
from macros.evidence import Grade, supporting
from macros.handbook import Handbook
from macros.issue_forms import ERROR_FORM
from macros.model.claim import Claim, Result
from macros.model.vocabulary import Metric, named_together
from macros.text_rules import cited_keys

_MARK = re.compile("\ue000(\\d+)\ue001")
_PRIVATE = re.compile("[\ue000-\uf8ff]")
_MOST_NAMED = 3
"""A claim in a sentence names so many sources at most; the rest are counted."""


def format_site(handbook: Handbook, style: str, cache: Path | None) -> Formatted:
    """Format every citation of the site, and every one that a claim implies, in one context."""
    works = handbook.bibliography.works
    implied = [_cluster_of(claim) for claim in handbook.entries["claims"].values()]  # type: ignore[arg-type]
    wanted = dict.fromkeys(
        [*handbook.clusters, *implied, *(f"[@{{{key}}}]" for key in works), *(f"@{{{key}}}" for key in works)]
    )
    return format_citations([work.csl for work in works.values()], [*wanted], style, cited_only=False, cache=cache)


def _cluster_of(claim: Claim) -> str:
    keys = [*dict.fromkeys(link.source for link in supporting(claim))]
    return f"[{'; '.join(f'@{{{key}}}' for key in keys[: _named(keys)])}]"


def _named(keys: Collection[str]) -> int:
    """Return how many sources a claim names in a sentence."""
    return len(keys) if len(keys) <= _MOST_NAMED else _MOST_NAMED - 1


@dataclass
class Prose:
    """The texts of one page, and what they cite: `cited` and `claims` fill up in order of first use."""

    handbook: Handbook
    formatted: Formatted
    locate: Callable[[str], str]
    """Turns an address such as /strategies/x.md#steps into a URL relative to the page."""
    issues: str = ""
    """Address at which a reader reports an error; empty where there is none."""
    _cited: dict[str, None] = field(default_factory=dict)
    _claims: dict[str, None] = field(default_factory=dict)

    @property
    def cited(self) -> tuple[str, ...]:
        """The citation keys used on the page so far."""
        return tuple(self._cited)

    @property
    def claims(self) -> tuple[str, ...]:
        """The claims used on the page so far."""
        return tuple(self._claims)

    def href(self, address: str) -> str:
        """Return the URL of a page of the handbook, relative to the current page."""
        return self.locate(address)

    def block(self, text: str) -> Markup:
        """Return a Markdown text as paragraphs and lists."""
        return self._render(text, inline=False)

    def inline(self, text: str) -> Markup:
        """Return a Markdown text without a paragraph around it."""
        return self._render(text, inline=True)

    def cite(self, raw: str) -> Markup:
        """Return one citation, such as [@key, p. 3] or @key."""
        self._cited.update(dict.fromkeys(cited_keys(raw)))
        return Markup(self.formatted.clusters[raw].html)

    def cite_key(self, key: str, narrative: bool = False) -> Markup:
        """Return the plain citation of one work, in parentheses or as part of the sentence."""
        return self.cite(f"@{{{key}}}" if narrative else f"[@{{{key}}}]")

    def reference(self, key: str) -> Markup:
        """Return a work's entry in the reference list."""
        return Markup(self.formatted.entries[key].html)

    def order(self, keys: Collection[str]) -> tuple[str, ...]:
        """Return citation keys in the order of the style's reference list."""
        return tuple(key for key in self.formatted.entries if key in keys)

    def use(self, claim_id: str) -> None:
        """Note that the page uses a claim, so that its card stands at the end."""
        self._claims[claim_id] = None

    def claim_ref(self, claim_id: str) -> Markup:
        """Return what [=id] prints: the sources, then the grade and tags, which open the claim."""
        self.use(claim_id)
        claim: Claim = self.handbook.find("claims", claim_id)
        keys = {link.source for link in supporting(claim)}
        more = len(keys) - _named(keys)
        cites = self.cite(_cluster_of(claim))
        also = f"+{more} " if more else ""
        grade = self.handbook.grade(claim_id)
        inner = escape(also) + grade_badge(grade) + tags(grade)
        return cites + Markup("\u00a0") + _opening(claim.id, claim.title, inner)

    def claim_value(self, claim_id: str) -> Markup:
        """Return what [=id:value] prints: the number of the first source that has one."""
        self.use(claim_id)
        claim: Claim = self.handbook.find("claims", claim_id)
        result = next(link.result for link in claim.evidence if link.result is not None)
        return _opening(claim.id, claim.title, self.value(result))

    def value(self, result: Result) -> Markup:
        """Return a statistic with its metric."""
        return Markup('<span class="hb-value">') + _number(result) + Markup("</span>")

    def with_conversion(self, result: Result) -> Markup:
        """Return a statistic and, for r and d, what it is in the other metric, shown as converted."""
        other = converted(result)
        if other is None:
            return self.value(result)
        words = Markup(' <span class="hb-value hb-value--converted">(converted: {})</span>')
        return self.value(result) + words.format(_number(other))

    def report(self, folder: str, id: str) -> str:
        """Return the address at which a reader reports an error in an entry."""
        asked = f"template={ERROR_FORM}&title=Error+in+{folder}/{id}&where={folder}/{id}"
        return f"{self.issues}/new?{asked}" if self.issues else ""

    def _render(self, text: str, inline: bool) -> Markup:
        drawn = [str(self.draw(span)) for span in spans(text)]
        marks = [f"\ue000{number}\ue001" for number in range(len(drawn))]
        marked = _substituted(_PRIVATE.sub("\ufffd", text), marks, spans(text))
        tokens = _tokens(marked.strip(), inline)
        html = _MARKDOWN.renderer.render(tokens, _MARKDOWN.options, {"drawn": drawn, "locate": self.locate})
        return Markup(_MARK.sub("", html).strip())

    def draw(self, span: Span) -> Markup:
        """Return the HTML of one citation or claim mark."""
        if span.kind != "claim":
            return self.cite(span.raw)
        claim, _, part = span.raw[2:-1].partition(":")
        return self.claim_value(claim) if part else self.claim_ref(claim)


def plain(text: str) -> str:
    """Return the words of a Markdown text on one line, without citations and marks; for descriptions."""
    bare = _substituted(text, ["" for _ in spans(text)])
    words = [
        child.content if child.type in ("text", "code_inline") else " "
        for token in _tokens(bare)
        for child in token.children or [token]
        if child.type in ("text", "code_inline", "softbreak", "paragraph_close")
    ]
    return re.sub(r"\s+([.,;:!?])", r"\1", " ".join("".join(words).split()))


@lru_cache(maxsize=16384)
def _opening(id: str, title: str, words: Markup) -> Markup:
    """Return a link that opens a claim; listened to on its own, it says which. A claim is named on many pages."""
    name = f"{words.striptags()}, claim: {title}"
    link = '<a class="claim-ref" href="#claim-{}" data-claim="{}" aria-label="{}">{}</a>'
    return Markup(link).format(id, id, name, words)


def grade_badge(grade: Grade) -> Markup:
    """Return the visible label of a grade."""
    bar = Markup('<span class="hb-grade__bar" aria-hidden="true"></span>')
    return Markup('<span class="hb-grade hb-grade--{}">{}{}</span>').format(grade.level.value, bar, grade.level.label)


def tags(grade: Grade) -> Markup:
    """Return the visible tags of a grade: borrowed evidence, open dispute."""
    found = Markup("")
    if grade.borrowed:
        groups = named_together(grade.borrowed)
        found += Markup(' <span class="hb-tag hb-tag--borrowed">borrowed from {}</span>').format(groups)
    if grade.disputed:
        found += Markup(' <span class="hb-tag hb-tag--disputed">disputed</span>')
    return found


def _substituted(text: str, values: list[str], found: tuple[Span, ...] | None = None) -> str:
    parts, last = [], 0
    for span, value in zip(spans(text) if found is None else found, values, strict=True):
        parts += [text[last : span.start], value]
        last = span.end
    return "".join([*parts, text[last:]])


_WITHOUT_ZERO = (Metric.R, Metric.RHO, Metric.BETA)
_LETTERS = (Metric.D, Metric.G, *_WITHOUT_ZERO)


def _number(result: Result) -> Markup:
    ends = [result.value] if result.to is None else [result.value, result.to]
    number = " to ".join(_figure(end, result.metric) for end in ends)
    if result.metric in _LETTERS:
        return Markup("<i>{}</i> = {}").format(result.metric.label, number)
    if result.metric is Metric.COUNT:
        return escape(number)
    return escape(f"{number} {result.metric.label}")


def _figure(value: Decimal, metric: Metric) -> str:
    """Return a number as APA prints it: no zero before the point where the metric cannot exceed one."""
    figure = f"{value:,f}".replace("-", "\u2212")
    return figure.replace("0.", ".", 1) if metric in _WITHOUT_ZERO and abs(value) < 1 else figure


def _markdown() -> MarkdownIt:
    reader = MarkdownIt("commonmark", {"html": False, "typographer": True, "maxNesting": 50})
    reader.disable("code").enable(["replacements", "smartquotes"])
    reader.core.ruler.before("text_join", "without_private", _without_private)
    reader.add_render_rule("text", _text)
    reader.add_render_rule("link_open", _link)
    reader.add_render_rule("image", _image)
    return reader


def _without_private(state: Any) -> None:
    """No mark of ours comes out of a character reference such as &#xe000;, which is read after the text was cleaned."""
    for token in state.tokens:
        for child in token.children or ():
            if child.type == "text_special":
                child.content = _PRIVATE.sub("\ufffd", child.content)


def _text(self: Any, tokens: Any, number: int, options: Any, env: Any) -> str:
    drawn = env.get("drawn", ())
    return _MARK.sub(lambda mark: drawn[int(mark[1])], escapeHtml(tokens[number].content))


def _link(self: Any, tokens: Any, number: int, options: Any, env: Any) -> str:
    target = str(tokens[number].attrs.get("href", ""))
    return f'<a href="{escapeHtml(env["locate"](target) if target.startswith("/") else target)}">'


def _image(self: Any, tokens: Any, number: int, options: Any, env: Any) -> str:
    token = tokens[number]
    source = str(token.attrs.get("src", ""))
    words = _MARK.sub("", self.renderInlineAsText(token.children, options, env))
    return f'<img src="{escapeHtml(env["locate"](source))}" alt="{escapeHtml(words)}" loading="lazy">'


_MARKDOWN = _markdown()


@lru_cache(maxsize=1 << 15)
def _tokens(text: str, inline: bool = False) -> Sequence[Token]:
    """Return a text as parsed; a card stands on many pages, and drawing a text leaves the tokens alone."""
    return _MARKDOWN.parseInline(text) if inline else _MARKDOWN.parse(text)
