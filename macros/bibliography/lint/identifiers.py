"""DOI, ISBN, ISSN and URL: written as their registries define them, and only where needed."""

import re
from collections.abc import Iterator

from macros.bibliography.identifiers import DOI_PREFIX, bare_doi, verbatim
from macros.bibliography.work import Work
from macros.problems import Problem
from macros.web_address import deceit, wrong_sign

_DIGITS = "0123456789X"
_DOI = re.compile(r"10\.\d{4,9}(?:\.\d+)*/\S+")


def malformed_doi(work: Work) -> Iterator[Problem]:
    """A DOI must read 10.number/suffix, without a full stop or comma at its end."""
    doi = work.csl.get("DOI", "") if "doi" in work.field_places else ""
    if doi and not _DOI.fullmatch(doi):
        yield Problem(work.place_of("doi"), f"“{doi[:60]}” is not a DOI. A DOI looks like 10.1000/xyz.", "bib-doi")
    elif doi.endswith((".", ",", ";")):
        message = f"The DOI ends with “{doi[-1]}”, which does not belong to it. Delete that sign."
        yield Problem(work.place_of("doi"), message, "bib-doi")


def malformed_isbn(work: Work) -> Iterator[Problem]:
    """An ISBN must have 10 or 13 digits, the last of which checks the others."""
    if "isbn" not in work.field_places:
        return
    for isbn in re.split(r"[,;/]|\s+and\s+|\s+(?=97[89])", work.csl.get("ISBN", "")):
        digits = re.sub(r"[\s\-–]|\(.*?\)|^isbn:?", "", isbn.strip(), flags=re.IGNORECASE).upper()
        if digits and not _is_isbn(digits):
            message = f"“{isbn.strip()[:40]}” is not an ISBN: {_isbn_fault(digits)}. Compare it with the book."
            yield Problem(work.place_of("isbn"), message, "bib-isbn")


def _isbn_fault(digits: str) -> str:
    return "its last digit does not fit the others" if len(digits) in (10, 13) else "it must have 10 or 13 digits"


def _is_isbn(digits: str) -> bool:
    """Check digits by ISO 2108: weights 10 to 1 modulo 11, or 1 and 3 by turns modulo 10."""
    if re.fullmatch(r"\d{9}[\dX]", digits):
        return sum((10 - i) * (10 if d == "X" else int(d)) for i, d in enumerate(digits)) % 11 == 0
    if re.fullmatch(r"97[89]\d{10}", digits):
        return sum((3 if i % 2 else 1) * int(d) for i, d in enumerate(digits)) % 10 == 0
    return False


def malformed_issn(work: Work) -> Iterator[Problem]:
    """An ISSN must have eight digits, the last of which checks the others (ISO 3297: weights 8 to 1 modulo 11)."""
    if "issn" not in work.field_places:
        return
    for issn in re.split(r"[,;]\s*|\s+", work.csl.get("ISSN", "")):
        digits = issn.replace("-", "").replace("–", "").upper()
        total = sum((8 - i) * (10 if d == "X" else int(d)) for i, d in enumerate(digits) if d in _DIGITS)
        if digits and (not re.fullmatch(r"[0-9]{7}[0-9X]", digits) or total % 11):
            message = f"“{issn[:40]}” is not an ISSN: eight digits, the last checks the others."
            yield Problem(work.place_of("issn"), message, "bib-issn")


def malformed_url(work: Work) -> Iterator[Problem]:
    """A URL, in whichever field it stands, must begin with https:// or http:// and be what it seems."""
    field = next((name for name in ("url", "howpublished", "eprint") if name in work.field_places), "")
    url = verbatim(work.fields.get("url", "")) or str(work.csl.get("URL", ""))
    if not field or not url:
        return
    if not re.match(r"(?:https?|ftp)://[^\s/]+\.[^\s/]+|https?://localhost", url):
        yield Problem(work.place_of(field), f"“{url[:60]}” is no address. Begin it with https://", "bib-url")
    elif reason := deceit(url):
        yield Problem(work.place_of(field), f"{reason[0].upper()}{reason[1:]}.", "bib-url")
    elif sign := wrong_sign(url):
        yield Problem(work.place_of(field), f"No address holds {sign}. Copy it again from your browser.", "bib-url")


def needless_url(work: Work) -> Iterator[Problem]:
    """Where a DOI is known, a URL is not needed; a URL that is a DOI belongs into `doi`."""
    if "url" not in work.field_places:
        return
    url = verbatim(work.fields.get("url", ""))
    doi = work.csl.get("DOI", "")
    if doi:
        same = DOI_PREFIX.match(url) and bare_doi(url).lower() == doi.lower()
        message = "This URL is the DOI once more. Delete it." if same else "The DOI is enough here. Delete the URL."
        yield Problem(work.place_of("url"), message, "bib-url", "note")
    elif DOI_PREFIX.match(url):
        message = f"Write this address as doi = {{{bare_doi(url)[:60]}}} instead."
        yield Problem(work.place_of("url"), message, "bib-url", "note")
