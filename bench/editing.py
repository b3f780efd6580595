"""(c) From saving an entry to every page that shows it, in the preview that `make serve` starts."""

import itertools
import re
import statistics
from collections.abc import Iterator
from pathlib import Path

from bench.preview import Preview, previewing
from bench.progress import say
from bench.row import Row
from bench.settings import Settings
from bench.tree import Tree, invented, real

REAL, LARGE = 1.0, 2.0
"""Seconds of the clock from saving to the page, in the real handbook and with 1,000 entries."""
FIELDS = {"terms": "definition", "strategies": "title", "claims": "does_not_prove"}
"""The text that is edited in each collection."""
ENTRIES = 432
"""Strategies of the handbook that was made up and has 1,000 entries in all."""


def rows(settings: Settings) -> Iterator[Row]:
    """Yield the rows of this part."""
    yield from _of_tree("the real handbook", real(settings.folder("edit-real")), settings, REAL)
    yield from _of_tree("1,000 entries", invented(settings.folder("edit-entries"), ENTRIES), settings, LARGE)
    if not settings.quick:
        tree = invented(settings.folder("edit-strategies"), 1000)
        yield from _of_tree("1,000 strategies and works", tree, settings, None)


def _of_tree(name: str, tree: Tree, settings: Settings, target: float | None) -> Iterator[Row]:
    with previewing(tree) as preview:
        for folder, file in _edited(tree.root):
            yield from _of_entry(f"{name}, {folder}", file, folder, preview, settings, target)


def _edited(root: Path) -> Iterator[tuple[str, Path]]:
    """Yield the first term, the strategy and the claim that are named most often."""
    texts = [file.read_text("utf-8") for file in (root / "content").rglob("*.yml")]
    for folder in FIELDS:
        files = sorted((root / "content" / folder).glob("*.yml"))
        named = {file: sum(_naming(file.stem, text) for text in texts) for file in files}
        yield folder, files[0] if folder == "terms" else max(files, key=lambda file: named[file])


def _naming(id: str, text: str) -> bool:
    """Tell whether an entry names another: in a text, in a list, or by a link."""
    return any(form in text for form in (f"[={id}]", f"- {id}\n", f"/{id}.md"))


def _of_entry(
    name: str, file: Path, folder: str, preview: Preview, settings: Settings, target: float | None
) -> Iterator[Row]:
    text, field, turns = file.read_text("utf-8"), FIELDS[folder], itertools.count()
    place = re.compile(rf"^{field}: (?:[>|]-?\n +|['\"])?", re.MULTILINE)

    def save() -> str:
        mark = f"Quagga{'a' * next(turns)}."
        file.write_text(place.sub(lambda found: f"{found[0]}{mark} ", text, count=1), "utf-8")
        return mark

    preview.wait([f"/{folder}/{file.stem}/"], save())
    shown = preview.showing(f"/{folder}/{file.stem}/", "Quagga.")
    taken = [preview.follow(shown, save) for _ in range(settings.times)]
    wall, cpu = (statistics.median(one[part] for one in taken) for part in (0, 1))
    file.write_text(text, "utf-8")
    say(f"{name}: {wall:.2f} s, {cpu:.2f} CPU-s, {len(shown)} pages")
    what = f"{name}/{file.stem}, on {len(shown)} page{'s' if len(shown) > 1 else ''}"
    yield Row(f"{what}: saved to served", wall, "s", target=target)
    yield Row(f"{what}: the preview's work", cpu, peak=preview.peak())
