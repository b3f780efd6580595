"""An editor sees an edit in her browser; where it is wrong she sees why, above the page as it was."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.request import urlopen

import pytest

from macros.preview import Preview

ROOT = Path(__file__).parents[2]
TERM = "content/terms/claim.yml"
PATIENCE = 120
"""Seconds until a page that never changes is a failure; how soon it changes is measured in bench/."""


def _page(kind: str, body: bytes) -> Callable[..., list[bytes]]:
    def answer(environ: object, start: Callable[..., None]) -> list[bytes]:
        start("200 OK", [("Content-Type", kind), ("Content-Length", str(len(body)))])
        return [body]

    return answer


def _ask(preview: Preview, path: str = "/") -> tuple[list[tuple[str, str]], bytes]:
    headers: list[tuple[str, str]] = []
    body = b"".join(preview({"PATH_INFO": path}, lambda status, given: headers.extend(given)))
    assert dict(headers)["Content-Length"] == str(len(body)) if body else True
    return headers, body


HTML = b"<html><head></head><body class='x'><h1>Good</h1></body></html>"


def test_without_a_report_a_page_is_as_it_was() -> None:
    assert _ask(Preview(_page("text/html", HTML)))[1] == HTML


def test_a_report_stands_above_the_page_as_text() -> None:
    preview = Preview(_page("text/html", HTML))
    preview.report = "content/x.yml:1:1: <b> is HTML"
    body = _ask(preview)[1].decode()
    assert "content/x.yml:1:1: &lt;b&gt; is HTML" in body
    assert body.index('role="alert"') < body.index("<h1>Good")
    assert "<body class='x'>" in body


def test_other_files_carry_no_report() -> None:
    preview = Preview(_page("text/css", b"a { }"))
    preview.report = "wrong"
    assert _ask(preview)[1] == b"a { }"


def test_the_report_brings_its_own_styles() -> None:
    headers, body = _ask(Preview(_page("text/html", HTML)), "/_preview.css")
    assert dict(headers)["Content-Type"] == "text/css"
    assert b".hb-preview" in body


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    tree = tmp_path_factory.mktemp("preview")
    for name in ("content", "docs", "macros"):
        shutil.copytree(ROOT / name, tree / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("references.bib", "search.yml", "mkdocs.yml"):
        shutil.copy(ROOT / name, tree)
    if (ROOT / ".cache" / "citations").is_dir():
        shutil.copytree(ROOT / ".cache" / "citations", tree / ".cache" / "citations")
    return tree


@pytest.fixture(scope="module")
def read(tree: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str, str], str]]:
    """Return a function that reads an address of the preview until some words stand on it.

    A preview that is told to stop leaves nothing behind.
    """
    temporary = tmp_path_factory.mktemp("temporary")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    serving = subprocess.Popen(
        [sys.executable, "-m", "macros", "serve", "--address", f"127.0.0.1:{port}"],
        cwd=tree,
        env={**os.environ, "PYTHONPATH": str(ROOT), "TMPDIR": str(temporary)},
        start_new_session=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )

    def until(path: str, words: str) -> str:
        end, page = time.monotonic() + PATIENCE, ""
        while time.monotonic() < end:
            assert serving.poll() is None, "the preview has ended"
            try:
                with urlopen(f"http://127.0.0.1:{port}/handbook{path}", timeout=PATIENCE) as answer:
                    page = answer.read().decode()
            except OSError:
                page = ""
            if words in page:
                return page
            time.sleep(0.2)
        pytest.fail(f"{path} never said {words!r}")

    yield until
    assert [*temporary.iterdir()]
    os.killpg(serving.pid, signal.SIGTERM)
    serving.wait()
    assert [*temporary.iterdir()] == []


def test_an_edit_is_on_every_page_that_shows_it(tree: Path, read: Callable[[str, str], str]) -> None:
    read("/terms/claim/", "Claim")
    file = tree / TERM
    title = next(line for line in file.read_text("utf-8").splitlines() if line.startswith("title:"))
    file.write_text(file.read_text("utf-8").replace(title, "title: Zebra claim"), "utf-8")
    read("/terms/claim/", "Zebra claim")
    read("/terms/", "Zebra claim")


def test_a_mistake_is_told_in_the_browser_and_the_last_good_page_stays(
    tree: Path, read: Callable[[str, str], str]
) -> None:
    file = tree / TERM
    good = file.read_text("utf-8")
    file.write_text(good.replace("title: Zebra claim", "titel: Lion claim"), "utf-8")
    page = read("/terms/claim/", "This does not build yet")
    assert f"{TERM}:" in page
    assert "did you mean" in page
    assert "Zebra claim" in page
    file.write_text(good.replace("Zebra claim", "Okapi claim"), "utf-8")
    page = read("/terms/claim/", "Okapi claim")
    assert "This does not build yet" not in page
