"""Feeds: what is new and what was corrected, as Atom (RFC 4287), with no date but those of the content."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from xml.etree import ElementTree

from macros.addresses import address
from macros.citations.scan import spans
from macros.exports.page_record import Publication
from macros.handbook import Handbook
from macros.news import HAPPENED, Happening, News, news

ATOM = "http://www.w3.org/2005/Atom"
_MOST = 100
_LINK = re.compile(r"\[([^\[\]\n]*)\]\([^()\n]*\)")


@dataclass(frozen=True)
class Item:
    """One entry of a feed: `id` never changes and is never given twice."""

    id: str
    url: str
    title: str
    on: date
    text: str
    kind: str


@dataclass(frozen=True)
class Feed:
    """A feed: its path below the site, and the page below docs/ that shows the same to readers."""

    title: str
    path: str
    page: str


CORRECTIONS = Feed("Corrections", "data/corrections.xml", "corrections/index.md")
NEWS = Feed("What is new", "data/news.xml", "whats-new.md")


def feed_files(handbook: Handbook, publication: Publication) -> Iterator[tuple[str, str]]:
    """Yield the path below the site and the text of each feed; none where the site has no address to name them by."""
    if publication.url:
        items = [_item(handbook, publication, each) for each in news(handbook)]
        corrections = [item for item in items if item.kind == "corrections"]
        yield CORRECTIONS.path, _feed(CORRECTIONS, corrections, publication)
        yield NEWS.path, _feed(NEWS, items, publication)


def _item(handbook: Handbook, publication: Publication, each: News) -> Item:
    url = publication.address(address(each.folder, each.id)[1:])
    if each.what is Happening.CORRECTED:
        one = handbook.find(each.folder, each.id)
        text = f"It said: {_words(one.was)} It says: {_words(one.now)}"
        return Item(url, url, each.title, each.on, text, each.folder)
    return Item(f"{url}#reviewed-{each.on}", url, each.title, each.on, f"{HAPPENED[each.what]}.", each.folder)


def _feed(about: Feed, items: Sequence[Item], publication: Publication) -> str:
    """Return a feed of the newest items, which come first; one without items is as old as the edition."""
    newest = items[:_MOST]
    url = f"{publication.url.rstrip('/')}/{about.path}"
    feed = ElementTree.Element("feed", {"xmlns": ATOM, "xml:lang": publication.language})
    _add(feed, "title", f"{publication.title}: {about.title}")
    _add(feed, "id", url)
    _add(feed, "updated", _moment(newest[0].on if newest else publication.issued))
    _add(_add(feed, "author"), "name", publication.author)
    _add(feed, "link", rel="self", type="application/atom+xml", href=url)
    _add(feed, "link", rel="alternate", type="text/html", href=publication.address(about.page))
    _add(feed, "rights", publication.license)
    for item in newest:
        _entry(feed, item)
    ElementTree.indent(feed, " ")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{ElementTree.tostring(feed, "unicode")}\n'


def _entry(feed: ElementTree.Element, item: Item) -> None:
    entry = _add(feed, "entry")
    _add(entry, "title", item.title)
    _add(entry, "id", item.id)
    _add(entry, "updated", _moment(item.on))
    _add(entry, "link", rel="alternate", type="text/html", href=item.url)
    _add(entry, "category", term=item.kind)
    _add(entry, "summary", item.text)


def _add(parent: ElementTree.Element, name: str, text: str | None = None, **attributes: Any) -> ElementTree.Element:
    element = ElementTree.SubElement(parent, name, attributes)
    element.text = text
    return element


def _moment(day: date) -> str:
    """Return a day as Atom writes it; content knows no hours."""
    return f"{day.isoformat()}T00:00:00Z"


def _words(text: str) -> str:
    """Return a Markdown text on one line, without its citations and the targets of its links."""
    for span in reversed(spans(text)):
        text = text[: span.start] + text[span.end :]
    return re.sub(r"\s+([.,;:!?])", r"\1", " ".join(_LINK.sub(r"\1", text).split()))
