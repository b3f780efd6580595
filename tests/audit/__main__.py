"""`make audit`: axe-core on every page of the built site, in each window and mode, and the record of what it found."""

import argparse
import sys
import time

from macros.lint import load
from tests.audit.everywhere import Run
from tests.audit.npm import Missing, installed
from tests.audit.record import RECORD, clean_pages, record_of
from tests.audit.serving import served
from tests.audit.site import ROOT, SITE, one_of_each, pages
from tests.conftest import CHROMIUM, FLAGS


def main() -> int:
    """Audit, print every violation, write the record; return 1 where there is one."""
    wanted = argparse.ArgumentParser(prog="python -m tests.audit", description=__doc__)
    wanted.add_argument("--kinds", action="store_true", help="one page of each kind only; writes no record")
    wanted.add_argument(
        "--minutes", type=float, default=0, help="stop after this time; the record says how far it came"
    )
    wanted.add_argument(
        "--go-on", action="store_true", help="of an unchanged site: only the pages that a run cut short left out"
    )
    given = wanted.parse_args()
    if CHROMIUM is None or installed():
        raise Missing(installed() or "Chromium is not on this machine")
    handbook = load(ROOT)
    seen = clean_pages(handbook) if given.go_on else ()
    first = [page for page in one_of_each().values() if page not in seen]
    rest = [] if given.kinds else [page for page in pages() if page not in (*first, *seen)]
    end = time.monotonic() + 60 * given.minutes if given.minutes else None
    with served(SITE) as address:
        run = Run(address, CHROMIUM, FLAGS, tell=print, is_over=lambda: end is not None and time.monotonic() > end)
        found = run.over([*first, *rest])
    found.pages += seen
    print(f"{len(found.pages)} of {len(pages())} pages, {len(found.violations)} violations")
    if not given.kinds:
        RECORD.write_text(record_of(found, handbook), "utf-8")
    return 1 if found.violations else 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except Missing as reason:
        sys.exit(f"The audit cannot run: {reason}")
