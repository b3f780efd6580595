"""Records of every page of the site: entries, meetings of guides, indexes of collections, authored pages."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from macros.addresses import address, meeting_address
from macros.docs_pages import without_front_matter
from macros.handbook import Handbook, mentioned_in
from macros.model import entry as model
from macros.model.collections import COLLECTIONS
from macros.model.guide import Guide
from macros.model.shape import leaves, shape_of
from macros.model.study import Study
from macros.prose import plain
from macros.search.record import MEETING, PAGE, Record, kind_of
from macros.search.words import SearchWords
from macros.sources import parse
from macros.text_file import Text
from macros.views.card import card_of
from macros.views.overview import OVERVIEWS
from macros.views.sheet import work_title
from macros.views.words import curled

_SHOWN_APART = {"title", "summary", "statement", "definition", "limit"}
_CALL = re.compile(r"\{\{(?:(?!\{\{).)*?\}\}", re.DOTALL)
_ATTRIBUTES = re.compile(r"\{[ \t]*[#.][^{}\n]*\}")
_HEADING_MARK = re.compile(r"^#+[ \t]+", re.MULTILINE)
_FIRST_HEADING = re.compile(r"^#[ \t].*$", re.MULTILINE)


def records(handbook: Handbook, docs: Mapping[str, str], words: SearchWords) -> tuple[Record, ...]:
    """Return a record of each page; `docs` are the authored pages by their path below docs/."""
    found = (*_entries(handbook), *_meetings(handbook), *_indexes(), *_authored(handbook, docs))
    return tuple(replace(page, aliases=(*page.aliases, *_typed(page, words))) for page in found)


def _typed(page: Record, words: SearchWords) -> tuple[str, ...]:
    return (*words.pages.get(page.address, ()), *words.kinds.get(page.kind.lower(), ()))


def _entries(handbook: Handbook) -> Iterator[Record]:
    for folder, entries in handbook.entries.items():
        yield from (record_of(handbook, folder, id) for id in entries)


def record_of(handbook: Handbook, folder: str, id: str) -> Record:
    """Return the record of one entry, without the words of search.yml."""
    one = handbook.find(folder, id)
    card = card_of(folder, one)
    grade = handbook.grade(card.claim).level.label if card.claim and folder == "strategies" else ""
    return Record(
        address(folder, id),
        kind_of(folder),
        _title(handbook, folder, one),
        plain(card.text),
        _aliases(handbook, one),
        _body(folder, one),
        _names(handbook, (key for kind, key in handbook.mentions.get((folder, id), ()) if kind == "studies")),
        *_place(handbook, folder, one),
        grade,
    )


def _title(handbook: Handbook, folder: str, one: model.Record) -> str:
    if isinstance(one, Study):
        return curled(work_title(handbook.bibliography.works[one.id].csl))
    return curled(getattr(one, "title", one.id))


def _aliases(handbook: Handbook, one: model.Record) -> tuple[str, ...]:
    """Return the words people search for: aliases, synonyms, a leg's other name; of a source, its authors and year."""
    if isinstance(one, Study):
        work = handbook.bibliography.works[one.id].csl
        published = (str(work.get(field, "")) for field in ("container-title", "publisher"))
        return tuple(filter(None, (" ".join((*_families(work), *_year(work))), *published)))
    other = getattr(one, "also_called", None) or getattr(one, "organisation", None)
    return (*getattr(one, "aliases", ()), *getattr(one, "synonyms", ()), *filter(None, (other,)))


def _body(folder: str, one: model.Record) -> str:
    data = one.model_dump(mode="json", by_alias=True, exclude_none=True)
    found = leaves(shape_of(COLLECTIONS[folder].model), data)
    texts = [plain(text) for path, shape, text in found if shape.markdown and path[0] not in _SHOWN_APART]
    return " ".join((*texts, *_numbers(one)))


def _numbers(one: model.Record) -> Iterator[str]:
    """Yield each statistic of a claim as people type it: d 1.57, 29 percent."""
    for link in getattr(one, "evidence", ()):
        if link.result:
            yield f"{link.result.metric.label} {link.result.value}"


def _names(handbook: Handbook, keys: Iterable[str]) -> tuple[str, ...]:
    works = handbook.bibliography.works
    return tuple(dict.fromkeys(name for key in keys if key in works for name in _families(works[key].csl)))


def _families(work: Mapping[str, Any]) -> tuple[str, ...]:
    people = [*work.get("author", ()), *work.get("editor", ())]
    return tuple(str(person.get("family") or person.get("literal") or "") for person in people)


def _year(work: Mapping[str, Any]) -> tuple[str, ...]:
    parts = work.get("issued", {}).get("date-parts") or [[]]
    return tuple(str(year) for year in parts[0][:1])


def _place(handbook: Handbook, folder: str, one: model.Record) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the titles of the pillars and legs that an entry belongs to; of a situation, those of its strategies."""
    if folder in ("pillars", "legs"):
        own = (_title(handbook, folder, one),)
        return (own, ()) if folder == "pillars" else ((), own)
    from_strategies = [handbook.find("strategies", id) for id in getattr(one, "strategies", ())]
    sources = from_strategies if folder == "situations" else [one]
    return _titles(handbook, "pillars", sources), _titles(handbook, "legs", sources)


def _titles(handbook: Handbook, folder: str, sources: Iterable[Any]) -> tuple[str, ...]:
    named = {id for source in sources for id in getattr(source, folder, ())}
    return tuple(_title(handbook, folder, one) for id, one in handbook.entries[folder].items() if id in named)


def _meetings(handbook: Handbook) -> Iterator[Record]:
    for guide in handbook.all("guides"):
        assert isinstance(guide, Guide)
        for number, session in enumerate(guide.sessions, 1):
            title = f"{curled(guide.title)}, meeting {number}: {curled(session.title)}"
            texts = [*session.aims[1:], *(part.title for part in session.parts), *(part.do for part in session.parts)]
            yield Record(
                meeting_address("guides", guide.id, number),
                MEETING,
                title,
                plain(session.aims[0]),
                body=" ".join(map(plain, (*texts, session.commitment))),
            )


def _indexes() -> Iterator[Record]:
    for folder, overview in OVERVIEWS.items():
        yield Record(address(folder, "index"), PAGE, overview.title, overview.description)


def _authored(handbook: Handbook, docs: Mapping[str, str]) -> Iterator[Record]:
    for path, text in docs.items():
        fields = _front_matter(text)
        title = str(fields.get("title", "")).strip()
        if title and path != "search.md":
            body = _words(without_front_matter(text))
            keys = (key for kind, key in mentioned_in(text) if kind == "studies")
            description = " ".join(str(fields.get("description", "")).split())
            yield Record(
                f"/{path}", PAGE, curled(title), curled(description), (), body, _names(handbook, keys)
            )


def _front_matter(text: str) -> dict[str, Any]:
    if not text.startswith("---\n"):
        return {}
    source, _ = parse(Text("", text[4 : text.index("\n---\n", 3)]))
    return source.data if source else {}


_REWRITES: tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...] = (
    (_CALL, " "),
    (_ATTRIBUTES, ""),
    (_FIRST_HEADING, ""),
    (_HEADING_MARK, ""),
)


def _words(markdown: str) -> str:
    """Return the words of an authored page: without its title, the macros it calls and the marks of headings."""
    for pattern, word in _REWRITES:
        markdown = pattern.sub(word, markdown)
    return plain(markdown)
