"""What a sentence may say about research: one rule a file, and `findings`, which holds them all against a text."""

from macros.wording.cause import causal_words
from macros.wording.finding import ClaimWords, Finding
from macros.wording.judging import findings
from macros.wording.sentence import sentences

__all__ = ["ClaimWords", "Finding", "causal_words", "findings", "sentences"]
