"""Files for search on the web: the catalogue, and the text of each page, of which results show a sentence."""

import json
from collections.abc import Mapping
from pathlib import Path
from shutil import rmtree

from macros.handbook import Handbook
from macros.search.catalogue import catalogue
from macros.search.records import records
from macros.search.words import read_words

FOLDER = "assets/search"


def write_web(handbook: Handbook, docs: Mapping[str, str], site_dir: Path) -> None:
    """Write everything that search on the web needs below `site_dir`; the same content gives the same bytes."""
    words = read_words(handbook.root).words
    pages = records(handbook, docs, words)
    folder = site_dir / FOLDER
    rmtree(folder, ignore_errors=True)
    for page in pages:
        file = folder / "texts" / page.url(folders=True) / "index.txt"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(page.body, "utf-8")
    found = catalogue(handbook, words, pages, folders=True)
    (folder / "catalogue.json").write_text(json.dumps(found, ensure_ascii=False, separators=(",", ":")), "utf-8")
