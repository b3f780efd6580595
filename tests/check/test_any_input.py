"""Whatever a file holds, the check answers with problems that have a place: it neither raises, writes, nor lingers."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from macros.lint import check
from macros.report import FORMATS, report
from tests.problems.tree import plant

SECONDS = 5.0
ENTRY = "content/strategies/talk-second.yml"
FILES = (ENTRY, "content/claims/borrowed-claim.yml", "content/guides/first-cup.yml", "references.bib", "docs/index.md")
SCRAPS = (
    ": ",
    "\n",
    "  ",
    "- ",
    "\t",
    "'",
    '"',
    "[",
    "]",
    "{",
    "}",
    "&a ",
    "*a",
    "!x ",
    "|\n",
    ">-\n",
    "#",
    "%",
    "@",
    "\\",
    "---\n",
    "? ",
    "<<: ",
    "~",
    "\u00a0",
    "\u0085",
    "\u2028",
    "\ufeff",
    "\0",
    "\ud7ff",
    "\U0010ffff",
    "é",
    "🫖",
    "ש",
    "title",
    "claims",
    "steps",
    "[=plain-claim]",
    "[@ash2001invented, p. 3]",
    "@",
    "](/strategies/tea-first.md#x)",
    "](javascript:x)",
    "![](",
    "<b>",
    "<!--",
    "-->",
    "&#106;",
    "# ",
    "```",
    "{{ ",
    " }}",
    "{% ",
    " %}",
    "{# ",
    "stool()",
    'cards("strategies")',
    "@article{",
    "author = {",
    ",\n",
    "1e999",
    "NaN",
    "0x1F",
    "2026-11-21",
    "true",
    "9" * 400,
)
BOUNDED = settings(
    max_examples=60,
    derandomize=True,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the sound tree; each example puts its file back."""
    return plant({}, tmp_path_factory.mktemp("any") / "tree")


def answers(root: Path, file: str, data: bytes) -> None:
    """Check the tree with `data` as one of its files."""
    path = root / file
    sound = path.read_bytes()
    path.write_bytes(data)
    before = snapshot(root)
    start = time.process_time()
    try:
        problems = check(root)[1]
        assert time.process_time() - start < SECONDS
        assert before == snapshot(root)
        for form in FORMATS:
            report(problems, root, form)
    finally:
        path.write_bytes(sound)
    lines = data.decode("utf-8", "replace").count("\n") + data.count(b"\r") + 1
    for problem in problems:
        assert problem.place.line >= 1
        assert problem.place.column >= 1
        assert problem.place.file != file or problem.place.line <= lines


def snapshot(root: Path) -> dict[Path, int]:
    """Return every file below a folder with the time of its last change."""
    return {path: path.stat().st_mtime_ns for path in root.rglob("*")}


@pytest.mark.parametrize("file", FILES)
def test_any_bytes(file: str, root: Path) -> None:
    @BOUNDED
    @given(data=st.binary(max_size=300))
    def holds(data: bytes) -> None:
        answers(root, file, data)

    holds()


@pytest.mark.parametrize("file", FILES)
def test_a_sound_file_with_anything_in_it(file: str, root: Path) -> None:
    sound = (root / file).read_text("utf-8")

    @BOUNDED
    @given(
        scraps=st.lists(st.sampled_from(SCRAPS) | st.text(max_size=5), min_size=1, max_size=6),
        places=st.lists(st.integers(0, len(sound)), min_size=6, max_size=6),
        cut=st.none() | st.integers(0, len(sound)),
    )
    def holds(scraps: list[str], places: list[int], cut: int | None) -> None:
        text = sound[:cut]
        for scrap, place in zip(scraps, places, strict=False):
            text = text[:place] + scrap + text[place:]
        answers(root, file, text.encode("utf-8", "surrogatepass"))

    holds()


def heavy() -> Iterator[tuple[str, str, str]]:
    """Yield (name, file, text) of inputs that cost much where a reader is careless."""
    size = 100_000
    field = "title: Talk\ndefinition: >\n  "
    for name, scrap in {
        "brackets": "[",
        "claims": "[=x] ",
        "keys": "@a ",
        "links": "[a](/x) ",
        "unclosed links": "[a](",
        "images": "![a](",
        "stars": "*a _b ",
        "ticks": "` `` ",
        "tags": "<a ",
        "comments": "<!-- ",
        "quotes": "> ",
        "ands": "&amp;",
        "escapes": "\\[",
    }.items():
        yield name, "content/terms/talk.yml", field + scrap * (size // len(scrap))
        yield f"{name} on a page", "docs/index.md", scrap * (size // len(scrap))
    yield "braces on a page", "docs/index.md", "{{ " * (size // 3)
    yield "calls on a page", "docs/index.md", "{{ x() }}\n" * (size // 100)
    yield "nested brackets", "content/terms/talk.yml", "title: " + "[" * size
    yield "nested lists", "content/terms/talk.yml", "- " * size
    yield "many fields", "content/terms/talk.yml", "".join(f"field-{n}: x\n" for n in range(size // 10))
    yield "many ids", ENTRY, "claims:\n" + "".join(f"  - claim-{n}\n" for n in range(size // 10))
    yield "one field many times", "content/terms/talk.yml", "title: x\n" * (size // 9)
    yield "many anchors", "content/terms/talk.yml", "x: [" + "".join(f"&a{n} x, " for n in range(size // 10)) + "]\n"
    yield "bib braces", "references.bib", "@article{a, title = " + "{" * size
    yield "bib entries", "references.bib", "@article{a,\n" * (size // 100)
    yield "bib signs", "references.bib", "@" * (size // 10)


@pytest.mark.parametrize(("file", "text"), [pytest.param(file, text, id=name) for name, file, text in heavy()])
def test_heavy_input(file: str, text: str, root: Path) -> None:
    answers(root, file, text.encode())
