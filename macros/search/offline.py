"""Files for search in a copy that is opened from a folder, where a browser lets no script fetch anything."""

import json
from collections.abc import Mapping
from pathlib import Path

from macros.handbook import Handbook
from macros.search.catalogue import catalogue
from macros.search.records import records
from macros.search.words import read_words

FILE = "assets/search/records.js"


def write_offline(handbook: Handbook, docs: Mapping[str, str], site_dir: Path) -> None:
    """Write below `site_dir` every record as a script, which a page may load from a folder."""
    words = read_words(handbook.root).words
    pages = records(handbook, docs, words)
    given = {"catalogue": catalogue(handbook, words, pages, folders=False), "texts": [page.body for page in pages]}
    text = json.dumps(given, ensure_ascii=False, separators=(",", ":")).replace("</", "<\\/")
    file = site_dir / FILE
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f"handbookSearch.records={text};\n", "utf-8")
