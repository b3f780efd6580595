"""Gaps: what the handbook does not know, has not read, or has not looked at for long."""

from collections.abc import Callable
from dataclasses import dataclass

from macros.evidence import Level
from macros.model.claim import Claim
from macros.model.vocabulary import ReadAs
from macros.views.dues import dues, periods
from macros.views.evidence_map import evidence_rows
from macros.views.sheet import Sheet


@dataclass(frozen=True)
class Gap:
    """One kind of gap: why it matters, and the claims that have it."""

    anchor: str
    words: str
    why: str
    claims: tuple[Claim, ...]


def gaps(sheet: Sheet) -> dict[str, object]:
    """Return the kinds of gaps with their claims, the empty cells of the evidence map, and when reviews are due."""
    claims: tuple[Claim, ...] = sheet.handbook.all("claims")
    kinds: list[tuple[str, str, str, Callable[[Claim], bool]]] = [
        (
            "untested",
            "Ideas that no study tests as they are worded",
            "Their authors propose them. We know of no study that tried out the whole of such an idea; parts of some "
            "have been measured.",
            lambda claim: sheet.grade(claim.id).level is Level.UNTESTED,
        ),
        (
            "borrowed",
            "Borrowed evidence",
            "The studies looked at other people than the sentence speaks of. Each is a study waiting to be made.",
            lambda claim: bool(sheet.grade(claim.id).borrowed),
        ),
        (
            "not-read-in-full",
            "Claims whose sources we have not read in full",
            "We read an abstract, or what somebody else wrote. The full text may say more, or less.",
            lambda claim: all(link.read_as is not ReadAs.FULL_TEXT for link in claim.evidence),
        ),
    ]
    cells = [cell for _, row in evidence_rows(sheet) for cell in row if not cell.claims]
    found = [Gap(anchor, words, why, tuple(filter(has, claims))) for anchor, words, why, has in kinds]
    return {"gaps": found, "cells": cells, "all": len(claims), "dues": dues(sheet), "periods": periods()}
