"""Finds the citations and claim marks in a Markdown text, in one pass and linear time.

Code, HTML comments and tags, bare addresses, link targets and what a backslash escapes are passed over.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal

from macros.citations.cluster import SyntaxProblem, check_cluster
from macros.citations.key import KEY

Kind = Literal["cluster", "narrative", "claim"]
Finding = tuple[int, int, str, str]
"""Offset, length, message, rule."""


@dataclass(frozen=True)
class Span:
    """One citation or claim mark: `raw` is `text[start:end]`."""

    kind: Kind
    raw: str
    start: int
    end: int


_TOKEN = re.compile(
    rf"""
    (?=[\\<`~\n@\[\]h-]|^)  # what any of them begins with: most letters are passed at once, in half the time
    (?:
      (?P<escape>\\[\s\S])
    | (?P<comment><!--)
    | (?P<fence>^[ \t>]*(?P<mark>`{{3,}}|~{{3,}})[^`\n]*$)
    | (?P<ticks>`+)
    | (?P<blank>\n[ \t]*(?=\n))
    | (?P<skip></?[A-Za-z][^<>]*> | (?<![^\W_])https?://[^\s<>\[\]()]+)
    | (?P<target>\]\([^()\n]*+(?:\([^()\n]*+\)[^()\n]*+)*+\))
    | (?P<claim>\[=[^\[\]\n]*+\])
    | (?P<open>\[)
    | (?P<close>\])
    | (?P<cite>(?<![^\W_])-?@(?P<key>{KEY}))
    | (?P<bare>(?<![^\W_])@)
    )
    """,
    re.VERBOSE | re.MULTILINE,
)
_CLAIM = re.compile(r"\[=[a-z0-9]+(?:-[a-z0-9]+)*(?::[a-z_]+)?\]")
_LEAD_IN = re.compile(r"(?:[\w.,’']+ ){0,3}")
_GAP = re.compile(r"[ \t]*(?:\n[ \t]*)?")


def spans(text: str) -> tuple[Span, ...]:
    """Return every citation and claim mark of a text, in order."""
    return _scan(text)[0] if "@" in text or "[=" in text else ()


def problems_in(text: str) -> Iterator[Finding]:
    """Yield what is wrong with the citations of a text, as (offset, length, message, rule)."""
    if "@" not in text and "[=" not in text:
        return
    found, problems = _scan(text)
    yield from problems
    for span in found:
        if span.kind != "claim":
            yield from (_at(span.start, problem) for problem in check_cluster(span.raw))


def _at(start: int, problem: SyntaxProblem) -> Finding:
    return start + problem.offset, problem.length, problem.message, problem.rule


@lru_cache(maxsize=1 << 16)
def _scan(text: str) -> tuple[tuple[Span, ...], tuple[Finding, ...]]:
    scan = _Scan(text)
    scan.run()
    return tuple(sorted(scan.found, key=lambda span: span.start)), tuple(sorted(scan.problems))


@dataclass
class _Bracket:
    """An open `[`, and the citations met directly inside it."""

    start: int
    cites: list[tuple[int, int]] = field(default_factory=list)


class _Scan:
    def __init__(self, text: str) -> None:
        self.text = text
        self.found: list[Span] = []
        self.problems: list[Finding] = []
        self._open: list[_Bracket] = []
        self._skips = _Skips(text)

    def run(self) -> None:
        """Walk the text token by token."""
        position = 0
        while token := _TOKEN.search(self.text, position):
            position = self._take(token)
        self._end_of_block(len(self.text))

    def _take(self, token: re.Match[str]) -> int:
        match token.lastgroup if token.lastgroup not in ("mark", "key") else ("fence" if token["fence"] else "cite"):
            case "comment":
                return self._skips.past_comment(token.end())
            case "fence":
                return self._skips.past_fence(token)
            case "ticks":
                return self._skips.past_code(token)
            case "blank":
                self._end_of_block(token.start())
            case "claim":
                self._claim(token)
            case "open":
                self._open.append(_Bracket(token.start()))
            case "cite":
                self._cite(token.start(), token.end())
            case "bare":
                self._bare(token.start())
            case "target" if self._open:
                self._link(self._open.pop())
            case "close" if self._open:
                self._close(self._open.pop(), token.end())
        return token.end()

    def _claim(self, token: re.Match[str]) -> None:
        if _CLAIM.fullmatch(token[0]):
            self.found.append(Span("claim", token[0], token.start(), token.end()))
        else:
            message = f"“{token[0]}” is not a claim mark: write [=claim-id] or [=claim-id:value], without spaces"
            self.problems.append((token.start(), len(token[0]), message, "claim-syntax"))

    def _bare(self, start: int) -> None:
        if self._open and self.text[self._open[-1].start + 1 : start].strip(" -") == "":
            message = "a citation key must follow the @: write [@key], as in [@goddard2004collective, p. 3]"
            self.problems.append((start, 1, message, "citation-key"))

    def _cite(self, start: int, end: int) -> None:
        if self._open:
            self._open[-1].cites.append((start, end))
        else:
            self.found.append(Span("narrative", self.text[start:end], start, end))

    def _link(self, bracket: _Bracket) -> None:
        for start, end in bracket.cites:
            message = "a citation cannot stand inside a link's text: put it before or after the link"
            self.problems.append((start, end - start, message, "citation-in-link"))

    def _close(self, bracket: _Bracket, end: int) -> None:
        if self._belongs_to_narrative(bracket):
            last = self.found.pop()
            self.found.append(Span("narrative", self.text[last.start : end], last.start, end))
        elif bracket.cites and not any(outer.cites for outer in self._open):
            while self.found and self.found[-1].start > bracket.start:
                self.found.pop()
            self.found.append(Span("cluster", self.text[bracket.start : end], bracket.start, end))

    def _belongs_to_narrative(self, bracket: _Bracket) -> bool:
        if self._open or not self.found or self.found[-1].kind != "narrative" or self.found[-1].raw.endswith("]"):
            return False
        gap = _GAP.match(self.text, self.found[-1].end)
        if gap is None or gap.end() != bracket.start or self.text.startswith("^", bracket.start + 1):
            return False
        return not bracket.cites or ";" in self.text[bracket.start : bracket.cites[0][0]]

    def _end_of_block(self, end: int) -> None:
        """A paragraph ends: a bracket that is still open cannot close any more."""
        for bracket in self._open:
            for number, (start, stop) in enumerate(bracket.cites):
                if number == 0 and _LEAD_IN.fullmatch(self.text, bracket.start + 1, start):
                    self._unclosed(bracket.start, end)
                self.found.append(Span("narrative", self.text[start:stop], start, stop))
        self._open.clear()

    def _unclosed(self, start: int, end: int) -> None:
        line = self.text[start : min(end, start + 60)].split("\n")[0]
        message = f"the citation “{line[:30].strip()}” is not closed: add the ] that ends it"
        self.problems.append((start, len(line), message, "citation-unclosed"))


class _Skips:
    """Where code and comments end; each answer costs at most one look at the rest of the text."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._last_comment_end = text.rfind("-->")
        self._unclosed_fence = {"`": 1 << 30, "~": 1 << 30}
        self._blocks = [blank.start() for blank in re.finditer(r"\n[ \t]*(?=\n)", text)] + [len(text)]
        self._ticks: dict[int, list[int]] = {}
        for run in re.finditer("`+", text):
            self._ticks.setdefault(len(run[0]), []).append(run.start())

    def past_comment(self, start: int) -> int:
        """Return the end of the comment, or `start` where it is never closed."""
        return start if self._last_comment_end < start else self._text.index("-->", start) + 3

    def past_code(self, token: re.Match[str]) -> int:
        """Return the end of the code span that a run of backticks opens within its paragraph, or the run's end."""
        runs = self._ticks.get(len(token[0]), [])  # none is as long where a backslash took the first tick of a run
        following = bisect_right(runs, token.start())
        block_end = self._blocks[bisect_right(self._blocks, token.start())]
        closed = following < len(runs) and runs[following] < block_end
        return runs[following] + len(token[0]) if closed else token.end()

    def past_fence(self, token: re.Match[str]) -> int:
        """Return the end of a fenced block, or the opening line's end where no fence closes it."""
        mark = token["mark"]
        if len(mark) >= self._unclosed_fence[mark[0]]:
            return token.end()
        closing = re.compile(rf"^[ \t>]*{re.escape(mark[0])}{{{len(mark)},}}[ \t]*$", re.MULTILINE)
        if found := closing.search(self._text, token.end()):
            return found.end()
        self._unclosed_fence[mark[0]] = len(mark)
        return token.end()
