"""The spelling of a citation key in running text, by Pandoc's rule."""

import re

_SIMPLE = r"[^\W](?:\w|[:.#$%&\-+?<>~/](?=\w))*"
KEY = rf"(?:\{{(?:[^{{}}\n]|\{{[^{{}}\n]*\}})*+\}}|{_SIMPLE})"
"""`{anything, braces balanced}`, or letters, digits, _ and single inner punctuation."""

CITE = re.compile(rf"(?<![^\W_])(?P<minus>-?)@(?P<key>{KEY})")
"""A citation's `@key`: never right after a letter or digit, so that e-mail addresses are left alone."""


def bare(key: str) -> str:
    """Return the key without the braces that may guard it."""
    return key[1:-1].strip() if key.startswith("{") else key
