"""What is being measured just now, for whoever waits."""

import sys
import time

_START = time.monotonic()


def say(words: str) -> None:
    """Print a line of progress, with the minutes since the start."""
    minutes = (time.monotonic() - _START) / 60
    print(f"  {minutes:5.1f} min  {words}", file=sys.stderr, flush=True)
