"""Redirects: entries that had another name once, so that old addresses still lead to them.

The list is content/redirects.yml, one line for each old name: `strategies/old-name: strategies/new-name`. It is written
by `handbook rename`. An old name leads straight to an entry that exists.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path

from markupsafe import Markup

from macros.addresses import address
from macros.content_files import BESIDE, is_name
from macros.model.collections import COLLECTIONS
from macros.problems import Problem, did_you_mean
from macros.sources import Source, parse
from macros.text_file import leads_outside, read

FILE = BESIDE
HEAD = (
    "# Old names of entries, and what each is called now: handbook rename writes this list.\n"
    "# Links from outside to an old address then lead to the new one.\n"
)
_FORM = "write old and new name as strategies/old-name: strategies/new-name"


def read_redirects(root: Path, files: Mapping[str, Mapping[str, str]]) -> tuple[dict[str, str], list[Problem]]:
    """Return new name by old name, both as folder/id, and what is wrong with the list; a tree need not have one."""
    if not (root / FILE).is_file() or leads_outside(root / FILE, root):
        return {}, []
    text, problems = read(root / FILE, FILE)
    source, found = parse(text) if text and text.value.strip(" \n") != HEAD.strip() else (None, [])
    if source is None:
        return {}, [*problems, *found]
    names = {f"{folder}/{id}" for folder, ids in files.items() for id in ids}
    wrong = [problem for old in source.data for problem in _line(source, old, names)]
    return {old: new for old, new in source.data.items() if isinstance(new, str)}, [*problems, *found, *wrong]


def _line(source: Source, old: str, names: set[str]) -> Iterator[Problem]:
    """An old name must not be in use again, and must lead to an entry, not to another old name."""
    new, key, value = source.data[old], source.place((old,), of_key=True), source.place((old,))
    folder, _, id = old.partition("/")
    if folder not in COLLECTIONS or not is_name(folder, id):
        yield Problem(key, f"this is not the name of an entry: {_FORM}", "redirect")
    elif old in names:
        yield Problem(key, f"{old} exists again: take this line out, or rename that entry", "redirect")
    if not isinstance(new, str):
        yield Problem(value, f"this is not the name of an entry: {_FORM}", "redirect")
    elif _goes_round(new, source.data):
        yield Problem(value, f"{old} leads back to itself: name the entry as it is called now", "redirect")
    elif new in source.data and new not in names:
        yield Problem(value, f"{new} is an old name, too: name the entry as it is called now", "redirect")
    elif new not in names:
        yield Problem(value, f'there is no entry "{new[:60]}"{did_you_mean(new, names)}', "redirect")
    elif folder in COLLECTIONS and new.partition("/")[0] != folder:
        message = "the old and the new name must be of one collection, as strategies/old: strategies/new"
        yield Problem(value, message, "redirect")


def _goes_round(name: str, lines: Mapping[str, object]) -> bool:
    seen = set()
    while name in lines and name not in seen:
        seen.add(name)
        name = str(lines[name])
    return name in seen


def redirect_pages(redirects: Mapping[str, str], titles: Mapping[str, str], url: str) -> Iterator[tuple[str, str]]:
    """Yield the path below the site and the text of the page at each old address; `url` is the site's, or empty."""
    for old, new in redirects.items():
        path, target = _page(old), _page(new)
        up = "../" * path.count("/")
        yield path, str(_MOVED.format(title=titles.get(new, new), to=f"{up}{target}", canonical=_whole(url, target)))


def _page(name: str) -> str:
    folder, _, id = name.partition("/")
    return f"{address(folder, id)[1:].removesuffix('.md')}/index.html"


def _whole(url: str, target: str) -> Markup:
    page = target.removesuffix("index.html")
    return Markup('<link rel="canonical" href="{}/{}">\n').format(url.rstrip("/"), page) if url else Markup("")


_MOVED = Markup(
    """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="robots" content="noindex">
<meta http-equiv="refresh" content="0; url={to}">
{canonical}<title>{title} has moved</title>
</head>
<body>
<main>
<h1>This page has moved</h1>
<p><a href="{to}">{title}</a> is where it is now.</p>
</main>
</body>
</html>
"""
)
