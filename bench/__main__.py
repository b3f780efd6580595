"""`python -m bench [a b c ...] [--quick] [--profile]`: measure, print, and write the table of bench/README.md.

`--quick` takes one sample of each and leaves out the largest handbooks; `--profile` says instead where our time goes.
"""

import argparse
import os
from datetime import date
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.machine import machine
from bench.parts import MODULES, PARTS
from bench.progress import say
from bench.settings import Settings
from bench.table import keep, lines, read, write


def main() -> None:
    """Run the parts that are named, or all; our modules are compiled once, as pip has compiled those of the peers."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("parts", nargs="*", metavar="a..g", help="parts to run; all where none is named")
    parser.add_argument("--quick", action="store_true", help="one sample, without the largest handbooks")
    parser.add_argument("--largest", type=int, default=3000, help="strategies of the largest handbook in part b")
    parser.add_argument("--profile", action="store_true", help="print where the time of a, b and d goes")
    given = parser.parse_args()
    if unknown := [letter for letter in given.parts if letter not in PARTS]:
        parser.error(f"there is no part {unknown[0]}: the parts are {' '.join(PARTS)}")
    for letter in given.parts or PARTS:
        with TemporaryDirectory(prefix="bench-") as scratch:
            _run(letter, Settings(Path(scratch), given.quick, given.largest), given.profile)


def _run(letter: str, settings: Settings, profiled: bool) -> None:
    say(f"({letter}) {PARTS[letter]}")
    if profiled:
        from bench.profile import report

        report(letter, settings)
        return
    rows = list(import_module(f"bench.{MODULES[letter]}").rows(settings))
    keep(letter, date.today().isoformat(), machine(), settings.quick, rows)
    write()
    print("\n".join(lines({letter: read()[letter]})), flush=True)


if __name__ == "__main__":
    main()
