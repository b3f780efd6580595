"""One citation as Pandoc writes it, read into its cites: `[see @a, pp. 3-5; -@{b}]`, `@a [p. 5]`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from macros.citations.key import CITE, bare
from macros.citations.locator import mistyped_label, read_locator

_PIECE = re.compile(rf"\\\\.|(?P<cite>{CITE.pattern})|[{{}}\[\];]")
_SQUARE = {"[": 1, "]": -1}
_NESTING = {"{": 1, "[": 1, "}": -1, "]": -1}


@dataclass(frozen=True)
class Cite:
    """One work within a citation; prefix and suffix are Markdown text, `label` is a CSL locator kind."""

    key: str
    prefix: str = ""
    suffix: str = ""
    locator: str = ""
    label: str = ""
    suppress_author: bool = False
    offset: int = 0
    """Where the key stands in the cluster's text."""


@dataclass(frozen=True)
class Cluster:
    """One citation; a narrative one names its first author in the sentence: "Smith (2001)"."""

    cites: tuple[Cite, ...]
    narrative: bool
    raw: str


class SyntaxProblem(ValueError):
    """A citation that cannot be read, or is not what its writer meant; the offset counts within it."""

    def __init__(self, message: str, offset: int, length: int, rule: str = "citation-syntax") -> None:
        super().__init__(message)
        self.message = message
        self.offset = offset
        self.length = length
        self.rule = rule


@lru_cache(maxsize=1 << 14)
def parse_cluster(raw: str) -> Cluster:
    """Read one citation; raises `SyntaxProblem` for what is none. Several rules ask this of each citation."""
    if raw.startswith("["):
        return Cluster(tuple(_bracketed(raw)), False, raw)
    return _narrative(raw)


def check_cluster(raw: str) -> Iterator[SyntaxProblem]:
    """Yield what cannot be read in a citation, or what Pandoc reads otherwise than its writer meant."""
    try:
        cluster = parse_cluster(raw)
    except SyntaxProblem as problem:
        yield problem
        return
    for cite in cluster.cites:
        rest, start = _rest(cite, raw)
        if rest:
            yield from _unlabeled(rest, start)
            yield from _mistyped(rest, start)
            yield from _comma_for_semicolon(cite.key, rest, start)


def _narrative(raw: str) -> Cluster:
    match = CITE.match(raw)
    if match is None:
        raise SyntaxProblem("a citation looks like [@key], [@key, p. 3] or @key [p. 3]", 0, len(raw))
    key, suppressed = _key(match), match["minus"] == "-"
    rest = raw[match.end() :].lstrip()
    if not rest:
        return Cluster((Cite(key, suppress_author=suppressed, offset=match.start("key")),), not suppressed, raw)
    opening = len(raw) - len(rest)
    if not rest.startswith("["):
        raise SyntaxProblem("a citation ends here: one that stands in brackets begins with [", opening, len(rest))
    segments = list(_segments(_inside(raw, opening), opening + 1, cited=True))
    first = _cite(key, "", segments[0][1], suppressed, match.start("key"))
    others = tuple(_read_segment(start, text) for start, text in segments[1:])
    return Cluster((first, *others), not suppressed, raw)


def _bracketed(raw: str) -> Iterator[Cite]:
    return (_read_segment(start, text) for start, text in _segments(_inside(raw, 0), 1))


def _inside(raw: str, opening: int) -> str:
    depth = 0
    for mark in _PIECE.finditer(raw, opening):
        depth += _SQUARE.get(mark[0], 0)
        if depth == 0 and mark[0] == "]" and mark.end() < len(raw):
            rest = len(raw) - mark.end()
            raise SyntaxProblem("one citation ends here: nothing may follow its ]", mark.end(), rest)
    if depth or not raw.endswith("]"):
        raise SyntaxProblem("this citation is not closed: add the ] that ends it", opening, len(raw) - opening)
    return raw[opening + 1 : -1]


def _segments(text: str, start: int, cited: bool = False) -> Iterator[tuple[int, str]]:
    """Cut at each semicolon that follows a cite, outside brackets and braces; yields offsets with the pieces."""
    depth = begin = 0
    for mark in _PIECE.finditer(text):
        depth += _NESTING.get(mark[0], 0)
        cited = cited or mark["cite"] is not None
        if mark[0] == ";" and depth <= 0 and cited:
            yield start + begin, text[begin : mark.start()]
            begin, cited = mark.end(), False
    yield start + begin, text[begin:]


def _read_segment(start: int, text: str) -> Cite:
    match = CITE.search(text)
    if match is None or text[: match.start()].lstrip().startswith(";"):
        raise SyntaxProblem(_no_key(text if match is None else ""), start, max(1, len(text)), "citation-key")
    prefix, rest = text[: match.start()].strip(), text[match.end() :]
    return _cite(_key(match, start), prefix, rest, match["minus"] == "-", start + match.start("key"))


def _no_key(text: str) -> str:
    if not text.strip():
        return "a semicolon stands between two citations: remove it, or add the second one, as in [@a; @b]"
    return f"“{text.strip()[:40]}” names no source: write [@key, p. 3], and separate sources by semicolons"


def _key(match: re.Match[str], start: int = 0) -> str:
    key = bare(match["key"])
    if not key:
        raise SyntaxProblem(
            "the braces hold no citation key: write @{key}", start + match.start("key"), 2, "citation-key"
        )
    return key


def _cite(key: str, prefix: str, rest: str, suppressed: bool, offset: int) -> Cite:
    locator = read_locator(rest)
    if locator is None:
        return Cite(key, prefix, rest.rstrip(), "", "", suppressed, offset)
    suffix = rest[locator.end :].rstrip()
    return Cite(key, prefix, suffix, locator.value, locator.label if locator.value else "", suppressed, offset)


def _unlabeled(rest: str, start: int) -> Iterator[SyntaxProblem]:
    locator = read_locator(rest)
    if locator and not locator.stated and not locator.value.startswith("@"):
        value, at = locator.value, start + rest.index(locator.value)
        label = "pp." if re.search(r"[-–,&]", value) else "p."
        message = f"say what {value} is: write “{label} {value}” for a page, or chap., sec., para., fig., table"
        yield SyntaxProblem(message, at, len(value), "locator-label")


def _mistyped(rest: str, start: int) -> Iterator[SyntaxProblem]:
    if near := mistyped_label(rest):
        offset, length, mended = near
        message = f"“{rest[offset : offset + length]}” is not read as a place in the source: write “{mended}”"
        yield SyntaxProblem(message, start + offset, length, "locator-label")


def _comma_for_semicolon(key: str, rest: str, start: int) -> Iterator[SyntaxProblem]:
    for other in CITE.finditer(rest):
        message = f"two citations are separated by a semicolon: write [@{key}; {other[0]}]"
        yield SyntaxProblem(message, start + other.start(), len(other[0]), "citation-separator")


def _rest(cite: Cite, raw: str) -> tuple[str, int]:
    """Return what follows a cite's key up to the next cite, and where that begins."""
    match = CITE.match(raw, raw.rindex("@", 0, cite.offset))
    start = match.end() if match else cite.offset
    if not raw.startswith("[") and cite.offset <= 2:
        start = raw.find("[", start) + 1 or len(raw)
    inner = raw[start:-1] if raw.endswith("]") else raw[start:]
    return next(_segments(inner, start, cited=True))[1], start
