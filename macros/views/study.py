"""Study cards on pages: what a work says about which claims, and where it was read."""

from datetime import date

from macros.handbook import Handbook, Mention
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
    groups = [(words, _claims(sheet, study.id, role)) for role, words in HEADINGS.items()]
    return {"findings": [group for group in groups if group[1]], "readings": readings(study)}


def _claims(sheet: Sheet, key: str, role: Role) -> list[tuple[Claim, list[Evidence]]]:
    found = [
        (claim, [link for link in claim.evidence if link.source == key and link.role is role])
        for claim in sheet.handbook.naming("claims", "studies", key)
    ]
    return [pair for pair in found if pair[1]]


def readings(study: Study) -> list[tuple[str, str, date]]:
    """Return what was read, at which site and when; the name of the site alone, since it may be a mirror."""
    return [(sight.what, sight.where.split("//")[-1].split("/")[0], sight.on) for sight in study.seen]


def pages_that_cite(handbook: Handbook, key: str) -> tuple[Mention, ...]:
    """Return the entries that cite a work: by its key, or through a claim that rests on it."""
    direct = handbook.users("studies", key)
    claims = [id for folder, id in direct if folder == "claims"]
    return tuple(dict.fromkeys([*direct, *(user for claim in claims for user in handbook.users("claims", claim))]))
