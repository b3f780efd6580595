"""One page of each kind that the site has; for strategies the heaviest."""

from pathlib import Path

SITE = Path(__file__).parents[2] / "site"


def _heaviest(folder: str) -> str:
    pages = sorted(SITE.glob(f"{folder}/*/index.html"), key=lambda page: (page.stat().st_size, page.parent.name))
    return f"/{folder}/{pages[-1].parent.name}/" if pages else f"/{folder}/"


HEAVIEST = {folder: _heaviest(folder) for folder in ("strategies", "claims", "guides", "situations", "sources")}
"""Folder -> address of its largest page."""
KINDS = (
    "/",
    "/strategies/",
    *HEAVIEST.values(),
    "/situations/",
    "/claims/",
    "/sources/",
    "/pillars/visionary/",
    "/legs/joint-work/",
    "/protocols/",
    "/terms/",
    "/evidence/map/",
    "/evidence/disputes/",
    "/about/privacy/",
    "/edit/fields/",
)
