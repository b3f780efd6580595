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


def feed_files(handbook: Handbook, publication: Publication) -> Iterator[tuple[str, str]]:
    """Yield the path below the site and the text of each feed; none where the site has no address to name them by."""
    if publication.url:
        corrections, news = (*_corrections(handbook, publication),), (*_reviews(handbook, publication),)
        yield "data/corrections.xml", _feed("Corrections", "corrections.xml", corrections, publication)
        yield "data/news.xml", _feed("What is new", "news.xml", news, publication)


def _corrections(handbook: Handbook, publication: Publication) -> Iterator[Item]:
    for one in handbook.all("corrections"):
        url = publication.address(address("corrections", one.id)[1:])
        yield Item(url, url, one.title, one.on, f"It said: {_words(one.was)} It says: {_words(one.now)}", "correction")


def _reviews(handbook: Handbook, publication: Publication) -> Iterator[Item]:
    for folder in handbook.entries:
        for entry in handbook.all(folder):
            if reviewed := getattr(entry, "reviewed", None):
                url = publication.address(address(folder, entry.id)[1:])
                text = f"{reviewed.outcome.label[0].upper()}{reviewed.outcome.label[1:]}."
                yield Item(f"{url}#reviewed-{reviewed.on}", url, entry.title, reviewed.on, text, folder)


def _feed(title: str, name: str, items: Sequence[Item], publication: Publication) -> str:
    """Return a feed with the newest first; one without items is as old as the edition."""
    by_name = sorted(items, key=lambda item: (item.kind, item.id))
    newest = sorted(by_name, key=lambda item: item.on, reverse=True)[:_MOST]
    url = f"{publication.url.rstrip('/')}/data/{name}"
    feed = ElementTree.Element("feed", {"xmlns": ATOM, "xml:lang": publication.language})
    _add(feed, "title", f"{publication.title}: {title}")
    _add(feed, "id", url)
    _add(feed, "updated", _moment(newest[0].on if newest else publication.issued))
    _add(_add(feed, "author"), "name", publication.author)
    _add(feed, "link", rel="self", type="application/atom+xml", href=url)
    _add(feed, "link", rel="alternate", type="text/html", href=publication.address("index.md"))
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
