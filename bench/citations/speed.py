"""CPU seconds for the citations of a whole site, cold, kept, and by citeproc-js: `python bench/citations/speed.py`."""

import json
import random
import resource
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))

from compare import HERE, asked, question

from macros.citations.cluster import parse_cluster
from macros.citations.engine import format_citations
from macros.citations.style import STYLES

_SURNAMES = [
    first + end
    for first in ["Ash", "Bar", "Cal", "Dor", "Eld", "Far", "Gar", "Hal", "Ing", "Kel", "Lor", "Mar", "Nor"]
    for end in ["an", "er", "ing", "ow", "son"]
]
_GIVEN = ["Ana", "Ben", "Cy", "Di", "Eli", "Fay", "Gus", "Hal", "Ivy", "Jo", "Kim", "Lee", "Max", "Nan", "Oz", "Pat"]


def invented(count: int) -> list[dict[str, Any]]:
    """Return so many works; a third of their surnames are shared, and some years too."""
    chance = random.Random(1)
    return [_work(number, chance) for number in range(count)]


def _work(number: int, chance: random.Random) -> dict[str, Any]:
    people = [
        {"family": chance.choice(_SURNAMES), "given": chance.choice(_GIVEN)}
        for _ in range(chance.choice((1, 1, 2, 2, 3, 5)))
    ]
    return {
        "id": f"work{number}",
        "type": "article-journal",
        "title": f"A study of school {number}",
        "container-title": "Journal of Invented Studies",
        "volume": str(number % 40 + 1),
        "page": "3-14",
        "author": people,
        "issued": {"date-parts": [[1990 + number % 35]]},
        "DOI": f"10.5555/{number}",
    }


def seconds(act: Callable[[], object]) -> float:
    """Return the CPU seconds of an act, those of its child processes with it."""

    def used() -> float:
        own, children = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
        return own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime

    before = used()
    act()
    return used() - before


def _ask_oracle(given: bytes) -> None:
    subprocess.run(["node", str(HERE / "oracle.mjs")], input=given, capture_output=True, check=True)


def main() -> None:
    """Print one line for each size and style."""
    for count in (200, 1000):
        works = invented(count)
        clusters = [raw for work in works for raw in (f"[@{work['id']}]", f"@{work['id']} [p. 3]")]
        for style in STYLES.values():
            with TemporaryDirectory() as folder:
                ours = partial(format_citations, works, clusters, style.id, cache=Path(folder))
                cold, warm = seconds(ours), seconds(ours)
            given = {**question(style), "items": works, "clusters": [asked(parse_cluster(raw)) for raw in clusters]}
            oracle = seconds(partial(_ask_oracle, json.dumps(given).encode()))
            print(
                f"{count:5} works {style.id:8} cold {cold:6.2f}  kept {warm:6.3f}  citeproc-js {oracle:6.2f}",
                flush=True,
            )


if __name__ == "__main__":
    main()
