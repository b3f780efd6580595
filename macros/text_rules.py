"""Rules for Markdown texts, wherever they stand. Each rule is a generator; its docstring is the rule.

A rule yields (offset, length, message, rule name).
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import islice

from macros.addresses import Addresses
from macros.citations.cluster import SyntaxProblem, parse_cluster
from macros.citations.scan import problems_in, spans
from macros.markup import LONGEST, MOST_BRACKETS, Element, elements
from macros.problems import did_you_mean
from macros.web_address import deceit

Finding = tuple[int, int, str, str]
MOST = 200
"""Faults of one text that are told in one run; a text with more was pasted, and each costs time and a line to read."""
MOST_QUOTES = 4000
"""Straight quotation marks that one text may have: making them round costs the square of their number."""
_BLANK = re.compile(r"[\x00-\x20\x7f-\xa0\u2028\u2029]")
"""What browsers drop from an address before they read it."""
_TYPED = re.compile(
    r"\((?:see |e\.g\.,? )?(?P<family>[A-Z][\w’'-]+)[^()\[\];\d]{0,60}, (?P<year>(?:19|20)\d\d)[a-z]?"
    r"(?:, [^()\[\]]{1,20})?\)"
)
"""An author and a year in round brackets, as somebody types a citation."""
_ROUND = re.compile(r"\(@([A-Za-z0-9][\w:.+/-]*[A-Za-z0-9])(?:, [^()\[\]]{1,20})?\)")
_BARE = re.compile(r"\[([A-Za-z0-9][\w:.+/-]*[A-Za-z0-9])\](?![(:\[])")
_WORDS = re.compile(r"[^@\[\]<#(\n\"'•‣◦▪●·]*")
"""A text without a sign that any rule here looks for: nine fields of ten, for which one look takes the place of ten."""
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
    page: str = ""
    """The page below docs/ on which the text stands, if it is one."""


def problems_of(text: str, context: TextContext) -> Iterator[Finding]:
    """Return what is wrong with a Markdown text: everything, or of a text with more faults the first `MOST`."""
    if len(text) <= LONGEST and _WORDS.fullmatch(text):
        return iter(())
    return islice(_problems_of(text, context), MOST)


def _problems_of(text: str, context: TextContext) -> Iterator[Finding]:
    if len(text) > LONGEST:
        yield 0, 1, f"this text has more than {LONGEST} characters: split it", "too-long-a-text"
        return
    if text.count('"') + text.count("'") > MOST_QUOTES:
        message = f"this text has more than {MOST_QUOTES} straight quotation marks: split it"
        yield re.search("[\"']", text).start(), 1, message, "too-many-quotes"  # type: ignore[union-attr] # they are counted
    if text.count("[") > MOST_BRACKETS:
        message = f"this text has more than {MOST_BRACKETS} opening brackets: split it"
        yield text.index("["), 1, message, "too-many-brackets"
    yield from problems_in(text)
    if "[" in text:
        yield from links_have_no_space_inside(text)
    if not text.isascii():
        yield from lists_begin_with_dashes(text)
    yield from cited_works_exist(text, context)
    if "(" in text or "[" in text:
        yield from citations_are_not_typed_by_hand(text, context)
    yield from claims_exist(text, context)
    found = elements(text)
    if not found:
        return
    yield from raw_html_is_refused([element for element in found if element.kind == "html"])
    for element in found:
        if element.kind == "link":
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
                hint = did_you_mean(key, context.citation_keys) or _meant_by(key, context)
                yield offset, len(key), f'there is no source "{key}" in references.bib{hint}', "unknown-key"


def _meant_by(key: str, context: TextContext) -> str:
    """Return what was meant by a key that no source has: a claim, or a work of somebody whose name stands alone."""
    if key in context.claims:
        return f": it is a claim, write [={key}]"
    name = key.lower() if key.isalpha() and len(key) > 2 else ""
    found = next((one for one in context.citation_keys if name and re.match(rf"{name}(?:\d|nd)", one)), "")
    return f'; did you mean "{found}"?' if found else ""


def cited_keys(raw: str) -> tuple[str, ...]:
    """Return the citation keys of one citation, or none where it cannot be read."""
    try:
        return tuple(cite.key for cite in parse_cluster(raw).cites)
    except SyntaxProblem:
        return ()


def citations_are_not_typed_by_hand(text: str, context: TextContext) -> Iterator[Finding]:
    """A citation of a work in references.bib must be made from its key, in square brackets."""
    for match in _TYPED.finditer(text):
        start = re.sub(r"[^a-z]", "", match["family"].lower()) + match["year"]
        key = next((key for key in context.citation_keys if key.lower().startswith(start)), "")
        if key:
            message = f"this citation is typed by hand: write [@{key}], and the page makes the rest"
            yield match.start(), len(match[0]), message, "typed-citation"
    for match in _BARE.finditer(text):
        sign = "@" if match[1] in context.citation_keys else "=" if match[1] in context.claims else ""
        if sign:
            message = f"a sign is missing after the bracket: write [{sign}{match[1]}]"
            yield match.start(), len(match[0]), message, "typed-citation"
    for match in _ROUND.finditer(text):
        if match[1] in context.citation_keys:
            message = f"a citation stands in square brackets: write [{match[0][1:-1]}]"
            yield match.start(), len(match[0]), message, "typed-citation"


def claims_exist(text: str, context: TextContext) -> Iterator[Finding]:
    """Each [=claim-id] must name a claim, and each [=claim-id:value] a claim with a result."""
    for span in spans(text):
        if span.kind != "claim":
            continue
        claim, _, part = span.raw[2:-1].partition(":")
        offset = span.start + 2
        if claim not in context.claims:
            source = claim in context.citation_keys
            hint = f": it is a source, write [@{claim}]" if source else did_you_mean(claim, context.claims)
            yield offset, len(claim), f'there is no claim "{claim}"{hint}', "unknown-id"
        elif part and part != "value":
            message = f'"{part}" cannot be drawn from a claim: write [={claim}:value] for its number'
            yield offset + len(claim) + 1, len(part), message, "claim-part"
        elif part and claim not in context.claims_with_value:
            message = f'the claim "{claim}" has no result to draw: give one of its sources a result'
            yield offset, len(claim), message, "no-value"


def lists_begin_with_dashes(text: str) -> Iterator[Finding]:
    """An item of a list must begin with a dash: a bullet from a word processor is a sign like any other."""
    for match in re.finditer(r"^[ \t]*([•‣◦▪●·])[ \t\u00a0]*", text, re.MULTILINE):
        yield match.start(1), 1, f"{match[1]} makes no list here: begin the line with a dash and a space", "bullet"


def raw_html_is_refused(tags: list[Element]) -> Iterator[Finding]:
    """Content holds no raw HTML; a closing tag is part of the mistake that opened it."""
    opened: set[str] = set()
    for element in tags:
        tag = _tag(element.target)
        name = re.match(r"</?([A-Za-z][\w-]*)", tag)
        if name and tag.startswith("</") and name[1].lower() in opened:
            continue
        opened.add(name[1].lower() if name else "")
        message = f"{tag} is HTML, which is not allowed: use Markdown, or write &lt; for <"
        yield element.offset, min(element.length, len(tag)), message, "raw-html"


def _tag(html: str) -> str:
    """Return the first tag or comment of a piece of HTML, whatever text follows it on its line."""
    first = re.match(r"<!--.*?-->|<[^<>]*>", html)
    return (first[0] if first else html)[:30].rstrip()


def links_have_no_space_inside(text: str) -> Iterator[Finding]:
    """The address of a link must follow its words at once."""
    for match in re.finditer(r"\](\s+)\((?=/|\.\./|https?:|www\.|mailto:)", text):
        message = "a space stands between the words of this link and its address: take the space out"
        yield match.start(1), 1, message, "spaced-link"


def links_lead_somewhere(element: Element, context: TextContext) -> Iterator[Finding]:
    """A link must lead to a page of the handbook, written from the top, or to a safe address outside."""
    target = _BLANK.sub("", element.target)
    if not element.words:
        message = "this link has no words: write in the square brackets where it leads"
        yield element.offset, element.length, message, "link-without-words"
    scheme = re.match(r"([A-Za-z][A-Za-z0-9+.-]*):", target)
    if not scheme and not re.match(r"[/\\]{2}", target) and "\\" not in target:
        yield from _page_exists(element, target, context)
    elif not scheme or scheme[1].lower() not in _SAFE:
        message = "this link is not safe: use https://, mailto: or a page of the handbook such as /strategies/x.md"
        yield element.offset, element.length, message, "unsafe-link"
    elif scheme[1].lower() != "mailto" and not re.match(r"https?://[^\s/?#@]+", target, re.IGNORECASE):
        message = "this address is not complete: write it as https://name.org/page"
        yield element.offset, element.length, message, "incomplete-link"
    elif here := context.addresses.page_at(target):
        message = f"this is a page of the handbook: write {here}, so that the link is checked and works offline"
        yield element.offset, element.length, message, "own-address"
    elif reason := deceit(target):
        yield element.offset, element.length, reason, "unsafe-link"


def _page_exists(element: Element, target: str, context: TextContext) -> Iterator[Finding]:
    page, _, anchor = target.partition("#")
    page = page.partition("?")[0]
    if not page and anchor and context.page:
        page = f"/{context.page}"
    if re.match(r"(www\.|[\w-]+\.(org|com|edu|gov|net)\b)", page):
        yield element.offset, element.length, f"write https:// in front of {page[:60]}", "incomplete-link"
    elif not page.startswith("/"):
        message = "write links from the top of the handbook, such as /strategies/pick-one-shared-focus.md"
        yield element.offset, element.length, message, "relative-link"
    elif page not in context.addresses.pages:
        hint = did_you_mean(page, context.addresses.pages)
        yield element.offset, min(len(page), element.length), f"there is no page {page[:80]}{hint}", "dead-link"
    elif anchor and not context.addresses.has_anchor(page, anchor):
        offset = element.offset + max(0, element.length - len(anchor))
        hint = did_you_mean(anchor, context.addresses.places(page))
        yield offset, len(anchor), f'the page {page} has no heading "{anchor[:60]}"{hint}', "dead-anchor"


def images_are_described(element: Element, context: TextContext) -> Iterator[Finding]:
    """An image must have alternative text and be a file below docs/assets/."""
    if not element.words.strip():
        message = "this image has no description: in the square brackets, say what it shows to those who cannot see it"
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
            fault = "skips a level" if heading.level > level else "is above the heading of its field"
            message = f"this heading {fault}: start the line with {allowed}"
            yield heading.offset, heading.length, message, "heading-level"
        level = max(heading.level, top - 1)
