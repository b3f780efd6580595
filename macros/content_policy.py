"""The Content-Security-Policy of a page: nothing runs or loads but what the site itself delivers."""

import re
from base64 import b64encode
from collections.abc import Iterable, Iterator
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


_JINJA = re.compile(r"(\{\{.*?\}\}|\s*\{%.*?%\}\s*)", re.DOTALL)
_STATEMENT = re.compile(r"\s*\{%-?\s*(\w+)")
_STATEMENTS = {"if": r"\s*(?:", "endif": r")?\s*"}
"""A part of a script that stands on some pages only. A script with other statements is on none of our pages."""
_PATH = r"(?:\.{1,2}(?:/\.\.)*|/(?:[\w.-]+/)*)"
"""What may stand in place of an expression in the theme's scripts: a way up to the top of the site, or its path."""
OwnScripts = tuple[re.Pattern[str], ...]


def own_scripts(templates: Iterable[str]) -> OwnScripts:
    """Return what each inline script of the theme's templates reads on a page."""
    found = {_pattern(script) for template in templates for script in inline_scripts(template)}
    return tuple(re.compile(pattern) for pattern in sorted(found) if pattern)


def _pattern(script: str) -> str:
    """Return the pattern of a script as its template has it, or nothing where it cannot be told."""
    parts = []
    for part in _JINJA.split(script):
        statement = _STATEMENT.match(part)
        if statement and statement[1] not in _STATEMENTS:
            return ""
        parts.append(_STATEMENTS[statement[1]] if statement else _PATH if part.startswith("{{") else re.escape(part))
    return "".join(parts)


def foreign_script(page: str, own: OwnScripts) -> str:
    """Return the first inline script of a page that is none of the theme's, or nothing."""
    return next((each for each in inline_scripts(page) if not any(one.fullmatch(each) for one in own)), "")


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
