"""A guide as plain data for the typesetter: everything that stands on its pages, in order."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from macros.addresses import entry_at
from macros.model.guide import Guide
from macros.print.evidence_card import evidence_card
from macros.print.facilitating import facilitating
from macros.print.glossary import glossary
from macros.print.protocol_card import protocol_card
from macros.print.quick_response import qr_code
from macros.print.reading import SECTIONS, reading
from macros.print.session import sessions
from macros.print.writing import SITE, Writing
from macros.prose import plain
from macros.views.words import listed

LABELS = {"participant": "Participant’s copy", "facilitator": "Facilitator’s copy"}
MARK = Path(__file__).parent / "mark.svg"


def guide_data(writing: Writing, guide: Guide, edition: str) -> dict[str, Any]:
    """Return a guide's pages for one edition: "participant", or "facilitator" with the notes."""
    url = writing.url(f"/guides/{guide.id}.md")
    data: dict[str, Any] = {
        "title": guide.title,
        "full_title": f"{guide.title} ({LABELS[edition].lower()})",
        "edition_label": LABELS[edition],
        "author": SITE,
        "description": plain(guide.summary),
        "keywords": ["study guide", "school leadership", guide.edition],
        "mark": MARK.read_text("utf-8"),
        "release": guide.edition,
        "facilitator": edition == "facilitator",
        "summary": writing.blocks(guide.summary),
        "audience": writing.blocks(guide.audience),
        "group": f"{guide.group_size.fewest} to {guide.group_size.most} people",
        "lengths": list(guide.lengths),
        "duration": listed([str(length) for length in guide.lengths]) + " minutes",
        "norms": [writing.runs(norm) for norm in guide.norms],
        "url": url,
        "qr": qr_code(url),
        "sessions": sessions(writing, guide, edition == "facilitator"),
        "credit": writing.blocks(guide.credit),
        "readings": [reading(writing, folder, id) for folder, id in _readings(guide)],
        "protocols": [protocol_card(writing, guide, id) for id in _protocols(guide)],
    }
    chosen = tuple(dict.fromkeys(id for session in guide.sessions for id in session.claims))
    data["cards"] = [evidence_card(writing, id) for id in chosen]
    data["terms"] = glossary(writing, data)
    data["more_claims"] = list(_more_claims(writing, chosen))
    data["sources"] = writing.sources()
    return data | ({"facilitating": facilitating()} if data["facilitator"] else {})


def entries_of(guide: Guide, data: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield (folder, id) of the guide and of every entry whose text stands in its pages."""
    yield "guides", guide.id
    yield from (("protocols", id) for id in _protocols(guide))
    yield from _readings(guide)
    yield from (("claims", card["id"]) for card in [*data["cards"], *data["more_claims"]])
    yield from (("terms", term["id"]) for term in data["terms"])


def _readings(guide: Guide) -> Iterator[tuple[str, str]]:
    """Yield the entries that a guide prints to be read; claims have evidence cards, other pages are only linked."""
    addresses = dict.fromkeys(each.page for session in guide.sessions for each in session.reading)
    for address in addresses:
        entry = entry_at(address)
        if entry and entry[0] in SECTIONS:
            yield entry


def _protocols(guide: Guide) -> tuple[str, ...]:
    parts = (part for session in guide.sessions for part in session.parts)
    return tuple(dict.fromkeys(str(part.protocol) for part in parts if part.protocol))


def _more_claims(writing: Writing, shown: tuple[str, ...]) -> Iterator[dict[str, Any]]:
    """Yield, in short, each claim that the texts lean on and no evidence card shows; its statement may use more."""
    done = set(shown)
    while waiting := [id for id in writing.claims if id not in done]:
        done.add(waiting[0])
        card = evidence_card(writing, waiting[0])
        yield {key: card[key] for key in ("id", "title", "statement", "sure", "tags", "url")}
