"""A source by its DOI, asked of a server on this computer."""

import json
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from macros.commands.add_source import add_source
from macros.exports.doi import ACCEPT, LARGEST, NoAnswer, Registry, doi_in

FACTS = {
    "type": "journal-article",
    "title": "Leading and learning",
    "author": [{"given": "Jane", "family": "Roe", "sequence": "first"}],
    "container-title": "Journal of Invented Studies",
    "issued": {"date-parts": [[2020, 5, 31]]},
    "volume": "3",
    "page": "10-20",
    "DOI": "10.5555/abc(1)_d",
    "URL": "https://doi.org/10.5555/abc(1)_d",
}


class _Registry(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        assert self.headers["Accept"] == ACCEPT
        name = self.path.rpartition("/")[2]
        if name in ("404", "406", "500"):
            self.send_error(int(name))
        elif name == "once":
            self._send_on("/10.5555/abc(1)_d")
        elif name == "for-ever":
            self._send_on(self.path + "?" if "?" not in self.path else self.path)
        elif name == "elsewhere":
            self._send_on("http://registry.example/10.5555/abc")
        elif name == "file":
            self._send_on("file:///etc/hostname")
        else:
            self._answer(name)

    def _send_on(self, address: str) -> None:
        self.send_response(302)
        self.send_header("Location", address)
        self.end_headers()

    def _answer(self, name: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html" if name == "html" else f"{ACCEPT}; charset=utf-8")
        self.end_headers()
        try:
            if name == "slow":
                for _ in range(40):
                    self.wfile.write(b" ")
                    time.sleep(0.05)
            self.wfile.write({"long": b" " * (LARGEST + 2), "broken": b"{"}.get(name, json.dumps(FACTS).encode()))
        except OSError:
            return

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def base() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Registry)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize("source", ["10.5555/abc(1)_d", "https://doi.org/10.5555/once", "doi:10.5555/once"])
def test_a_doi_becomes_an_entry(base: str, tmp_path: Path, source: str) -> None:
    bib = tmp_path / "references.bib"
    bib.write_bytes(b"")
    text, problems = add_source(source, bib, Registry(base))
    assert problems == []
    assert bib.read_text("utf-8") == text
    assert text.splitlines() == [
        "@article{roe2020leading,",
        "  author       = {Roe, Jane},",
        "  title        = {Leading and learning},",
        "  journaltitle = {Journal of Invented Studies},",
        "  date         = {2020-05-31},",
        "  volume       = {3},",
        "  pages        = {10--20},",
        "  doi          = {10.5555/abc(1)_d},",
        "}",
    ]


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("404", "No registry knows this DOI; compare it with the source."),
        ("406", "The registry knows this DOI, but gives no facts about it."),
        ("html", "The registry knows this DOI, but gives no facts about it."),
        ("500", "HOST answered with error 500."),
        ("long", "The answer is larger than 2 MiB."),
        ("broken", "What the registry answered cannot be read. Download a .ris file."),
        ("slow", "HOST took too long; try again later, or download a .ris file."),
        ("elsewhere", "The question was sent on to http://registry.example, which is not asked."),
        ("file", "HOST sent the question on too often, or to no web address."),
        ("for-ever", "HOST sent the question on too often, or to no web address."),
    ],
)
def test_what_went_wrong_is_told_and_nothing_is_added(base: str, tmp_path: Path, name: str, message: str) -> None:
    bib = tmp_path / "references.bib"
    bib.write_bytes(b"")
    text, problems = add_source(f"10.5555/{name}", bib, Registry(base, timeout=0.5))
    host = base.removeprefix("http://").rstrip("/")
    assert [problem.message.replace(host, "HOST") for problem in problems] == [message]
    assert (text, bib.read_bytes()) == ("", b"")


def test_only_this_computer_is_asked_without_encryption() -> None:
    with pytest.raises(NoAnswer, match="which is not asked"):
        Registry("http://doi.example/")("10.5555/abc")


def test_a_server_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(NoAnswer, match="cannot be reached"):
        Registry("http://127.0.0.1:9/")("10.5555/abc")


def test_without_a_network_a_doi_is_not_looked_up(tmp_path: Path) -> None:
    bib = tmp_path / "references.bib"
    bib.write_bytes(b"")
    _, problems = add_source("10.5555/abc", bib, None)
    assert [problem.message for problem in problems] == [
        "No network may be used here. Download a .ris file and add that."
    ]


@pytest.mark.parametrize(
    ("text", "doi"),
    [
        ("10.1000/xyz", "10.1000/xyz"),
        (" https://doi.org/10.1000/XYZ(1) ", "10.1000/XYZ(1)"),
        ("http://dx.doi.org/10.1000/xyz", "10.1000/xyz"),
        ("doi: 10.1000/xyz", "10.1000/xyz"),
        ("new.bib", ""),
        ("10.1/x", ""),
        ("https://example.org/10.1000/xyz", ""),
    ],
)
def test_a_doi_is_known_with_and_without_its_address(text: str, doi: str) -> None:
    assert doi_in(text) == doi
