"""Pictures of pages of the built site, on a phone and on a desk, for the review of a pull request.

    handbook changes ../base --format json | python -m tests.pictures site pictures

reads what changed from standard input and writes a PNG of each changed page in both widths; of more than MOST pages,
the first.
"""

import json
import sys
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from playwright.sync_api import Browser, sync_playwright

from tests.conftest import CHROMIUM, FLAGS

SCREENS = {"phone": (390, 844), "desk": (1440, 900)}
"""Name -> width and height in CSS pixels."""
MOST = 25
"""Pages that are pictured at most; each takes some two seconds."""


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Requests are not news."""


def main(site: Path, out: Path) -> None:
    """Picture the pages that standard input names, those that are gone left out."""
    paths = [change["page"] for change in json.load(sys.stdin) if change["kind"] != "gone"]
    out.mkdir(parents=True, exist_ok=True)
    if not paths or CHROMIUM is None:
        print("no page to picture" if not paths else "Chromium is not on this machine: no pictures")
        return
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(site)))
    Thread(target=server.serve_forever, daemon=True).start()
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        for name in SCREENS:
            _picture(chromium, f"http://127.0.0.1:{server.server_port}", name, paths[:MOST], out)
        chromium.close()
    server.shutdown()
    print(f"{min(len(paths), MOST)} of {len(paths)} changed pages are in {out.name}/")


def _picture(chromium: Browser, address: str, screen: str, paths: list[str], out: Path) -> None:
    width, height = SCREENS[screen]
    page = chromium.new_page(viewport={"width": width, "height": height})
    for path in paths:
        page.goto(f"{address}/{url_of(path)}")
        page.screenshot(path=out / f"{path.removesuffix('.md').replace('/', '-')}-{screen}.png", full_page=True)
    page.close()


def url_of(path: str) -> str:
    """Return the address of a page from its path below docs/: strategies/x.md stands at strategies/x/."""
    bare = path.removesuffix(".md")
    return f"{bare.removesuffix('index').rstrip('/')}/".lstrip("/")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
