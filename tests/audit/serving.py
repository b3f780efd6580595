"""The built site behind a local address, below the path that it has on the web, and with the page for unknown addresses."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

from lxml import html

from tests.audit.npm import AXE

AXE_ADDRESS = "/axe.min.js"


class _Site(SimpleHTTPRequestHandler):
    """Answers below the site's own path as well as at the root: the page for unknown addresses names its files in full."""

    protocol_version = "HTTP/1.1"

    def __init__(self, *given: object, below: str, **named: object) -> None:
        self.below = below
        super().__init__(*given, **named)  # type: ignore[arg-type] # passed on as it came

    def translate_path(self, path: str) -> str:
        if path == AXE_ADDRESS:
            return str(AXE)
        return super().translate_path("/" + path.removeprefix(self.below).lstrip("/"))

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        if code != HTTPStatus.NOT_FOUND:
            return super().send_error(code, message, explain)
        body = (Path(self.directory) / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Requests are not news."""


@contextmanager
def served(site: Path) -> Iterator[str]:
    """Yield the address at which a built site is served."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Site, directory=str(site), below=_path_of(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()


def _path_of(site: Path) -> str:
    """Return the path that the site has on the web, such as /handbook/."""
    home = html.fromstring((site / "index.html").read_bytes()).xpath("string(//link[@rel='canonical']/@href)")
    return urlsplit(home).path or "/"
