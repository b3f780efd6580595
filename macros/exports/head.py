"""Metadata for the head of a page: what reference managers and search engines read.

Names of the `citation_*` tags are Highwire's: https://www.zotero.org/support/dev/exposing_metadata.
"""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from markupsafe import Markup

from macros.bibliography.rich_text import without_tags
from macros.exports.page_record import PageRecord

Tag = tuple[str, str]
_CONTAINERS = {
    "chapter": "citation_inbook_title",
    "entry-encyclopedia": "citation_inbook_title",
    "paper-conference": "citation_conference_title",
}
_INSTITUTIONS = {"thesis": "citation_dissertation_institution", "report": "citation_technical_report_institution"}
_NUMBERS = {
    "volume": "citation_volume",
    "issue": "citation_issue",
    "DOI": "citation_doi",
    "ISBN": "citation_isbn",
    "ISSN": "citation_issn",
}
_SCHEMA = {
    "article-journal": "ScholarlyArticle", "article-magazine": "Article", "article-newspaper": "NewsArticle",
    "article": "ScholarlyArticle", "book": "Book", "chapter": "Chapter", "thesis": "Thesis", "report": "Report",
    "paper-conference": "ScholarlyArticle", "webpage": "WebPage", "post-weblog": "BlogPosting", "dataset": "Dataset",
    "software": "SoftwareSourceCode", "motion_picture": "Movie",
}  # fmt: skip
"""CSL type -> type of schema.org; any other is a CreativeWork."""


def schema_type(work: Mapping[str, Any]) -> str:
    """Return the type that schema.org has for a work, given as a CSL-JSON item."""
    return _SCHEMA.get(str(work["type"]), "CreativeWork")


def head_html(record: PageRecord) -> Markup:
    """Return meta tags and JSON-LD; the page of a source describes the source, so that it can be saved from there."""
    tags = _work_tags(record, record.work) if record.work else _page_tags(record)
    metas = [Markup('<meta name="{}" content="{}">').format(name, content) for name, content in tags if content]
    data = Markup('<script type="application/ld+json">') + _safe_json(schema(record)) + Markup("</script>")
    return Markup("\n").join([*metas, data])


def schema(record: PageRecord) -> dict[str, Any]:
    """Return what schema.org calls the page, and the work that it is about."""
    about = record.publication
    group = {"@type": "Organization", "name": about.author}
    page = {
        "@context": "https://schema.org",
        "@type": "WebPage" if record.work else "Article",
        "name" if record.work else "headline": record.title,
        "url": record.url,
        "description": record.description,
        "inLanguage": about.language,
        "dateModified": record.reviewed.isoformat(),
        "version": about.edition,
        "license": about.license,
        "author": group,
        "publisher": group,
        "isPartOf": {"@type": "WebSite", "name": about.title, "url": about.address("index.md")},
        "mainEntity": _work(record.work) if record.work else None,
    }
    return {name: value for name, value in page.items() if value}


def _safe_json(data: Mapping[str, Any]) -> Markup:
    """`<`, `>` and `&` as escapes of JSON, so that no text can end the script element or open a comment."""
    text = json.dumps(data, ensure_ascii=False)
    for letter in "<>&\u2028\u2029":
        text = text.replace(letter, f"\\u{ord(letter):04x}")
    return Markup(text)


def _page_tags(record: PageRecord) -> Iterator[Tag]:
    about = record.publication
    yield "citation_title", record.title
    yield "citation_author", about.author
    yield "citation_publication_date", record.reviewed.strftime("%Y/%m/%d")
    yield "citation_public_url", record.url
    yield "citation_publisher", about.title
    yield "citation_language", about.language


def _work_tags(record: PageRecord, work: Mapping[str, Any]) -> Iterator[Tag]:
    kind = str(work["type"])
    yield "citation_title", _plain(work.get("title", ""))
    yield from (("citation_author", name) for name in _names(work, family_first=True))
    yield "citation_publication_date", _date(work, "/")
    yield _CONTAINERS.get(kind, "citation_journal_title"), _plain(work.get("container-title", ""))
    yield _INSTITUTIONS.get(kind, "citation_publisher"), _plain(work.get("publisher", ""))
    yield from ((tag, _plain(work.get(variable, ""))) for variable, tag in _NUMBERS.items())
    first, _, last = str(work.get("page", "")).partition("-")
    yield "citation_firstpage", first
    yield "citation_lastpage", last
    yield "citation_language", _plain(work.get("language", "en"))
    yield "citation_public_url", _address(work)
    yield "citation_abstract_html_url", record.url


def _work(work: Mapping[str, Any]) -> dict[str, Any]:
    doi = work.get("DOI")
    kind = schema_type(work)
    found = {
        "@type": kind,
        "headline" if kind.endswith("Article") else "name": _plain(work.get("title", "")),
        "author": [_person(name) for name in work.get("author", ()) if name.get("literal") != "others"],
        "editor": [_person(name) for name in work.get("editor", ()) if name.get("literal") != "others"],
        "datePublished": _date(work, "-"),
        "identifier": {"@type": "PropertyValue", "propertyID": "DOI", "value": doi} if doi else None,
        "sameAs": _address(work),
        "isbn": _plain(work.get("ISBN", "")),
        "pagination": _plain(work.get("page", "")),
        "isPartOf": _container(work),
        "publisher": _organization(work.get("publisher")),
    }
    return {name: value for name, value in found.items() if value}


def _container(work: Mapping[str, Any]) -> dict[str, str] | None:
    name = _plain(work.get("container-title", ""))
    kinds = {"chapter": "Book", "article-journal": "Periodical", "article-magazine": "Periodical"}
    kind = kinds.get(str(work["type"]), "CreativeWork")
    return {"@type": kind, "name": name} if name else None


def _organization(name: object) -> dict[str, str] | None:
    return {"@type": "Organization", "name": _plain(name)} if name else None


def _person(name: Mapping[str, str]) -> dict[str, str]:
    if "literal" in name:
        return {"@type": "Organization", "name": _plain(name["literal"])}
    family = f"{name.get('non-dropping-particle', '')} {name.get('family', '')}".strip()
    parts = {"@type": "Person", "familyName": family, "givenName": name.get("given", "")}
    full = " ".join(filter(None, (name.get("given", ""), family, name.get("suffix", ""))))
    return {"name": full} | {part: value for part, value in parts.items() if value}


def _names(work: Mapping[str, Any], family_first: bool) -> Iterator[str]:
    for name in work.get("author", ()):
        person = _person(name)
        if name.get("literal") != "others":
            parts = (person.get("familyName", ""), person.get("givenName", ""))
            yield ", ".join(filter(None, parts)) if family_first and parts[0] else person["name"]


def _plain(text: object) -> str:
    return without_tags(str(text))


def _address(work: Mapping[str, Any]) -> str:
    return f"https://doi.org/{work['DOI']}" if work.get("DOI") else str(work.get("URL", ""))


def _date(work: Mapping[str, Any], separator: str) -> str:
    parts = (work.get("issued") or {}).get("date-parts") or [[]]
    return separator.join(f"{part:02}" if place else f"{part:04}" for place, part in enumerate(parts[0]))
