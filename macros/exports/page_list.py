"""The list of all pages: with it the page for unknown addresses finds out which one a reader may have meant."""

import json
from collections.abc import Iterable, Mapping

from macros.exports.page_record import PageRecord

PAGES = "data/pages.json"


def page_list(records: Iterable[PageRecord], overviews: Mapping[str, str]) -> str:
    """Return every page as JSON: its address below the site to its title, in the order of addresses.

    `overviews` are the pages that have no record, because nobody cites them.
    """
    found = {record.url.removeprefix(f"{record.publication.url.rstrip('/')}/"): record.title for record in records}
    return json.dumps(dict(sorted({**overviews, **found}.items())), ensure_ascii=False, indent=0) + "\n"
