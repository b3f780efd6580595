"""Lighthouse on one page of each kind, as its throttled phone meets it; exits 1 where a score is below its floor.

Run as `make lighthouse`, or `python -m bench.pages.audit [PAGE]...` for some of the pages. Scores of speed vary with
the load of the machine, whose own speed stands in the last column (Lighthouse calls below 1000 slow): a page below the
floor is measured twice more, and the middle of the three counts.
"""

import json
import os
import shutil
import statistics
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.pages.server import served

ROOT = Path(__file__).parents[2]
LIGHTHOUSE = Path(__file__).parent / "node_modules/lighthouse/cli/index.js"
FLOORS = {"performance": 95, "accessibility": 100, "best-practices": 100, "seo": 100}
TIMES = {"first-contentful-paint": "FCP", "largest-contentful-paint": "LCP", "total-blocking-time": "TBT"}
COLUMNS = (*TIMES.values(), "CLS", "machine")
PAGES = (
    "",
    "strategies/pick-one-shared-focus/",
    "situations/",
    "claims/cte-and-achievement/",
    "guides/three-legs-six-meetings/",
    "sources/",
    "search/",
    "about/privacy/",
)
"""Home, a strategy, an index, a claim, a guide, the list of all sources, search, a page of text."""


@dataclass(frozen=True)
class Result:
    """What Lighthouse says of one page; times are as it prints them, `failed` names the audits that did."""

    scores: dict[str, int]
    times: dict[str, str]
    shift: float
    machine: int
    failed: tuple[str, ...]


def main() -> None:
    """Audit the pages that are named, or all; print a table."""
    chrome = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if not LIGHTHOUSE.is_file() or chrome is None:
        sys.exit("Lighthouse needs Node and Chromium: run `make lighthouse`")
    heads = "".join(f"{name:>16}" for name in FLOORS) + "".join(f"{name:>9}" for name in COLUMNS)
    print(f"{'page':38}{heads}")
    low = False
    with served(ROOT / "site", "/handbook/") as address:
        for page in sys.argv[1:] or PAGES:
            result = settled(f"{address}{page}", chrome)
            low |= below(result)
            print(_row(page, result), flush=True)
    sys.exit(low)


def settled(url: str, chrome: str) -> Result:
    """Return the result of a page: the first, or the middle of three by speed where the first is too slow."""
    first = measure(url, chrome)
    if first.scores["performance"] >= FLOORS["performance"]:
        return first
    results = [first, measure(url, chrome), measure(url, chrome)]
    middle = statistics.median(result.scores["performance"] for result in results)
    return next(result for result in results if result.scores["performance"] == middle)


def measure(url: str, chrome: str) -> Result:
    """Run Lighthouse once with its defaults, which are those of a phone on a slow network."""
    flags = "--chrome-flags=--headless=new --no-sandbox --disable-gpu --disable-quic --disable-background-networking"
    command = ["node", str(LIGHTHOUSE), url, "--output=json", "--quiet", flags]
    done = subprocess.run(command, env={**os.environ, "CHROME_PATH": chrome}, capture_output=True, check=False)
    if done.returncode:
        sys.exit(done.stderr.decode("utf-8", "replace"))
    return _read(json.loads(done.stdout))


def below(result: Result) -> bool:
    """Tell whether any score is below its floor."""
    return any(result.scores[name] < floor for name, floor in FLOORS.items())


def _read(report: dict[str, Any]) -> Result:
    audits = report["audits"]
    return Result(
        {name: round(100 * (report["categories"][name]["score"] or 0)) for name in FLOORS},
        {short: audits[name].get("displayValue", "?").replace("\xa0", " ") for name, short in TIMES.items()},
        audits["cumulative-layout-shift"].get("numericValue", 0),
        round(report["environment"]["benchmarkIndex"]),
        tuple(_failed(report)),
    )


def _failed(report: dict[str, Any]) -> Iterator[str]:
    for name in ("accessibility", "best-practices", "seo"):
        for part in report["categories"][name]["auditRefs"]:
            audit = report["audits"][part["id"]]
            if part["weight"] and audit["score"] is not None and audit["score"] < 1:
                yield f"{name}: {audit['title']}"


def _row(page: str, result: Result) -> str:
    scores = "".join(f"{score:16}" for score in result.scores.values())
    times = "".join(f"{time:>9}" for time in result.times.values())
    return "\n    ".join([f"{page or '(home)':38}{scores}{times}{result.shift:9.3f}{result.machine:9}", *result.failed])


if __name__ == "__main__":
    main()
