"""mkdocs-bibtex on Material: the same pages with their citations as an author types them, and the same .bib file."""

import re
from pathlib import Path

from bench.contest import Contestant
from bench.peers.material import material

_CITED = re.compile(r'\(?<a class="cite" href="#ref-([^"]+)"[^>]*>[^<]*</a>(?:; )?\)?')
_LISTED = re.compile(r'<li[^>]* id="ref-.*?</li>', re.DOTALL)


def bibtex(name: str, pages: Path, site: Path, bib: Path, csl: Path | None = None) -> Contestant:
    """Return the build of a folder of Markdown pages that cite; with `csl` pandoc formats, without it pybtex does."""
    options = {"bib_file": str(bib)} | ({"csl_file": str(csl)} if csl else {})
    return material(name, pages, site, ("search", {"bibtex": options}))


def write_typed(pages: Path, out: Path, each: int = 1) -> Path:
    """Write the pages again below `out`, each citation as [@key] and without our own lists of references.

    Of the pages that cite, only one of `each` is changed; the others keep their citations as finished text.
    """
    citing = 0
    for page in sorted(pages.rglob("*.md")):
        text = page.read_text("utf-8")
        citing += (cites := bool(_CITED.search(text)))
        file = out / page.relative_to(pages)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(typed(text) if cites and citing % each == 0 else text, "utf-8")
    return out


def typed(markdown: str) -> str:
    """Return a page with its citations as an author would type them."""
    return _CITED.sub(r"[@\1]", _LISTED.sub("", markdown))
