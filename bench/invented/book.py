"""A whole handbook that was made up, written into a folder."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from bench.invented.entries import (
    claim,
    claim_count,
    claim_id,
    id_of,
    pillar,
    situation,
    strategy,
    study,
    term,
)
from bench.invented.pages import write_pages
from bench.invented.works import bibtex, key, works
from macros.model.collections import COLLECTIONS
from macros.model.vocabulary import LegId, PillarId

HERE = Path(__file__).parents[2]


def write_book(root: Path, count: int) -> None:
    """Write a handbook of `count` strategies, as many works with a card each, and a fifth as many claims."""
    for folder in COLLECTIONS:
        (root / "content" / folder).mkdir(parents=True)
    for folder, id, data in _entries(count):
        text = yaml.dump(data, Dumper=yaml.CSafeDumper, sort_keys=False, allow_unicode=True, width=118)
        (root / "content" / folder / f"{id}.yml").write_text(text, "utf-8")
    (root / "references.bib").write_text("\n".join(map(bibtex, works(count))), "utf-8")
    write_pages(HERE / "docs", root / "docs")
    shutil.copy(HERE / "mkdocs.yml", root)
    (root / "macros").symlink_to(HERE / "macros")


def _entries(count: int) -> Iterator[tuple[str, str, dict[str, Any]]]:
    yield from (("strategies", id_of(number), strategy(number, count)) for number in range(count))
    yield from (("claims", claim_id(number), claim(number, count)) for number in range(claim_count(count)))
    yield from (("studies", key(number), study(number)) for number in range(count))
    for folder, names in (("pillars", PillarId), ("legs", LegId)):
        yield from ((folder, one.value, pillar(place, one.label, count)) for place, one in enumerate(names, 1))
    few = max(3, min(count // 20, 300))
    yield from (("situations", f"situation-{number}", situation(number, count)) for number in range(few))
    yield from (("terms", f"term-{number}", term(number)) for number in range(few))
