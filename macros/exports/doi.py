"""A DOI's facts from its registry, by content negotiation: https://citation.doi.org/docs.html."""

import http.client
import re
import time
from typing import IO
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urlsplit
from urllib.request import HTTPRedirectHandler, ProxyHandler, Request, build_opener

from macros.bibliography.identifiers import DOI_PREFIX

BASE = "https://doi.org/"
ACCEPT = "application/vnd.citationstyles.csl+json"
LARGEST = 2 * 2**20
"""Bytes; a work with some thousand authors stays far below."""
TIMEOUT = 20.0
"""Seconds for the whole answer."""
_HOSTS = frozenset(
    "doi.org www.doi.org dx.doi.org api.crossref.org data.crossref.org data.crosscite.org api.datacite.org "
    "data.datacite.org data.medra.org".split()
)
"""doi.org and the registries to which it sends such a question on."""
_LOCAL = frozenset(["localhost", "127.0.0.1", "::1"])
_DOI = re.compile(r"10\.\d{4,9}(?:\.\d+)*/\S+")


class NoAnswer(Exception):
    """The registry gave no facts; the message says why, in words for an editor."""


def doi_in(text: str) -> str:
    """Return the DOI that a text is, without https://doi.org/ or doi: before it; empty when it is none."""
    bare = DOI_PREFIX.sub("", text.strip())
    return bare if _DOI.fullmatch(bare) else ""


class Registry:
    """Where facts are asked for; another `base` than doi.org is for tests and may be http on this computer only."""

    def __init__(self, base: str = BASE, timeout: float = TIMEOUT) -> None:
        self._base = base if base.endswith("/") else f"{base}/"
        self._timeout = timeout
        self._host = urlsplit(base).netloc

    def __call__(self, doi: str) -> bytes:
        """Return the CSL-JSON of a DOI; raises `NoAnswer`."""
        address = self._base + quote(doi, safe="/:;().-_")
        self.check(address)
        asked = Request(address, headers={"Accept": ACCEPT, "User-Agent": "leadership-handbook"})
        local = urlsplit(address).hostname in _LOCAL
        opener = build_opener(_Redirects(self), *([ProxyHandler({})] if local else []))
        try:
            with opener.open(asked, timeout=self._timeout) as answer:
                return self._read(answer)
        except HTTPError as error:
            raise NoAnswer(_reason(error.code, self._host)) from None
        except (OSError, URLError, http.client.HTTPException, ValueError) as error:
            reason = "took too long" if "timed out" in str(error) else "cannot be reached"
            raise NoAnswer(f"{self._host} {reason}; try again later, or download a .ris file") from None

    def check(self, address: str) -> None:
        """Ask only the hosts that are known, and only over https; raises `NoAnswer` for another address."""
        parts = urlsplit(address)
        if parts.netloc == self._host and self._host != urlsplit(BASE).netloc:
            allowed = parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in _LOCAL)
        else:
            allowed = parts.scheme == "https" and parts.netloc in _HOSTS and self._host in _HOSTS
        if not allowed:
            raise NoAnswer(f"the question was sent on to {parts.scheme}://{parts.netloc}, which is not asked")

    def _read(self, answer: http.client.HTTPResponse) -> bytes:
        kind = answer.headers.get_content_type()
        if "json" not in kind:
            raise NoAnswer("the registry knows this DOI, but gives no facts about it")
        until = time.monotonic() + self._timeout
        parts: list[bytes] = []
        while part := answer.read1(65536):
            parts.append(part)
            if sum(map(len, parts)) > LARGEST:
                raise NoAnswer(f"the answer is larger than {LARGEST // 2**20} MiB")
            if time.monotonic() > until:
                raise NoAnswer(f"{self._host} took too long; try again later, or download a .ris file")
        return b"".join(parts)


_REASONS = {
    404: "no registry knows this DOI; compare it with the source",
    406: "the registry knows this DOI, but gives no facts about it",
    429: "the registry is asked too often; try again later",
}


def _reason(code: int, host: str) -> str:
    if code in _REASONS:
        return _REASONS[code]
    if 300 <= code < 400:
        return f"{host} sent the question on too often, or to no web address"
    return f"{host} answered with error {code}"


class _Redirects(HTTPRedirectHandler):
    """Follows a few redirects, each checked before it is asked."""

    max_redirections = 5
    max_repeats = 2

    def __init__(self, registry: Registry) -> None:
        self._registry = registry

    def redirect_request(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: http.client.HTTPMessage, newurl: str
    ) -> Request | None:
        """Return the next question; its address must be one that may be asked."""
        self._registry.check(newurl)
        return super().redirect_request(req, fp, code, msg, headers, newurl)
