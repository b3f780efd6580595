"""What axe-core finds on a page: the rules that run, the ways in which a page is looked at, and how a finding reads."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
WIDTHS = {390: 844, 1440: 900}
"""Width -> height of the window, in CSS pixels."""


@dataclass(frozen=True)
class Mode:
    """A way of looking at a page; `scheme` is the theme's word on the body when it has taken effect.

    `without` are rules that have no meaning there: nothing on paper is pressed.
    """

    name: str
    media: Literal["screen", "print"]
    color: Literal["light", "dark"]
    scheme: str
    without: tuple[str, ...] = ()


MODES = (
    Mode("light", "screen", "light", "default"),
    Mode("dark", "screen", "dark", "slate"),
    Mode("print", "print", "light", "default", without=("target-size",)),
)

SETTLED = """async scheme => {
  for (let turn = 0; turn < 100 && document.body.dataset.mdColorScheme !== scheme; turn++)
    await new Promise(done => setTimeout(done, 20));
  await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
  return document.body.dataset.mdColorScheme;
}"""
"""Waits until the page has taken on a color scheme; returns the scheme that it has."""

RUN = """async ([tags, without]) => {
  const found = await axe.run(document, {
    runOnly: tags, rules: Object.fromEntries(without.map(rule => [rule, { enabled: false }])), resultTypes: ["violations"], preload: false, iframes: false, selectors: true });
  return {
    rules: axe.getRules(tags).filter(rule => !rule.tags.includes("experimental")).length,
    violations: found.violations.map(({ id, help, nodes }) => ({
      id, help, nodes: nodes.map(({ target, failureSummary, html }) => ({
        target: target.join(" "), why: failureSummary, html: html.slice(0, 200) })) })),
  };
}"""
"""Runs axe on the document with rule sets but without some rules; returns how many rules ran and what they found."""


@dataclass(frozen=True)
class Violation:
    """One element that breaks one rule, in one way of looking at one page."""

    page: str
    width: int
    mode: str
    rule: str
    element: str
    why: str

    def __str__(self) -> str:
        return f"{self.page} ({self.width} px, {self.mode}): {self.rule} at {self.element}\n    {self.why}"


def violations(answer: Mapping[str, Any], page: str, width: int, mode: str) -> Sequence[Violation]:
    """Return the findings that `RUN` answered with."""
    return [
        Violation(page, width, mode, found["id"], node["target"], " ".join(f"{found['help']}. {node['why']}".split()))
        for found in answer["violations"]
        for node in found["nodes"]
    ]
