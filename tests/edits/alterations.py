"""A small handbook with each text of one file of each collection altered in turn."""

import re
from pathlib import Path


def alterations(tree: Path) -> list[tuple[Path, str]]:
    """Return each file with a text of it altered: one file of each collection, each of its texts in turn."""
    altered = []
    for folder in sorted((tree / "content").iterdir()):
        file = min(folder.glob("*.yml"))
        text = file.read_text("utf-8")
        words = re.finditer(r"^ *(?:- )?[a-z_]+: (?=[A-Z])", text, re.MULTILINE)
        altered += [(file, f"{text[: match.end()]}Zebra {text[match.end() :]}") for match in words]
    return altered
