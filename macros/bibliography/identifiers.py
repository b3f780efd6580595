"""Identifiers and links: DOI, ISBN, eprints and addresses, without TeX's escapes."""

import re

from macros.bibliography.draft import Draft
from macros.bibliography.latex import decode_plain

DOI_PREFIX = re.compile(r"^\s*(?:https?://(?:dx\.|www\.)?doi\.org/|doi:\s*|urn:doi:|info:doi/)", re.IGNORECASE)
_ADDRESSES = {
    "jstor": "https://www.jstor.org/stable/{}",
    "hdl": "https://hdl.handle.net/{}",
    "handle": "https://hdl.handle.net/{}",
    "googlebooks": "https://books.google.com/books?id={}",
    "eric": "https://eric.ed.gov/?id={}",
    "ssrn": "https://ssrn.com/abstract={}",
    "arxiv": "https://arxiv.org/abs/{}",
    "pubmed": "https://pubmed.ncbi.nlm.nih.gov/{}",
}
"""Kind of eprint -> address of the work."""
_ESCAPED = re.compile(r"\\([_%&#$~{}])|\\textasciitilde\s*(?:\{\})?|\{\\textasciitilde\}|\$\\sim\$|[{}]")


def verbatim(tex: str) -> str:
    """Return an address or identifier without TeX's escapes; `~` and `--` stay as they are."""
    if not tex:
        return ""
    unwrapped = re.sub(r"^\\url\s*\{(.*)\}$", r"\1", tex.strip(), flags=re.DOTALL)
    text = re.sub(r"\\~\s*\{\}", "~", unwrapped)
    text = _ESCAPED.sub(lambda match: match[1] or ("" if match[0] in "{}" else "~"), text)
    return "".join(text.split())


def bare_doi(tex: str) -> str:
    """Return a DOI without `https://doi.org/` or `doi:` before it."""
    return DOI_PREFIX.sub("", verbatim(tex))


def put_identifiers(draft: Draft) -> None:
    """Set DOI, ISBN, ISSN, PMID and URL."""
    draft.put("DOI", bare_doi(draft.raw("doi")))
    draft.put("ISBN", decode_plain(draft.raw("isbn")))
    draft.put("ISSN", decode_plain(draft.raw("issn")))
    draft.put("PMID", verbatim(draft.raw("pmid")))
    draft.put("PMCID", verbatim(draft.raw("pmcid")))
    draft.put("URL", verbatim(draft.raw("url")))
    published = draft.fields.get("howpublished", "")
    if link := re.search(r"\\url\s*\{([^{}]*)\}|https?://\S+", published):
        draft.put("URL", verbatim(link[1] or link[0]))
    if draft.raw("eprint"):
        _put_eprint(draft)


def _put_eprint(draft: Draft) -> None:
    name, kind = draft.first("eprinttype", "archiveprefix")
    number = verbatim(draft.raw("eprint"))
    draft.used.update(["eprintclass", "primaryclass"])
    kind = decode_plain(kind).strip()
    kind_name = kind.lower()
    if kind_name == "arxiv" or (not kind and re.fullmatch(r"\d{4}\.\d{4,5}(v\d+)?|[a-z-]+/\d{7}", number)):
        number = re.sub(r"^arxiv:", "", number, flags=re.IGNORECASE)
        if draft.csl["type"] == "article":
            draft.put("number", f"arXiv:{number}")
            draft.put("publisher", "arXiv")
        kind_name = "arxiv"
    if kind_name in ("pubmed", "pmid"):
        draft.put("PMID", number)
    elif kind_name in ("pmc", "pmcid"):
        draft.put("PMCID", number)
    elif kind_name in _ADDRESSES:
        if "DOI" not in draft.csl:
            draft.put("URL", _ADDRESSES[kind_name].format(number))
    else:
        _put_archive(draft, kind, number, name)


def _put_archive(draft: Draft, kind: str, number: str, name: str) -> None:
    if number.startswith(("http://", "https://")):
        draft.put("URL", number)
    elif kind:
        draft.put("archive", kind)
        draft.put("archive_location", number)
    else:
        message = "An eprint needs its kind: add eprinttype = {arxiv}, {eric}, {jstor}, {pubmed} or another."
        draft.report("eprint", message, "bib-identifier")
