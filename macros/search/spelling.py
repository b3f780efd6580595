"""Words of a text as the script in the browser reads them: in small letters, without apostrophes, numbers whole."""

import re
from collections.abc import Iterator
from unicodedata import normalize

_WORD = re.compile(r"[^\W_]+(?:[.'][^\W_]+)*")
_APOSTROPHES = str.maketrans("‘’", "''")


def folded(text: str) -> str:
    """Return the text in small letters with straight apostrophes."""
    return normalize("NFKC", text).lower().translate(_APOSTROPHES)


def words_in(text: str) -> Iterator[str]:
    """Yield the words of a text: 1.57 is one word, and principal's is principal."""
    return (word.removesuffix("'s").replace("'", "") for word in _WORD.findall(folded(text)))
