"""Study cards on pages: what a work says about which claims."""

from macros.model.claim import Claim, Evidence
from macros.model.study import Study
from macros.model.vocabulary import Role
from macros.views.sheet import Sheet

HEADINGS = {
    Role.SUPPORTS: "Claims it supports",
    Role.DEFINES: "Words it defines",
    Role.QUALIFIES: "Claims it limits",
    Role.DISPUTES: "Claims it disputes",
}


def findings(sheet: Sheet, study: Study) -> dict[str, object]:
    """Return the claims that rest on a work, by what the work does for them, each with what the work found."""
    links = [(claim, link) for claim in sheet.handbook.all("claims") for link in claim.evidence if link.source == study.id]
    groups = [(words, [pair for pair in links if pair[1].role is role]) for role, words in HEADINGS.items()]
    return {"findings": [group for group in groups if group[1]], "hosts": hosts(study)}


def hosts(study: Study) -> list[tuple[str, str, object]]:
    """Return what was read of a work, at which site, and when; the site's name alone, since it may be a mirror."""
    return [(sight.what, sight.where.split("//")[-1].split("/")[0], sight.on) for sight in study.seen]
