"""What pandoc answered, turned into links, HTML and text."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from macros.citations.cluster import Cluster
from macros.citations.inlines import Inline, html, strings, text
from macros.citations.others import Authors, with_last_author, with_two_bodies
from macros.citations.stand_in import with_own_labels
from macros.citations.style import AND, Style
from macros.citations.wording import unmarked, unmarked_html

_DATE = re.compile(r"\d{3,4}[a-z]?\b|n\.d\.")


@dataclass(frozen=True)
class Rendered:
    """One cluster or entry, as safe HTML and as plain text."""

    html: str
    text: str


@dataclass(frozen=True)
class Reader:
    """Reads pandoc's answers: knows the style, and the names of the works' authors."""

    style: Style
    works: Mapping[str, Mapping[str, Any]]
    authors: Authors
    names: Mapping[str, str]
    """Names as pandoc may print them, and as the style's manual wants them."""
    namesakes: Mapping[str, tuple[str, str]]
    """Given name and surname of the first authors who share their surname, by citation key."""
    codes: Mapping[str, str]
    """Numbers that were sent in code."""

    def cluster(self, cluster: Cluster, paragraph: Mapping[str, Any]) -> Rendered:
        """Read one paragraph: a citation, every work of it linked to its entry."""
        inlines = _flat(paragraph["c"])
        self._tell_apart(inlines, cluster)
        if cluster.narrative:
            inlines = _named(inlines, cluster.cites[0].key)
        if self.style.id in ("apa", "chicago"):
            inlines = _collapsed(inlines)
        if not cluster.narrative and self.style.id in ("apa", "harvard"):
            _join_years(inlines, cluster)
        return _rendered(inlines, lambda printed: self._mended(printed, cluster))

    def _tell_apart(self, inlines: list[Inline], cluster: Cluster) -> None:
        if cluster.narrative:
            _insert_given(inlines, *self.namesakes.get(cluster.cites[0].key, ("", "")))
        for link in inlines:
            if _target(link):
                _insert_given(link["c"][1], *self.namesakes.get(_target(link).removeprefix("#ref-"), ("", "")))

    def entry(self, division: Mapping[str, Any]) -> tuple[str, Rendered]:
        """Read one entry of the reference list; returns its key with it."""
        attributes, blocks = division["c"]
        key = attributes[0].removeprefix("ref-")
        return key, _rendered(_flat(blocks[0]["c"]), lambda printed: self._entry_mended(printed, self.works[key]))

    def _entry_mended(self, printed: str, work: Mapping[str, Any]) -> str:
        return with_two_bodies(_replaced(printed, self.codes), work, self.style)

    def _mended(self, printed: str, cluster: Cluster) -> str:
        printed = with_own_labels(printed, self.style)
        lists = [self.authors[cite.key] for cite in cluster.cites]
        printed = with_last_author(printed, lists, self.style, cluster.narrative)
        return re.sub(r"\((?:, | )", "(", _replaced(printed, self.names, self.codes))


def _replaced(printed: str, *replacements: Mapping[str, str]) -> str:
    for old, new in (pair for mapping in replacements for pair in mapping.items()):
        printed = printed.replace(old, new)
    return printed


def _rendered(inlines: Sequence[Inline], mended: Callable[[str], str]) -> Rendered:
    return Rendered(unmarked_html(mended(html(inlines))), unmarked(mended(text(inlines))))


def _flat(inlines: Sequence[Inline]) -> list[Inline]:
    return [one for inline in inlines for one in (inline["c"][1] if inline["t"] == "Cite" else [inline])]


def _named(inlines: list[Inline], key: str) -> list[Inline]:
    """A narrative citation: its link begins with the author's name, and authors are joined by "and"."""
    first = next((place for place, one in enumerate(inlines) if one["t"] == "Link"), len(inlines))
    author, rest = inlines[:first], inlines[first:]
    if text(author) == "(" and rest:
        author, rest = _without_author(rest)
    _spell_and(author)
    if not rest or _target(rest[0]) != f"#ref-{key}":
        return [_linked(author, key), *rest]
    if len(rest) > 1 and text(rest[1:2]).startswith(")"):
        closing, after = {"t": "Str", "c": ")"}, {"t": "Str", "c": rest[1]["c"][1:]}
        return [_linked([*author, *rest[0]["c"][1], closing], key), after, *rest[2:]]
    return [_linked([*author, *rest[0]["c"][1]], key), *rest[1:]]


def _without_author(rest: list[Inline]) -> tuple[list[Inline], list[Inline]]:
    """Where pandoc finds nobody to name (a law), what stands before the date is taken out of the parentheses."""
    link = rest[0]
    inside = link["c"][1]
    dates = [place for place, one in enumerate(inside) if one["t"] == "Str" and _DATE.match(one["c"])]
    if not dates or dates[-1] == 0:
        return [{"t": "Str", "c": "("}], rest
    named = list(inside[: dates[-1]])
    while named and named[-1]["t"] == "Space":
        named.pop()
    if named and named[-1]["t"] == "Str":
        named[-1] = {"t": "Str", "c": named[-1]["c"].rstrip(",")}
    named += [{"t": "Space"}, {"t": "Str", "c": "("}]
    return named, [{"t": "Link", "c": [link["c"][0], inside[dates[-1] :], link["c"][2]]}, *rest[1:]]


def _insert_given(inlines: list[Inline], given: str, surname: str) -> None:
    """Print a given name or initials before the surname, instead of the initials that pandoc may have put there."""
    printed = re.match(rf"((?:\w\.[\s-]?)*){re.escape(surname)}(?!\w)", text(inlines)) if given else None
    if printed and printed[1].strip() != given:
        while printed[1] and not text(inlines).startswith(surname):
            del inlines[0]
        inlines[:0] = [{"t": "Str", "c": given}, {"t": "Space"}]


def _collapsed(inlines: list[Inline]) -> list[Inline]:
    """Print an author once for neighboring works: pandoc does it only where it gave both the same initials."""
    kept: list[Inline] = []
    author = ""
    for one in inlines:
        names, dated = _split_at_date(one["c"][1]) if _target(one) else ([], [])
        neighbors = len(kept) > 2 and text(kept[-2:]) == "; " and bool(_target(kept[-3]))
        if neighbors and names and text(names) == author:
            kept[-2] = {"t": "Str", "c": ","}
            one = {"t": "Link", "c": [one["c"][0], dated, one["c"][2]]}
        elif _target(one) and names:
            author = text(names)
        kept.append(one)
    return kept


def _split_at_date(inlines: list[Inline]) -> tuple[list[Inline], list[Inline]]:
    dates = (place for place, one in enumerate(inlines) if one["t"] == "Str" and _DATE.match(one["c"]))
    place = next(dates, len(inlines))
    return inlines[:place], inlines[place:]


def _join_years(inlines: list[Inline], cluster: Cluster) -> None:
    """Years of one author are joined by a comma, also where a page stands between them (2011a, p. 3, 2011b, p. 4)."""
    collapsible = {f"#ref-{cite.key}" for cite in cluster.cites if not cite.prefix and not cite.suppress_author}
    for place, link in enumerate(inlines[3:], 3):
        before = inlines[place - 2]
        if _target(link) in collapsible and _DATE.match(text([link])) and before == {"t": "Str", "c": ";"}:
            inlines[place - 2] = {"t": "Str", "c": ","}


def _target(link: Inline) -> str:
    return str(link["c"][2][0]) if link["t"] == "Link" else ""


def _linked(inlines: Sequence[Inline], key: str) -> Inline:
    return {"t": "Link", "c": [["", [], []], list(inlines), [f"#ref-{key}", ""]]}


def _spell_and(inlines: Sequence[Inline]) -> None:
    """APA 7, section 8.17: "and" between authors in the sentence, & between authors in parentheses."""
    for string in strings(inlines):
        string["c"] = string["c"].replace(AND, "and")
