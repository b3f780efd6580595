"""The collections of the handbook: folder, kind of entry, and where the pages stand."""

from dataclasses import dataclass

from macros.model.case import Case
from macros.model.claim import Claim
from macros.model.correction import Correction
from macros.model.entry import Record
from macros.model.guide import Guide
from macros.model.path import Path
from macros.model.pillar import Leg, Pillar
from macros.model.protocol import Protocol
from macros.model.situation import Situation
from macros.model.strategy import Strategy
from macros.model.study import Study
from macros.model.term import Term
from macros.model.tool import Tool


@dataclass(frozen=True)
class Collection:
    """A folder of content: `folder` below content/, `one` entry is called so, pages stand below `address`."""

    folder: str
    one: str
    model: type[Record]
    address: str


COLLECTIONS = {
    collection.folder: collection
    for collection in (
        Collection("pillars", "pillar", Pillar, "pillars"),
        Collection("legs", "leg", Leg, "legs"),
        Collection("strategies", "strategy", Strategy, "strategies"),
        Collection("situations", "situation", Situation, "situations"),
        Collection("claims", "claim", Claim, "claims"),
        Collection("studies", "study card", Study, "sources"),
        Collection("terms", "term", Term, "terms"),
        Collection("protocols", "protocol", Protocol, "protocols"),
        Collection("guides", "guide", Guide, "guides"),
        Collection("tools", "tool", Tool, "tools"),
        Collection("cases", "case", Case, "cases"),
        Collection("paths", "reading path", Path, "start-here"),
        Collection("corrections", "correction", Correction, "corrections"),
    )
}
