"""Page ranges."""

import re
from collections.abc import Iterator

from macros.bibliography.work import Work
from macros.problems import Problem


def backward_pages(work: Work) -> Iterator[Problem]:
    """A page range must not run backwards; a shortened end (1123-7) should be written in full."""
    if "pages" not in work.field_places:
        return
    for match in re.finditer(r"(?<![\w.])([A-Za-z]?)(\d{1,9})[-–]\1?(\d{1,9})(?![\w.])", work.csl.get("page", "")):
        start, end = match[2], match[3]
        if int(end) >= int(start):
            continue
        place = work.place_of("pages")
        if len(end) < len(start):
            full = start[: len(start) - len(end)] + end
            if int(full) > int(start):
                yield Problem(place, f"Write the pages in full: {start}--{full}.", "bib-pages", "note")
                continue
        yield Problem(place, f"The pages {start} to {end} run backwards. Exchange them or mend a digit.", "bib-pages")
