"""The table of results: kept as data in results.json, written into README.md between two marks."""

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from bench.parts import PARTS
from bench.row import Row

HERE = Path(__file__).parent
RESULTS, README = HERE / "results.json", HERE / "README.md"
START, END = "<!-- results: written by make bench -->", "<!-- end of results -->"


def keep(part: str, date: str, machine: str, quick: bool, rows: Iterable[Row], file: Path = RESULTS) -> None:
    """Put the results of a part in the place of its last ones."""
    results = read(file)
    results[part] = {"date": date, "machine": machine, "quick": quick, "rows": [row.data for row in rows]}
    file.write_text(json.dumps(dict(sorted(results.items())), indent=1, ensure_ascii=False) + "\n", "utf-8")


def read(file: Path = RESULTS) -> dict[str, Any]:
    """Return the results by the letter of their part."""
    return json.loads(file.read_text("utf-8")) if file.is_file() else {}


def write(readme: Path = README, results: Path = RESULTS) -> None:
    """Write the results into the text around them."""
    before, _, rest = readme.read_text("utf-8").partition(START)
    table = "\n".join(lines(read(results)))
    readme.write_text(f"{before}{START}\n{table}\n{END}{rest.partition(END)[2]}", "utf-8")


def lines(results: Mapping[str, Any]) -> Iterator[str]:
    """Yield the lines of the table, a heading above each part."""
    for letter, result in results.items():
        taken = "one sample" if result["quick"] else "medians of at most five samples"
        yield f"\n### ({letter}) {PARTS[letter]}\n"
        yield f"{result['date']}, {taken}; {result['machine']}\n"
        yield "| what | measured | memory | beside | ratio | target | holds |"
        yield "| --- | ---: | ---: | --- | ---: | ---: | --- |"
        yield from (line(Row(**data)) for data in result["rows"])
    yield ""


def line(row: Row) -> str:
    """Return a row as a line of the table."""
    peak = "" if row.peak is None else f"{row.peak:,.0f} MB"
    ratio = "" if row.ratio is None else f"{row.ratio:.2f} ×"
    unit = row.unit if row.ratio is None else "×"
    target = "" if row.target is None else f"≤ {row.target:g} {unit}"
    holds = {None: "", True: "yes", False: "**no**"}[row.holds]
    cells = (row.what, f"{_figure(row.value)} {row.unit}", peak, row.beside, ratio, target, holds)
    return f"| {' | '.join(cells)} |"


def _figure(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.2f}" if value >= 1 or value < 0 else f"{value:.3g}"
