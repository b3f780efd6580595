"""The host as a child of `handbook build`: it ends with the program that started it, and passes on what a disk refuses.

Run as `python -m macros.commands.host HOST ...`; the program that starts it keeps the other end of its standard input.
"""

import json
import os
import runpy
import signal
import sys
from threading import Thread

from macros.commands.refusing import file_of

HOST = "mkdocs"
"""The generator that builds the site; "properdocs" is its drop-in fork, see docs/edit/way-out.md."""
REFUSED = "handbook: the disk refused: "
"""What stands before an OSError as JSON: its number, its words and its file."""


def main() -> None:
    """Run the host named first with the words that follow."""
    Thread(target=_end_with_parent, daemon=True).start()
    del sys.argv[0]
    try:
        runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)
    except OSError as failure:
        print(REFUSED + json.dumps([failure.errno, failure.strerror, file_of(failure)]), flush=True)
        sys.exit(1)


def _end_with_parent() -> None:
    """Wait for the end of the standard input, which comes when the parent dies, then end everything started here."""
    os.read(0, 1)
    if hasattr(os, "killpg"):
        os.killpg(0, signal.SIGKILL)
    os._exit(1)


if __name__ == "__main__":
    main()
