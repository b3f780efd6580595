"""The authored pages of a handbook that was made up: those of this one, without the texts that name its entries."""

import re
import shutil
from pathlib import Path

_FRONT = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_NAMES_AN_ENTRY = re.compile(
    r"\[=|\[@|(?<!\w)@\w|(?:card|cite|reading_path|accessibility_results)\("
    r"|/(?!about/|evidence/|edit/|stool/)[a-z]+/(?!index\.md)[\w-]+\.md"
)


def write_pages(source: Path, docs: Path) -> None:
    """Copy `source`; a page that names an entry keeps its headings, so that links to them lead somewhere."""
    shutil.copytree(source, docs)
    for page in docs.rglob("*.md"):
        text = page.read_text("utf-8")
        if "overrides" not in page.parts and _NAMES_AN_ENTRY.search(text):
            page.write_text(_headings(text), "utf-8")


def _headings(text: str) -> str:
    front = _FRONT.match(text)
    lines = [line for line in text.splitlines() if re.match(r"#+ [^{\[]+(?:\{ #[\w-]+ \})?$", line)]
    return f"{front[0] if front else ''}\n" + "\n\n".join(f"{line}\n\nA page to be measured." for line in lines) + "\n"
