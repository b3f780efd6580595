"""Rules for Markdown texts, wherever they stand. Each rule is a generator; its docstring is the rule.

A rule yields (offset, length, message, rule name).
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from macros.addresses import Addresses
from macros.citations.cluster import SyntaxProblem, parse_cluster
from macros.citations.scan import problems_in, spans
from macros.markup import Element, elements
from macros.problems import did_you_mean

Finding = tuple[int, int, str, str]
_SAFE = ("http", "https", "mailto")


@dataclass(frozen=True)
class TextContext:
    """What a text may refer to."""

    addresses: Addresses
    citation_keys: Collection[str]
    claims: Collection[str]
    claims_with_value: Collection[str] = ()
    top_heading: int = 3
    """The level of the first heading: 3 in a field, which stands under a heading of level 2; 1 on a page."""


def problems_of(text: str, context: TextContext) -> Iterator[Finding]:
    """Yield everything that is wrong with a Markdown text."""
    yield from problems_in(text)
    yield from cited_works_exist(text, context)
    yield from claims_exist(text, context)
    found = elements(text)
    for element in found:
        if element.kind == "html":
            yield from raw_html_is_refused(element)
        elif element.kind == "link":
            yield from links_lead_somewhere(element, context)
        elif element.kind == "image":
            yield from images_are_described(element, context)
    yield from headings_descend([element for element in found if element.kind == "heading"], context.top_heading)


def cited_works_exist(text: str, context: TextContext) -> Iterator[Finding]:
    """Each citation key in a text must be a key of references.bib."""
    for span in spans(text):
        if span.kind == "claim":
            continue
        for key in cited_keys(span.raw):
            if key not in context.citation_keys:
                offset = span.start + max(0, span.raw.find(key))
                hint = did_you_mean(key, context.citation_keys)
                yield offset, len(key), f'there is no source "{key}" in references.bib{hint}', "unknown-key"


def cited_keys(raw: str) -> tuple[str, ...]:
    """Return the citation keys of one citation, or none where it cannot be read."""
    try:
        return tuple(cite.key for cite in parse_cluster(raw).cites)
    except SyntaxProblem:
        return ()


def claims_exist(text: str, context: TextContext) -> Iterator[Finding]:
    """Each [=claim-id] must name a claim, and each [=claim-id:value] a claim with a result."""
    for span in spans(text):
        if span.kind != "claim":
            continue
        claim, _, part = span.raw[2:-1].partition(":")
        offset = span.start + 2
        if claim not in context.claims:
            hint = did_you_mean(claim, context.claims)
            yield offset, len(claim), f'there is no claim "{claim}"{hint}', "unknown-id"
        elif part and part != "value":
            message = f'"{part}" cannot be drawn from a claim: write [={claim}:value] for its number'
            yield offset + len(claim) + 1, len(part), message, "claim-part"
        elif part and claim not in context.claims_with_value:
            message = f'the claim "{claim}" has no result to draw: give one of its sources a result'
            yield offset, len(claim), message, "no-value"


def raw_html_is_refused(element: Element) -> Iterator[Finding]:
    """Content holds no raw HTML."""
    tag = element.target[:30]
    yield element.offset, element.length, f"{tag} is HTML, which is not allowed: use Markdown, or write &lt; for <", "raw-html"


def links_lead_somewhere(element: Element, context: TextContext) -> Iterator[Finding]:
    """A link must lead to a page of the handbook, written from the top, or to a safe address outside."""
    target = element.target
    if not element.words:
        yield element.offset, element.length, "this link has no words: say where it leads", "link-without-words"
    scheme = re.match(r"\s*([A-Za-z][A-Za-z0-9+.\s-]*):", target)
    if scheme or target.startswith(("//", "\\")):
        name = re.sub(r"\s", "", scheme[1]).lower() if scheme else ""
        if name not in _SAFE:
            message = "this link is not safe: use https://, mailto: or a page of the handbook such as /strategies/x.md"
            yield element.offset, element.length, message, "unsafe-link"
        return
    yield from _page_exists(element, target, context)


def _page_exists(element: Element, target: str, context: TextContext) -> Iterator[Finding]:
    parts = urlsplit(target)
    page, anchor = parts.path, parts.fragment
    if not page and context.top_heading == 1:
        return
    if not page.startswith("/"):
        message = "write links from the top of the handbook, such as /strategies/pick-one-shared-focus.md"
        yield element.offset, element.length, message, "relative-link"
    elif page not in context.addresses.pages:
        hint = did_you_mean(page, context.addresses.pages)
        yield element.offset, len(page), f"there is no page {page}{hint}", "dead-link"
    elif anchor and not context.addresses.has_anchor(page, anchor):
        offset = element.offset + len(target) - len(anchor)
        yield offset, len(anchor), f'the page {page} has no place "{anchor}"', "dead-anchor"


def images_are_described(element: Element, context: TextContext) -> Iterator[Finding]:
    """An image must have alternative text and be a file below docs/assets/."""
    if not element.words.strip():
        message = "this image has no description: write one in the square brackets for those who cannot see it"
        yield element.offset, element.length, message, "alt-text"
    path = element.target
    here = path.startswith("/assets/") and ".." not in path.split("/")
    if not here or not (context.addresses.root / "docs" / path[1:]).is_file():
        message = f"there is no image {path[:60]}: put the file in docs/assets/ and write /assets/its-name.png"
        yield element.offset, element.length, message, "no-image"


def headings_descend(headings: list[Element], top: int) -> Iterator[Finding]:
    """A heading must not skip a level; the first of a page may be its title or come right below it."""
    level = max(1, top - 1)
    for heading in headings:
        if heading.level > level + 1 or heading.level < top:
            allowed = "#" * (min(level + 1, 6) if heading.level > level else top)
            message = f"this heading skips a level: start the line with {allowed}"
            yield heading.offset, heading.length, message, "heading-level"
        level = max(heading.level, top - 1)
