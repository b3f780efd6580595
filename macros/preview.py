"""The preview in a browser: while something is wrong, the last good page stands there with what is wrong above it."""

from collections.abc import Callable, Iterable, Sequence
from html import escape
from pathlib import Path
from typing import Any, Protocol

from macros.looking import Looking

_STYLES = Path(__file__).with_name("preview.css")
_STYLES_AT = "/_preview.css"
_NOTICE = """<section class="hb-preview" role="alert" aria-labelledby="hb-preview-title">
<h2 id="hb-preview-title">This does not build yet</h2>
<p>Below is the page as it was before your last change. Mend what is named here and save: the page follows.</p>
<pre>{report}</pre>
</section>
"""
_UNTIL_QUIET = 0.05
"""Seconds without a further change after which a build begins: a file is saved in steps, and often several are."""
Start = Callable[..., Any]
Application = Callable[[dict[str, Any], Start], Iterable[bytes]]
"""A WSGI application, as in PEP 3333."""
Build = Callable[[], None]


class Preview:
    """A WSGI application around that of the host; `report` is what is wrong, empty while all is well."""

    def __init__(self, pages: Application) -> None:
        self._pages = pages
        self.report = ""

    def __call__(self, environ: dict[str, Any], start: Start) -> Iterable[bytes]:
        """Answer one request: pages carry the report, everything else passes through."""
        if environ.get("PATH_INFO") == _STYLES_AT:
            return _answer(start, "200 OK", [("Content-Type", "text/css")], _STYLES.read_bytes())
        begun: list[Any] = []
        body = b"".join(self._pages(environ, lambda *given: begun.extend(given[:2])))
        status, headers = begun
        kind = next((value for name, value in headers if name.lower() == "content-type"), "")
        # Asked only now: the host holds a request until a build that is under way has ended.
        wrong = self.report and kind.startswith("text/html")
        return _answer(start, status, headers, self._with_report(body) if wrong else body)

    def telling(self, build: Callable[[], object], failure: type[Exception], tell: Callable[[str], None]) -> Build:
        """Return a build that does not fail: what was wrong stands in the report, and is told, until one succeeds."""

        def telling() -> None:
            try:
                build()
            except failure as wrong:
                self.report = str(wrong).strip()
                tell(self.report)
            else:
                self.report = ""

        return telling

    def _with_report(self, page: bytes) -> bytes:
        notice = _NOTICE.format(report=escape(self.report))
        styles = f'<link rel="stylesheet" href="{_STYLES_AT}"></head>'.encode()
        before, opening, after = page.replace(b"</head>", styles, 1).partition(b"<body")
        attributes, close, rest = after.partition(b">")
        return b"".join((before, opening, attributes, close, notice.encode(), rest)) if opening else page


class Watcher(Protocol):
    """What a server that builds again after an edit has."""

    observer: Any
    build_delay: float

    def watch(self, path: str) -> None: ...
    def unwatch(self, path: str) -> None: ...


def see_soon(server: Watcher, watched: Sequence[str]) -> None:
    """See an edit at once, where the host looks for edits twice a second: the editor waits for it.

    `watched` are the files and folders that the server watches already.
    """
    for path in watched:
        server.unwatch(path)
    server.observer = Looking()
    server.build_delay = _UNTIL_QUIET
    for path in watched:
        server.watch(path)


def _answer(start: Start, status: str, headers: Iterable[tuple[str, str]], body: bytes) -> list[bytes]:
    kept = [(name, value) for name, value in headers if name.lower() != "content-length"]
    start(status, [*kept, ("Content-Length", str(len(body)))])
    return [body]
