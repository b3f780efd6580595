"""One piece of advice on the words of a text."""

from typing import NamedTuple


class Remark(NamedTuple):
    """Words that could be better: where they stand in the text, and what to write."""

    offset: int
    length: int
    message: str
    rule: str
