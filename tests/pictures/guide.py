"""The pictures of the README and of the page on how to edit, made from the running tools: `make pictures` writes them
anew.

    python -m tests.pictures.guide

A mistake is made in a copy of the handbook; the check and the preview say what they say.
"""

import shutil
import tempfile
from base64 import b64encode
from collections.abc import Callable, Iterable
from pathlib import Path
from threading import Thread
from wsgiref.simple_server import WSGIRequestHandler, make_server

from markdown_it import MarkdownIt
from playwright.sync_api import Browser, Page, sync_playwright

from macros.lint import check
from macros.preview import Preview
from macros.report import report
from macros.summary import summary as in_plain_words
from tests.conftest import CHROMIUM, FLAGS

ROOT = Path(__file__).parents[2]
OUT = ROOT / "docs" / "assets" / "images" / "edit"
FRONT = ROOT / ".github" / "images" / "site.png"
SITE = "https://leadership-handbook.github.io/handbook/"
ENTRY = "strategies/pick-one-shared-focus"
WIDTH, SHARPNESS = 760, 1.5
"""CSS pixels, and pixels of the picture for each, since most screens are sharp."""
_SCREENS = {"": (1440, 1000), f"{ENTRY}/": (390, 844)}
"""Page -> the screen on which it stands in the picture of the README, in CSS pixels."""
_TALL, _EDGE = 760, 16
"""How tall both screens are in that picture, and the room around them, in its pixels."""
_KINDS = {".css": "text/css", ".js": "text/javascript", ".html": "text/html", ".woff2": "font/woff2"}
_SUMMARY = """<!doctype html><meta charset="utf-8"><style>
body {{ margin: 0; padding: 4px 24px 8px; width: {width}px; box-sizing: border-box; font: 15px/1.5 sans-serif; }}
code {{ font: 13px ui-monospace, monospace; background: #f0f1f2; padding: 2px 4px; overflow-wrap: anywhere; }}
pre {{ background: #f0f1f2; padding: 10px 14px; margin: 8px 0; }} pre code {{ padding: 0; }}
h2 {{ font-size: 21px; border-bottom: 1px solid #c9ccd0; padding-bottom: 5px; }} h3 {{ font-size: 17px; }}
a {{ color: #0a58ca; }} p, ul {{ margin: 8px 0; }}
</style><main>{text}</main>"""


class _Quiet(WSGIRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Requests are not news."""


def main() -> None:
    """Write the four pictures."""
    OUT.mkdir(parents=True, exist_ok=True)
    told, summary = mistaken()
    preview = Preview(_files)
    server = make_server("127.0.0.1", 0, preview, handler_class=_Quiet)  # type: ignore[arg-type] # WSGI, plainly typed
    Thread(target=server.serve_forever, daemon=True).start()
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        page = chromium.new_page(viewport={"width": WIDTH, "height": 420}, device_scale_factor=SHARPNESS)
        address = f"http://127.0.0.1:{server.server_port}/{ENTRY}/"
        page.goto(address)
        page.add_style_tag(content=".md-content__button { outline: 4px solid #a3290e; outline-offset: 4px; }")
        _keep(page, "pencil")
        page.set_content(_SUMMARY.format(width=WIDTH, text=MarkdownIt().render(summary)))
        _keep(page, "check", page.evaluate("document.querySelector('main').offsetHeight + 30"))
        preview.report = told
        page.goto(address)
        _keep(page, "preview", 560)
        preview.report = ""
        _keep_front(chromium, f"http://127.0.0.1:{server.server_port}")
        chromium.close()
    server.shutdown()


def mistaken() -> tuple[str, str]:
    """Return what the check and its summary say of a copy of the handbook in which two words are misspelt."""
    with tempfile.TemporaryDirectory() as folder:
        tree = Path(folder)
        for name in ("content", "docs"):
            shutil.copytree(ROOT / name, tree / name)
        for name in ("references.bib", "search.yml"):
            shutil.copy(ROOT / name, tree)
        file = tree / "content" / f"{ENTRY}.yml"
        text = file.read_text("utf-8").replace("visionary", "visionnary", 1)
        file.write_text(text.replace("do_this_week:", "do_this_weak:", 1), "utf-8")
        errors = [problem for problem in check(tree)[1] if problem.severity == "error"]
        return report(errors, tree), in_plain_words(errors, tree, SITE)


def _keep(page: Page, name: str, height: int = 420) -> None:
    page.set_viewport_size({"width": WIDTH, "height": height})
    page.wait_for_timeout(500)
    page.screenshot(path=OUT / f"{name}.png")


def _keep_front(chromium: Browser, address: str) -> None:
    """Picture the home page on a desk and an entry on a phone, side by side."""
    images = []
    for path, (width, height) in _SCREENS.items():
        page = chromium.new_page(viewport={"width": width, "height": height}, device_scale_factor=_TALL / height)
        page.goto(f"{address}/{path}")
        page.wait_for_timeout(500)
        images.append(f'<img src="data:image/png;base64,{b64encode(page.screenshot()).decode()}">')
    wide = sum(round(width * _TALL / height) for width, height in _SCREENS.values()) + _EDGE * (len(_SCREENS) + 1)
    page = chromium.new_page(viewport={"width": wide, "height": _TALL + 2 * _EDGE})
    style = f"margin: {_EDGE}px; display: flex; gap: {_EDGE}px; background: #d8d0c2"
    page.set_content(f'<body style="{style}">{"".join(images)}')
    page.screenshot(path=FRONT)


def _files(environ: dict[str, object], start: Callable[..., object]) -> Iterable[bytes]:
    """Serve the built site; its policy is left out, as in a preview."""
    path = ROOT / "site" / str(environ["PATH_INFO"]).lstrip("/")
    file = path / "index.html" if path.is_dir() else path
    if not file.is_file():
        start("404 Not Found", [("Content-Type", "text/plain")])
        return [b""]
    start("200 OK", [("Content-Type", _KINDS.get(file.suffix, "application/octet-stream"))])
    body = file.read_bytes()
    return [body.replace(b'http-equiv="Content-Security-Policy"', b'name="left-out"')]


if __name__ == "__main__":
    main()
