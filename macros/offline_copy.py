"""The copy of the site that opens from a folder: what of a built site belongs in it, packed into one file."""

import re
from base64 import b64encode
from collections.abc import Iterator
from datetime import date
from fnmatch import fnmatch
from pathlib import Path
from typing import Any, Protocol
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

LEFT_OUT = (
    "404.html",
    "robots.txt",
    "sitemap.xml*",
    "*.map",
    "assets/fonts/*.woff2",
    "assets/javascripts/lunr/*",
    "assets/javascripts/workers/*",
)
"""What serves the web alone; the fonts stand inside the stylesheet."""
_FONT = re.compile(r'url\("\.\./fonts/([\w-]+\.woff2)"\)')
_UNIX, _PERMISSIONS = 3, 0o100644


class Address(Protocol):
    """What the host's configuration says of where pages stand."""

    extra: Any
    use_directory_urls: bool
    site_url: str | None


def lead_to_files(config: Address) -> None:
    """Set up pages that are read from a folder: addresses name files, and none says that it stands on the web."""
    config.extra["offline"] = True
    config.use_directory_urls = False
    config.site_url = ""


def pack(site: Path, target: Path, on: date) -> int:
    """Write the built site into a new zip file; return how many files are in it.

    The same site gives the same bytes: names are sorted, and each file bears the date `on`.
    """
    count = 0
    with ZipFile(target, "w", ZIP_DEFLATED, compresslevel=9) as packed:
        for name, content in copied(site):
            entry = ZipInfo(name, (on.year, on.month, on.day, 0, 0, 0))
            entry.compress_type, entry.create_system, entry.external_attr = ZIP_DEFLATED, _UNIX, _PERMISSIONS << 16
            packed.writestr(entry, content)
            count += 1
    return count


def copied(site: Path) -> Iterator[tuple[str, bytes]]:
    """Yield name and content of each file that belongs in the copy, sorted by name."""
    for name in sorted(path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()):
        if not any(fnmatch(name, pattern) for pattern in LEFT_OUT):
            content = (site / name).read_bytes()
            yield name, _with_fonts(site, content) if name.endswith(".css") else content


def _with_fonts(site: Path, stylesheet: bytes) -> bytes:
    """Put the fonts into a stylesheet: browsers differ in whether a page in a folder may load one from beside it."""

    def inside(found: re.Match[str]) -> str:
        font = b64encode((site / "assets/fonts" / found[1]).read_bytes()).decode()
        return f'url("data:font/woff2;base64,{font}")'

    return _FONT.sub(inside, stylesheet.decode("utf-8")).encode()
