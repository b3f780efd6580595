"""The Content-Security-Policy of a page: nothing runs or loads but what the site itself delivers."""

import re
from base64 import b64encode
from collections.abc import Iterator
from functools import lru_cache
from hashlib import sha256
from html.parser import HTMLParser

_SCRIPT = re.compile(r"<script\b[^>]*>.*?</script>", re.DOTALL | re.IGNORECASE)
_CHARSET = '<meta charset="utf-8">'
_RULES = (
    ("default-src", "'none'"),
    ("script-src", "'self'"),
    ("style-src", "'self'"),
    ("img-src", "'self' data:"),  # the theme's stylesheet draws its icons from data addresses
    ("font-src", "'self'"),
    ("connect-src", "'self'"),
    ("worker-src", "'self'"),
    ("base-uri", "'none'"),
    ("form-action", "'self'"),
)
"""What a page may load; `frame-ancestors` counts only in a header, which the host of the pages does not send."""


def with_policy(page: str) -> str:
    """Return a page with its policy before anything that could load; its inline scripts are allowed by their hashes."""
    head, charset, rest = page.partition(_CHARSET)
    if not charset:
        raise ValueError(f"the page has no {_CHARSET}, after which its policy stands")
    return f'{head}{charset}\n      <meta http-equiv="Content-Security-Policy" content="{policy(page)}">{rest}'


def policy(page: str) -> str:
    """Return the policy of a page, with a hash for each script that stands in its text."""
    hashes = sorted({_hash(script) for script in inline_scripts(page)})
    return "; ".join(
        " ".join((name, allowed, *(hashes if name == "script-src" else ()))) for name, allowed in _RULES
    )


def inline_scripts(page: str) -> Iterator[str]:
    """Yield the text of each script that stands in a page; data such as JSON is not run and needs no leave."""
    for element in _SCRIPT.findall(page):
        if (script := _code(element)) is not None:
            yield script


@lru_cache(maxsize=256)
def _code(element: str) -> str | None:
    reader = _Script()
    reader.feed(element)
    reader.close()
    return reader.text if reader.runs else None


@lru_cache(maxsize=256)
def _hash(script: str) -> str:
    return f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'"


class _Script(HTMLParser):
    """Reads one script element: whether it runs from its own text, and that text."""

    def __init__(self) -> None:
        super().__init__()
        self.runs = False
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        kind = (given.get("type") or "").strip().lower()
        self.runs = "src" not in given and kind in ("", "module", "text/javascript", "application/javascript")

    def handle_data(self, data: str) -> None:
        self.text += data
