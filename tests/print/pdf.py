"""What a test wants to know of a PDF: its words page by page, and what is wrong with it beyond the rules of PDF/UA."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf
from pypdf import PdfReader

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)+|[a-z]+\d{4}[a-z]+")
_WEAK_ALT = re.compile(r"(image|figure|picture|graphic|logo|qr code|\S+\.(svg|png|jpg))\.?", re.IGNORECASE)


def squeezed(text: str) -> str:
    """Return a text without spaces, so that line breaks and hyphens at line ends do not count."""
    return re.sub(r"[\s\u00ad\u200b\u2060\ufffe-]+", "", text)


def pages(path: Path) -> list[str]:
    """Return the words of each page without spaces, in reading order."""
    return [squeezed(page.extract_text()) for page in PdfReader(path).pages]


def findings(path: Path) -> list[str]:
    """Return what is wrong with a PDF that the 104 rules of PDF/UA-1 do not see."""
    with pikepdf.open(path) as pdf:
        return [*_document(pdf), *_bookmarks(pdf), *_links(pdf), *_structure(pdf)]


def _document(pdf: pikepdf.Pdf) -> Iterator[str]:
    with pdf.open_metadata() as metadata:
        if len(str(metadata.get("dc:title", ""))) < 5:
            yield "the document has no title"
        if not metadata.get("dc:description"):
            yield "the document has no description"
    if str(pdf.Root.get("/Lang", "")) not in ("en", "en-US"):
        yield "the document names no language"
    if not pdf.Root.get("/ViewerPreferences", {}).get("/DisplayDocTitle"):
        yield "a reader shows the file's name instead of the title"


def _bookmarks(pdf: pikepdf.Pdf) -> Iterator[str]:
    with pdf.open_outline() as outline:
        titles = [item.title for item in outline.root]
    if len(pdf.pages) > 4 and len(titles) < 3:
        yield "there are too few bookmarks"
    yield from (f"bookmark {title!r} is empty" for title in titles if not str(title).strip())


def _links(pdf: pikepdf.Pdf) -> Iterator[str]:
    for page in pdf.pages:
        for note in page.get("/Annots", []):
            if note.get("/Subtype") != "/Link":
                continue
            words = str(note.get("/Contents", ""))
            if not words.strip():
                yield "a link has no description"
            if looks_like_an_id(words):
                yield f"the words of a link are a name from the files: {words}"
            target = str(note.get("/A", {}).get("/URI", "")) if "/A" in note else ""
            if target and not target.startswith(("https://", "http://", "mailto:")):
                yield f"a link leads to {target}"


def _structure(pdf: pikepdf.Pdf) -> Iterator[str]:
    for element in _elements(pdf.Root.StructTreeRoot):
        kind = str(element.get("/S", ""))
        if kind == "/Figure" and (len(alt := str(element.get("/Alt", ""))) < 12 or _WEAK_ALT.fullmatch(alt)):
            yield f"the alt text of a figure is weak: {alt!r}"
        if kind == "/TH" and "/Scope" not in str(_attributes(element)):
            yield "a table's heading says not what it heads"


def _attributes(element: Any) -> Any:
    found = element.get("/A", None)
    if isinstance(found, pikepdf.Array):
        return [key for each in found if isinstance(each, pikepdf.Dictionary) for key in each]
    return list(found) if isinstance(found, pikepdf.Dictionary) else []


def _elements(node: Any) -> Iterator[Any]:
    """Yield every structure element below a node."""
    waiting = [node]
    while waiting:
        current = waiting.pop()
        if isinstance(current, pikepdf.Array):
            waiting += reversed(list(current))
        elif isinstance(current, pikepdf.Dictionary):
            if "/S" in current:
                yield current
            if "/K" in current:
                waiting.append(current["/K"])


def looks_like_an_id(words: str) -> bool:
    """Tell whether words are a name from the files, such as number-157 or eells2011meta."""
    return _ID.fullmatch(words.strip()) is not None
