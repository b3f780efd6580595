"""Serves the built site as GitHub Pages does: packed, kept for ten minutes, below the path of its address."""

import gzip
import mimetypes
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache, partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

PACKED = ("text/", "application/javascript", "application/json", "application/xml", "image/svg", "application/wasm")
"""Kinds of file that the host packs."""


@cache
def _packed(file: Path, changed: int) -> bytes:
    return gzip.compress(file.read_bytes(), 6, mtime=0)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, site: Path, prefix: str, told: Callable[[str, int], object], *given: object) -> None:
        self.site, self.prefix, self.told = site, prefix, told
        super().__init__(*given)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        path = unquote(urlsplit(self.path).path)
        file = self.site / path.removeprefix(self.prefix).lstrip("/")
        if file.is_dir() and not path.endswith("/"):
            return self._send(301, b"", {"Location": f"{path}/"})
        file = file / "index.html" if file.is_dir() else file
        found = path.startswith(self.prefix) and file.is_file() and file.resolve().is_relative_to(self.site)
        return self._send_file(200, file) if found else self._send_file(404, self.site / "404.html")

    do_HEAD = do_GET

    def _send_file(self, status: int, file: Path) -> None:
        kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        text = kind.startswith("text/") or kind.endswith(("javascript", "json", "xml"))
        headers = {"Content-Type": f"{kind}; charset=utf-8" if text else kind, "Vary": "Accept-Encoding"}
        headers |= {"Cache-Control": "max-age=600", "ETag": f'"{file.stat().st_mtime_ns:x}"'}
        if kind.startswith(PACKED) and "gzip" in self.headers.get("Accept-Encoding", ""):
            headers["Content-Encoding"] = "gzip"
            return self._send(status, _packed(file, file.stat().st_mtime_ns), headers)
        return self._send(status, file.read_bytes(), headers)

    def _send(self, status: int, body: bytes, headers: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in {**headers, "Content-Length": str(len(body))}.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(body)
            self.told(self.path, len(body))

    def log_message(self, format: str, *args: object) -> None:
        """Requests are not news."""


@contextmanager
def served(
    site: Path, prefix: str = "/", told: Callable[[str, int], object] = lambda path, length: None
) -> Iterator[str]:
    """Serve `site` below `prefix`, which ends in a slash, while the block runs; give the address of its first page.

    `told` is called with the path and the length of each body that was sent.
    """
    mimetypes.add_type("font/woff2", ".woff2")
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, site.resolve(), prefix, told))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{prefix}"
    finally:
        server.shutdown()
