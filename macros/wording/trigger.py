"""The words without which a rule has nothing to look at: sets are compared first, because patterns are slow."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

Words = AbstractSet[str]


def words(text: str) -> frozenset[str]:
    """Return the words of a line of text, to write a set of words as one reads it."""
    return frozenset(text.split())


@dataclass(frozen=True)
class Trigger:
    """A rule is asked where one of the words in `alone` stands, or one of each set of a pair."""

    alone: Words
    pairs: tuple[tuple[Words, Words], ...] = field(default=())

    @property
    def needed(self) -> Words:
        """Words of which one must stand in a sentence that calls for the rule."""
        return frozenset(self.alone).union(*(one for one, _ in self.pairs))

    def stands_in(self, found: Words) -> bool:
        """Whether the words of a sentence, in small letters, call for the rule."""
        if not self.alone.isdisjoint(found):
            return True
        for one, other in self.pairs:  # noqa: SIM110 -- any() with a generator takes three times as long here
            if not one.isdisjoint(found) and not other.isdisjoint(found):
                return True
        return False
