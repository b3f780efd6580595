"""What passes the check passes pandoc too: its answers are read, and nothing in them runs."""

from pathlib import Path

from hypothesis import given, settings

from macros.bibliography import read_bibliography
from macros.citations.engine import format_citations
from macros.citations.scan import problems_in, spans
from macros.text_file import decode
from macros.text_rules import cited_keys
from tests.fuzz import bibliographies
from tests.fuzz.markup import misplaced
from tests.fuzz.test_inputs import BOUNDED
from tests.fuzz.texts import CITATIONS
from tests.fuzz.tree import BIBLIOGRAPHY, Input, Tree

MANY = settings(BOUNDED, max_examples=250)
LONGEST = 2000
"""Characters of a text; what a long one repeats, a short one has."""


def test_citations_of_any_form_are_printed(tmp_path: Path) -> None:
    works = read_bibliography(Tree(tmp_path).root / BIBLIOGRAPHY, BIBLIOGRAPHY)[0].works
    found: dict[str, None] = {}

    @MANY
    @given(CITATIONS)
    def collect(text: str) -> None:
        read, _ = decode(text.encode("utf-8", "surrogatepass"), "x.md")
        if read is None or len(text) > LONGEST or any(problems_in(read.value)):
            return
        marks = (span.raw for span in spans(read.value) if span.kind != "claim")
        found.update(dict.fromkeys(raw for raw in marks if {*cited_keys(raw)} <= works.keys()))

    collect()
    printed = format_citations([work.csl for work in works.values()], found)
    assert {raw: misplaced(one.html) for raw, one in printed.clusters.items()} == {raw: [] for raw in found}


def test_works_of_any_form_are_printed(tmp_path: Path) -> None:
    tree = Tree(tmp_path)
    found: dict[str, dict[str, object]] = {}

    @MANY
    @given(bibliographies.inputs(tree.sound[BIBLIOGRAPHY].decode()))
    def collect(given: Input) -> None:
        with tree.holding(given) as root:
            bibliography, problems = read_bibliography(root / BIBLIOGRAPHY, BIBLIOGRAPHY)
        if len(given.data) > 4 * LONGEST or any(problem.severity == "error" for problem in problems):
            return
        for work in bibliography.works.values():
            found.setdefault(repr({**work.csl, "id": ""}), {**work.csl, "id": f"work{len(found)}"})

    collect()
    works = [*found.values()][:100]
    printed = format_citations(works, [f"[@{work['id']}]" for work in works])
    for one in (*printed.clusters.values(), *printed.entries.values()):
        assert not misplaced(one.html)
