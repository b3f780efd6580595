"""How sure we may be of a claim as it is worded: the grade, computed from recorded facts, with every reason.

The rules are the handbook's own and stand in words on the page /about/how-sure-are-we.md.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from macros.model.claim import Claim, Evidence
from macros.model.study import Study
from macros.model.vocabulary import Design, Interest, Population, Raters, ReadAs, Relation, Role, named_together

LADDER = ("very-low", "low", "moderate", "high")
_HIGHEST_BORROWED = "low"
"""However strong a study of others is, it stays an analogy for people whom nobody has studied."""
POOLING = (Design.META_ANALYSIS, Design.SYNTHESIS)


class Level(StrEnum):
    """A grade; `label` is what a reader sees."""

    HIGH = "high"
    MODERATE = "moderate"
    LOW = "low"
    VERY_LOW = "very-low"
    DEFINITION = "definition"
    UNTESTED = "untested"

    @property
    def label(self) -> str:
        return {"very-low": "very low", "untested": "not yet tested"}.get(self.value, self.value)


@dataclass(frozen=True)
class Grade:
    """The level of a claim, the reasons in order, the populations it is borrowed from, and whether it is disputed."""

    level: Level
    reasons: tuple[str, ...]
    borrowed: tuple[Population, ...] = ()
    disputed: bool = False
    start: Level | None = None
    """Where a tested claim starts, before any step."""

    @property
    def steps(self) -> tuple[str, ...]:
        """The reasons that move a claim from where it starts."""
        return self.reasons[1:]


def grade(claim: Claim, studies: Mapping[str, Study]) -> Grade:
    """Return the grade of a claim; `studies` holds the card of each source that it names."""
    disputed = any(link.role is Role.DISPUTES for link in claim.evidence) and claim.resolved is None
    if claim.relation is Relation.DEFINES:
        return Grade(Level.DEFINITION, ("It says what a word means; there is nothing to test.",))
    borrowed = _borrowed(claim)
    if claim.relation is Relation.PROPOSES:
        reason = "Its authors propose it; no study that we know of tests it as it is worded."
        return Grade(Level.UNTESTED, (reason,), borrowed, disputed)
    links = _counted(claim)
    start, reason = _start(claim, links, studies)
    steps = tuple(_steps(claim, links, studies, borrowed, disputed))
    height = LADDER.index(start) + sum(step for step, _ in steps)
    top = LADDER.index(_HIGHEST_BORROWED) if borrowed else len(LADDER) - 1
    capped = (
        (f"Never above {_HIGHEST_BORROWED} while nobody has studied {claim.about.label}.",)
        if height > top and borrowed
        else ()
    )
    level = Level(LADDER[max(0, min(height, top))])
    return Grade(level, (reason, *(words for _, words in steps), *capped), borrowed, disputed, Level(start))


def has_design_for(claim: Claim, studies: Mapping[str, Study]) -> bool:
    """Tell whether a claim that says "causes" rests on a trial or a natural or quasi-experiment."""
    return any(_pooled_design(studies.get(link.source)) in _EXPERIMENTS for link in supporting(claim))


def supporting(claim: Claim) -> tuple[Evidence, ...]:
    """Return the evidence links that support the claim."""
    return tuple(link for link in claim.evidence if link.role in (Role.SUPPORTS, Role.DEFINES))


_EXPERIMENTS = (Design.RANDOMISED_TRIAL, Design.QUASI_EXPERIMENT)


def _counted(claim: Claim) -> tuple[Evidence, ...]:
    """Return the supporting links that count: those that studied whom the claim speaks of, or else all."""
    links = supporting(claim)
    return tuple(link for link in links if link.studied is claim.about) or links


def _borrowed(claim: Claim) -> tuple[Population, ...]:
    studied = [link.studied for link in supporting(claim)]
    if claim.about is Population.RESEARCH or claim.about in studied:
        return ()
    return tuple(dict.fromkeys(studied))


def _pooled_design(study: Study | None) -> Design | None:
    return None if study is None else study.synthesises or study.design


def _start(claim: Claim, links: Sequence[Evidence], studies: Mapping[str, Study]) -> tuple[str, str]:
    cards = [studies[link.source] for link in links if link.source in studies]
    if claim.relation is Relation.CAUSES:
        return _start_of_cause(cards)
    if claim.relation is Relation.DESCRIBES and claim.about is Population.RESEARCH:
        return "high", "Starts at high: it describes what a text says, which anyone can check."
    starts = [(_start_of_link(claim.relation, card), card) for card in cards]
    best, card = max(starts, key=lambda pair: LADDER.index(pair[0]), default=("very-low", None))
    named = f"a {card.design.label}" if card else "no study"
    return best, f"Starts at {best.replace('-', ' ')}: the best support is {named}."


def _start_of_cause(cards: Sequence[Study]) -> tuple[str, str]:
    trials = {card.id for card in cards if card.design is Design.RANDOMISED_TRIAL}
    pooled = [card for card in cards if card.design in POOLING and card.synthesises is Design.RANDOMISED_TRIAL]
    if pooled or len(trials) > 1:
        return "high", "Starts at high: randomized trials agree."
    if trials:
        return "moderate", "Starts at moderate: it rests on one randomized trial."
    if any(_pooled_design(card) is Design.QUASI_EXPERIMENT for card in cards):
        return "low", "Starts at low: it rests on a quasi-experiment."
    return "very-low", "Starts at very low: no design here can show a cause."


_STARTS = {
    Design.META_ANALYSIS: "high",
    Design.SYNTHESIS: "high",
    Design.RANDOMISED_TRIAL: "moderate",
    Design.QUASI_EXPERIMENT: "moderate",
    Design.LONGITUDINAL: "moderate",
    Design.CROSS_SECTIONAL: "low",
    Design.CASE_STUDY: "low",
    Design.REPORT: "low",
    Design.THEORY: "very-low",
    Design.PRACTITIONER_BOOK: "very-low",
}
_MANY = 5
"""From how many studies on a synthesis counts as one of many."""


def _start_of_link(relation: Relation, card: Study) -> str:
    """Return where a finding starts; a synthesis of few or uncounted studies counts as the design that it pools."""
    if card.design in POOLING and (card.studies_pooled or 0) < _MANY:
        return _STARTS[card.synthesises] if card.synthesises not in (None, *POOLING) else "low"
    if relation is Relation.DESCRIBES and card.design is Design.CROSS_SECTIONAL:
        return "moderate"
    return _STARTS[card.design]


def _steps(
    claim: Claim,
    links: Sequence[Evidence],
    studies: Mapping[str, Study],
    borrowed: Sequence[Population],
    disputed: bool,
) -> Iterator[tuple[int, str]]:
    """Yield each step (-1 or +1) with its reason."""
    if borrowed:
        groups = named_together(borrowed)
        yield -1, f"One step down: borrowed evidence. It was found among {groups}, not {claim.about.label}."
    if links and all(link.raters is Raters.SAME for link in links):
        yield -1, "One step down: the same people rated both sides."
    if _other_unit(claim, links):
        yield -1, "One step down: the numbers compare other units than the claim speaks of."
    cards = [studies[link.source] for link in links if link.source in studies]
    reports_a_text = claim.relation is Relation.DESCRIBES and claim.about is Population.RESEARCH
    if cards and not reports_a_text and all(card.interest is not Interest.NONE for card in cards):
        yield -1, "One step down: every source has a stake in the answer."
    if disputed:
        yield -1, "One step down: a source disputes it, and the dispute is open."
    if links and all(link.read_as is ReadAs.SECONDARY for link in links):
        yield -1, "One step down: it was read second-hand only."
    if _replicated(claim, links, studies):
        yield 1, "One step up: independent studies in different settings agree."


def _other_unit(claim: Claim, links: Sequence[Evidence]) -> bool:
    units = [(link.result.unit_of_analysis, link.studied) for link in links if link.result is not None]
    same = (claim.about, Population.RESEARCH)
    return bool(units) and all(unit not in (*same, studied) for unit, studied in units)


def _replicated(claim: Claim, links: Sequence[Evidence], studies: Mapping[str, Study]) -> bool:
    """Tell whether two or more single studies, in places that differ as their cards name them, support the claim."""
    if claim.about is Population.RESEARCH:
        return False
    read = [link for link in links if link.read_as is not ReadAs.SECONDARY]
    cards = {link.source: studies[link.source] for link in read if link.source in studies}
    primary = [card for card in cards.values() if card.design not in POOLING and card.interest is Interest.NONE]
    empirical = [
        card for card in primary if card.design not in (Design.THEORY, Design.PRACTITIONER_BOOK, Design.REPORT)
    ]
    return len({card.country for card in empirical if card.country}) > 1
