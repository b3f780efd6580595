"""What the markup of a page must hold for readers who listen to it. A rule is a sentence that yields what breaks it."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import urljoin

from lxml import html
from lxml.html import HtmlElement

from tests.audit.site import file_of

_SAYS_NOTHING = {"here", "click here", "more", "read more", "link", "this", "this page", "details", "see"}
_CONTROL = "ancestor::*[self::a or self::button or self::label]"
_AROUND = ("li", "p", "td", "th", "dd", "dt", "figure")
"""Elements whose words a screen reader gives as the surroundings of a link."""


@dataclass(frozen=True)
class Markup:
    """A page of the built site, parsed."""

    page: str
    tree: HtmlElement

    def all(self, path: str) -> list[HtmlElement]:
        """Return the elements that an XPath finds."""
        return list(self.tree.xpath(path))

    @cached_property
    def ids(self) -> Counter[str]:
        """How often each id stands."""
        return Counter(self.tree.xpath("//@id"))


def read(page: str, site: Path) -> Markup:
    """Parse the page at an address."""
    return Markup(page, html.fromstring(file_of(page, site).read_bytes(), parser=html.HTMLParser(encoding="utf-8")))


def words(element: HtmlElement) -> str:
    """Return what an element is called: its label, or its text and the alternatives of its images."""
    if label := element.get("aria-label"):
        return " ".join(label.split())
    said = element.xpath(".//text()[not(ancestor::*[@aria-hidden='true'])] | .//img/@alt")
    return " ".join(" ".join(said).split()) or str(element.get("title", ""))


def one_title(page: Markup) -> Iterator[str]:
    """A page has one h1, and it comes before every other heading of the content."""
    headings = page.all("//main//*[self::h1 or self::h2 or self::h3 or self::h4 or self::h5 or self::h6]")
    if len(page.all("//h1")) != 1 or not headings or headings[0].tag != "h1":
        yield f"{[words(each) for each in page.all('//h1')]} instead of one h1 that comes first"


def no_level_skipped(page: Markup) -> Iterator[str]:
    """A heading is at most one level below the heading before it, and it is not empty."""
    level = 0
    for heading in page.all("//*[self::h1 or self::h2 or self::h3 or self::h4 or self::h5 or self::h6]"):
        own = int(heading.tag[1])
        if own > level + 1:
            yield f"h{own} “{words(heading)}” follows an h{level}"
        if not words(heading):
            yield f"an empty h{own}"
        level = own


def landmarks(page: Markup) -> Iterator[str]:
    """A page has one main part, one header and one footer; parts of the same kind have names that differ."""
    for path in ("//main", "//header[not(ancestor::main)]", "//footer[not(ancestor::main)]"):
        if len(page.all(path)) != 1:
            yield f"{len(page.all(path))} of {path}"
    for kind in ("//nav", "//*[@role='search']", "//*[@role='region']"):
        names = Counter(_name(page, each) for each in page.all(kind))
        yield from (
            f"{kind} without a name"
            for name in names
            if not name and (kind != "//*[@role='search']" or sum(names.values()) > 1)
        )
        yield from (f"{count} of {kind} are called “{name}”" for name, count in names.items() if name and count > 1)


def english(page: Markup) -> Iterator[str]:
    """A page says that it is in English."""
    if page.tree.get("lang") != "en":
        yield f"lang is {page.tree.get('lang')}"


def ids(page: Markup) -> Iterator[str]:
    """An id stands once, and what is referred to by id is there."""
    yield from (f"the id {id} stands {count} times" for id, count in page.ids.items() if count > 1)
    for name in ("aria-labelledby", "aria-describedby", "aria-controls", "for", "popovertarget", "headers"):
        for id in " ".join(page.tree.xpath(f"//@{name}")).split():
            if id not in page.ids:
                yield f"{name} names {id}, which is not there"


def links_say_where_they_lead(page: Markup) -> Iterator[str]:
    """A link has words; they are not “here”; two links with the same words and surroundings lead to the same place.

    The sign beside a heading is left out: it leads to the heading that it stands in.
    """
    places: dict[str, list[HtmlElement]] = defaultdict(list)
    for link in page.all("//a[@href][not(contains(@class, 'headerlink'))]"):
        said = words(link)
        if said.casefold().strip(" .:") in _SAYS_NOTHING or not said:
            yield f"a link says “{said}”: {link.get('href')}"
        places[said].append(link)
    for said, links in places.items():
        if len({_target(page, link) for link in links}) > 1:
            yield from _ambiguous(page, said, links)


def _ambiguous(page: Markup, said: str, links: list[HtmlElement]) -> Iterator[str]:
    targets: dict[str, set[str]] = defaultdict(set)
    for link in links:
        targets[_surroundings(page, link)].add(_target(page, link))
    yield from (f"“{said}” leads to {sorted(each)}" for each in targets.values() if len(each) > 1)


def _target(page: Markup, link: HtmlElement) -> str:
    return urljoin(page.page, link.get("href"))


def images(page: Markup) -> Iterator[str]:
    """An image has words instead of it, or is hidden from those who listen."""
    for image in page.all("//img[not(@alt)]"):
        yield f"img without alt: {image.get('src')}"
    for drawing in page.all(f"//svg[not(ancestor-or-self::*[@aria-hidden='true']) and not({_CONTROL})]"):
        if not (drawing.get("aria-label") or drawing.get("aria-labelledby") or drawing.xpath("./title")):
            yield f"a drawing without words: {html.tostring(drawing)[:80]!r}"


def tables(page: Markup) -> Iterator[str]:
    """A table has a caption, header cells with a scope, and stands in a part with a name that scrolls by keyboard."""
    for table in page.all("//table"):
        name = words(table)[:40]
        if not table.xpath("./caption[normalize-space()]"):
            yield f"no caption: {name}"
        if not table.xpath(".//thead//th") or table.xpath(".//th[not(@scope)]"):
            yield f"headers without scope: {name}"
        if not table.xpath("ancestor::*[@tabindex='0'][@role='region'][@aria-label]"):
            yield f"no part that scrolls: {name}"


RULES: tuple[Callable[[Markup], Iterator[str]], ...] = (
    one_title,
    no_level_skipped,
    landmarks,
    english,
    ids,
    links_say_where_they_lead,
    images,
    tables,
)


def _name(page: Markup, element: HtmlElement) -> str:
    if label := element.get("aria-label"):
        return str(label)
    named = [page.tree.xpath("//*[@id=$id]", id=id) for id in element.get("aria-labelledby", "").split()]
    return " ".join(words(each[0]) for each in named if each)


def _surroundings(page: Markup, link: HtmlElement) -> str:
    """Return what is said around a link: the name of its list of pages, or the words around it and its row's header."""
    around = next((each for each in link.iterancestors() if each.tag in _AROUND), link.getparent())
    within = [_name(page, each) for each in link.iterancestors("nav")]
    return " ".join([*within, words(around), *(words(each) for each in link.xpath("ancestor::tr[1]/th"))])
