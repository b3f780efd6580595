"""A saved file is seen, whether the system tells of it or not; a file that is only read is not."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

import pytest
from watchdog.events import FileSystemEvent, FileSystemEventHandler

from macros.looking import Looking, state_of

PATIENCE = 30
"""Seconds until a change that nobody sees is a failure."""
WHILE = 0.3
"""Seconds in which nothing must be told."""
SLOW, QUICK = 3600.0, 0.01
"""Seconds between two regular looks: so long that only the system can tell, and so short that it need not."""

Seen = Callable[[Path], Event]


@pytest.fixture(params=[SLOW, QUICK], ids=["told by the system", "seen by looking"])
def watch(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[Seen]:
    """Return a function that watches a path, and returns what is set when a change of it is told."""
    looking = Looking(request.param)
    if request.param == QUICK:
        monkeypatch.setattr(looking, "_hear", lambda path, event: None)

    def watching(path: Path) -> Event:
        told = Event()

        class Handler(FileSystemEventHandler):
            def on_any_event(self, event: FileSystemEvent) -> None:
                assert not event.is_directory
                told.set()

        looking.schedule(Handler(), str(path))
        looking.start()
        return told

    yield watching
    looking.stop()
    looking.join()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "tea.yml").write_text("title: Tea\n", "utf-8")
    return tmp_path


CHANGES: dict[str, Callable[[Path], object]] = {
    "saved": lambda file: file.write_text("title: Green tea\n", "utf-8"),
    "saved with as many letters": lambda file: file.write_text("title: Pea\n", "utf-8"),
    "replaced": lambda file: os.replace(_written(file.with_name("new.yml")), file),
    "deleted": lambda file: file.unlink(),
    "renamed": lambda file: file.rename(file.with_name("coffee.yml")),
    "joined by another": lambda file: _written(file.with_name("coffee.yml")),
}


def _written(file: Path) -> Path:
    file.write_text("title: Coffee\n", "utf-8")
    return file


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_in_a_folder_is_told(watch: Seen, folder: Path, change: str) -> None:
    told = watch(folder)
    CHANGES[change](folder / "in" / "tea.yml")
    assert told.wait(PATIENCE)


def test_a_change_of_one_file_is_told(watch: Seen, folder: Path) -> None:
    file = folder / "in" / "tea.yml"
    told = watch(file)
    file.write_text("title: Coffee\n", "utf-8")
    assert told.wait(PATIENCE)


def test_reading_tells_nothing(watch: Seen, folder: Path) -> None:
    told = watch(folder)
    (folder / "in" / "tea.yml").read_text("utf-8")
    assert not told.wait(WHILE)


def test_a_file_that_goes_while_it_is_looked_at_is_no_failure(folder: Path) -> None:
    (folder / "in" / "gone.yml").symlink_to(folder / "nowhere")
    assert [*state_of(str(folder))] == [str(folder / "in" / "tea.yml")]
    assert state_of(str(folder / "nowhere")) == {}
