"""What the accessibility audit found: the record that `make audit` writes, beside the pages that stand now."""

from datetime import date
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict

from macros.handbook import Handbook
from macros.pages import virtual_pages

RECORD = "docs/about/accessibility-results.yml"


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Axe(_Part):
    """A run of axe-core in a browser."""

    version: str
    browser: str
    rules: int
    tags: tuple[str, ...]
    widths: tuple[int, ...]
    """Of the window, in CSS pixels."""
    modes: tuple[str, ...]
    violations: int


class Html(_Part):
    """A run of the Nu HTML checker over every page."""

    version: str
    errors: int


class Structure(_Part):
    """Our own rules on headings, landmarks, links, images and tables, over every page."""

    rules: tuple[str, ...]
    broken: int


class Audit(_Part):
    """One audit. `pages` are the addresses that axe has seen; `content` is the newest review of the content then."""

    content: date
    pages: tuple[str, ...]
    axe: Axe
    structure: Structure
    html: Html | None
    """None where there was no Java to run the checker."""


def audited(root: Path) -> Audit | None:
    """Return the record of the last audit of a tree, or None before the first."""
    file = root / RECORD
    return Audit.model_validate(yaml.safe_load(file.read_text("utf-8"))) if file.is_file() else None


def addresses(handbook: Handbook) -> tuple[str, ...]:
    """Return the address of every page that a build makes now, as /strategies/x/."""
    paths = {page.path for page in virtual_pages(handbook)} | {path.removeprefix("docs/") for path in handbook.docs}
    return tuple(sorted({"/404.html", *(_address(path) for path in paths)}))


def added_since(handbook: Handbook, audit: Audit) -> tuple[str, ...]:
    """Return the addresses of pages that no audit has seen yet."""
    return tuple(address for address in addresses(handbook) if address not in audit.pages)


def _address(path: str) -> str:
    stem = path.removesuffix(".md").removesuffix("index").strip("/")
    return f"/{stem}/" if stem else "/"
