"""The files that reference managers read: one work, the works of a page, all works."""

from collections.abc import Iterator, Sequence

from macros.bibliography.work import Work
from macros.exports.bibtex import to_bibtex
from macros.exports.cited import works_cited
from macros.exports.csl_json import to_csl_json
from macros.exports.ris import to_ris
from macros.handbook import Handbook

WHOLE = "sources/references"
"""Address of the files with every work, without their endings."""


def export_files(handbook: Handbook) -> Iterator[tuple[str, str]]:
    """Yield the path below the site and the text of each file."""
    works = handbook.bibliography.works
    for key, work in works.items():
        yield from files_of(work_base(key), [work])
    yield from files_of(WHOLE, [*works.values()])
    for folder, entries in handbook.entries.items():
        for id in entries if folder != "studies" else ():
            if base := page_base(handbook, folder, id):
                yield from files_of(base, [works[key] for key in works_cited(handbook, folder, id)])


def work_base(key: str) -> str:
    """Return where the files of one work stand, without their endings."""
    return f"sources/{key}"


def page_base(handbook: Handbook, folder: str, id: str) -> str:
    """Return where the files for an entry's page stand, without their endings; empty where it cites nothing.

    The page of a source has the files of that work.
    """
    if folder == "studies":
        return work_base(id)
    return f"exports/{folder}/{id}" if works_cited(handbook, folder, id) else ""


def files_of(base: str, works: Sequence[Work]) -> Iterator[tuple[str, str]]:
    """Yield path and text of the files with these works."""
    items = [work.csl for work in works]
    yield f"{base}.bib", to_bibtex(works)
    yield f"{base}.ris", to_ris(items)
    yield f"{base}.csl.json", to_csl_json(items)
