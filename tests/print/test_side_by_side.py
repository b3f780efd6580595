"""Jobs side by side: in order, and none goes on when the program was told to stop."""

import subprocess
import sys
from pathlib import Path

import pytest

from macros.print.side_by_side import side_by_side
from tests.whole.tree import environment

TOLD_AS_A_THREAD_BEGINS = """
import os, signal, sys, threading, time
from pathlib import Path
from macros.print.side_by_side import side_by_side
from macros.stopping import Stopped, heed
from macros.whole_file import write_whole
from macros.workshop import workshop

start = threading.Thread.start

def told(thread):
    start(thread)
    os.kill(os.getpid(), signal.SIGTERM)

def work(file):
    time.sleep(0.3)
    write_whole(file, b"made")

signal.signal(signal.SIGTERM, signal.SIG_DFL)
heed()
threading.Thread.start = told
try:
    with workshop(Path(sys.argv[1])) as folder:
        side_by_side(work, [folder / str(number) for number in range(4)])
except Stopped:
    print("stopped")
"""


def test_what_is_made_stands_in_the_order_of_the_jobs() -> None:
    assert side_by_side(lambda number: number * 2, range(9)) == tuple(range(0, 18, 2))


def test_what_goes_wrong_in_a_job_is_raised() -> None:
    with pytest.raises(ZeroDivisionError):
        side_by_side(lambda number: 1 // number, [1, 0, 2])


def test_a_program_that_is_told_to_stop_as_a_thread_begins_leaves_nothing(tmp_path: Path) -> None:
    command = [sys.executable, "-c", TOLD_AS_A_THREAD_BEGINS, str(tmp_path / "guides")]
    done = subprocess.run(command, env=environment(), capture_output=True, text=True, check=False)
    assert done.stdout == "stopped\n", done.stderr
    assert [*tmp_path.iterdir()] == []
