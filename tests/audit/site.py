"""The pages of the built site, and the kind of each: what its address says of the template that drew it."""

from pathlib import Path

ROOT = Path(__file__).parents[2]
SITE = ROOT / "site"
_ONE_OF_A_KIND = ("about", "edit", "evidence")
"""Folders whose pages are written by hand, or each by its own macro."""


def pages(site: Path = SITE) -> list[str]:
    """Return the address of every page, as /strategies/x/ or /404.html, in order."""
    files = (path.relative_to(site).as_posix() for path in site.rglob("*.html"))
    return sorted("/" + file.removesuffix("index.html") for file in files)


def kind(page: str) -> str:
    """Return what kind of page stands at an address: index pages, hand-made pages and entries of a collection differ."""
    parts = page.strip("/").split("/")
    if len(parts) == 1 or parts[0] in _ONE_OF_A_KIND:
        return page
    return f"/{parts[0]}/*/" + ("*/" if len(parts) > 2 else "")


def one_of_each(site: Path = SITE) -> dict[str, str]:
    """Return kind -> the longest page of that kind, since the longest holds the most parts."""
    longest: dict[str, str] = {}
    for page in pages(site):
        known = longest.get(kind(page))
        if known is None or _size(site, page) > _size(site, known):
            longest[kind(page)] = page
    return longest


def _size(site: Path, page: str) -> int:
    return file_of(page, site).stat().st_size


def file_of(page: str, site: Path = SITE) -> Path:
    """Return the file of the page at an address."""
    return site / (page.lstrip("/") + ("index.html" if page.endswith("/") else ""))
