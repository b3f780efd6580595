"""(g) Search in a browser: bytes and time until the first answer, time of later ones, memory; beside its peers."""

from collections.abc import Iterator
from pathlib import Path

import yaml

from bench.browser import Answers, answers, available
from bench.invented.words import topic
from bench.peers.environment import python
from bench.peers.material import material
from bench.progress import say
from bench.row import Row
from bench.settings import Settings
from bench.tree import HERE, Tree, invented, real, run

ASKED = 20
"""Questions that are asked of each engine; the first one pays for the loading."""
OURS, MATERIAL, PAGEFIND = "ours", "Material's lunr", "Pagefind"


def rows(settings: Settings) -> Iterator[Row]:
    """Yield the rows of this part; none where there is no browser."""
    if not available():
        say("no Chromium: search is not measured")
        return
    seen = yaml.load((HERE / "tests/search/questions-seen.yml").read_text("utf-8"), Loader=yaml.CSafeLoader)
    real_ones = [str(one["query"]) for one in seen[:ASKED]]
    yield from _of_tree("the real handbook", real(settings.folder("search-real")), real_ones, settings)
    if not settings.quick:
        tree = invented(settings.folder("search-large"), 1000)
        yield from _of_tree("1,000 strategies", tree, [topic(number * 7) for number in range(ASKED)], settings)


def _of_tree(name: str, tree: Tree, questions: list[str], settings: Settings) -> Iterator[Row]:
    """Yield the rows of one handbook, built by us and by Material, and read by Pagefind."""
    say(f"{name}: building the sites")
    tree.build()
    pages = tree.rendered(tree.root.with_name(f"{tree.root.name}-pages"))
    peer = material("Material", pages, tree.root.with_name(f"{tree.root.name}-material"))
    run(peer.command, peer.folder)
    sites = {
        OURS: tree.root / "site",
        MATERIAL: peer.folder / "site",
        PAGEFIND: _pagefind(tree.root / "site", tree.root.with_name(f"{tree.root.name}-pagefind")),
    }
    for engine, site in sites.items():
        found = answers(engine, site, questions, settings.times)
        say(f"{name}: {engine}: {found}")
        yield from _of_engine(f"{name}: {engine}", found)


def _of_engine(what: str, found: Answers) -> Iterator[Row]:
    yield Row(f"{what}: loaded for the first answer", found.kilobytes, "kB")
    yield Row(f"{what}: first answer", found.first, "ms", peak=found.memory)
    yield Row(f"{what}: later answers, median", found.later, "ms")


def _pagefind(site: Path, out: Path) -> Path:
    """Return a folder with Pagefind's index of a site, and one empty page to search from."""
    out.mkdir()
    (out / "index.html").write_text('<!doctype html><html lang="en"><title>Search</title></html>', "utf-8")
    (out / "404.html").touch()
    given = ("--site", str(site), "--output-path", str(out / "pagefind"), "--root-selector", "main")
    run((python(), "-m", "pagefind", *given), out)
    return out
