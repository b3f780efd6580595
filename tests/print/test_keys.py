"""A printed document is made again wherever an edit changes what stands in it: one key never has two contents."""

from collections.abc import Callable
from pathlib import Path

import pytest

from macros.handbook import read
from macros.kept_files import KeptFiles
from macros.print.downloads import print_all
from macros.print.press import Press
from macros.prose import format_site
from tests.edits.alterations import alterations


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> dict[bytes, set[bytes]]:
    """Return what the press makes of data, by key; nothing is typeset, and nothing comes from the shelf."""
    found: dict[bytes, set[bytes]] = {}

    def fetch(_: KeptFiles, name: str, decided_by: bytes, make: Callable[[], bytes]) -> bytes:
        found.setdefault(name.encode() + decided_by, set()).add(data := make())
        return data

    monkeypatch.setattr(KeptFiles, "fetch", fetch)
    monkeypatch.setattr(Press, "pdf", lambda *_: b"/Type /Page")
    monkeypatch.setattr(Press, "keep", lambda *_: b"")
    return found


def test_one_key_never_has_two_contents(tree: Path, tmp_path: Path, made: dict[bytes, set[bytes]]) -> None:
    tried = 0
    for file, text in alterations(tree):
        saved = file.read_text("utf-8")
        file.write_text(text, "utf-8")
        if (handbook := read(tree).handbook) is not None:
            formatted = format_site(handbook, "apa", tmp_path / "citations")
            print_all(handbook, formatted, "https://x.example/", tmp_path, tmp_path)
            tried += 1
        file.write_text(saved, "utf-8")
    assert tried > 60, tried
    assert len(made) > tried  # otherwise no edit has changed anything
    assert [len(contents) for contents in made.values() if len(contents) > 1] == []
