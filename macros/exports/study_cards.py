"""Study cards as JSON: what is known of each cited work, and what of it was seen."""

import json

from macros.addresses import address
from macros.exports.page_record import Publication
from macros.handbook import Handbook


def studies_json(handbook: Handbook, publication: Publication) -> str:
    """Return every study card with its citation key, its page and its work as a CSL-JSON item."""
    cards = [
        {
            "key": card.id,
            "url": publication.address(address("studies", card.id)[1:]),
            **card.model_dump(mode="json", exclude_none=True),
            "work": handbook.bibliography.works[card.id].csl,
        }
        for card in handbook.all("studies")
    ]
    whole = {"version": publication.edition, "license": publication.license, "studies": cards}
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"
