"""YAML files: any bytes, YAML of any form, and entries that somebody changed in one place or another."""

import json
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import yaml
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from macros.model.collections import COLLECTIONS
from tests.fuzz.texts import HTML, LETTERS, MARKDOWN, any_of, heavy, seldom, soup
from tests.fuzz.tree import Input

ROOT = Path(__file__).parents[2]
Draw = Callable[[SearchStrategy[Any]], Any]

SIGNS = (
    ": ", "\n", "  ", "- ", "\t", "'", '"', "[", "]", "{", "}", "&a ", "*a", "!x ",
    "!!python/object/apply:os.system ", "|\n", ">-\n", "|2+\n", "#", "%YAML 1.1\n", "@", "`", "---\n", "...\n", "? ",
    "<<: ", "~", "<<<<<<< x\n", "=======\n", ",", "\\u", '"\\ud800"', '"\\x07"', "!!binary ", "key: ",
)  # fmt: skip
VALUES = (
    "²", "٣", "１２", "1_000", "0x1F", "1e999", "1e-999", "-0", ".5", "5.", "NaN", "inf", "-inf", "+1", "1.0",
    "9" * 400, "9" * 5000, "0", "-1", "true", "yes", "null", "~", "[]", "{}", "''", '" "', "2026-02-30", "0000-00-00",
    "0001-01-01", "9999-12-31", "2026-11-21T00:00", "٢٠٢٦-11-21", "2026-W47-6", "20261121", "tea-first", "Tea-First",
    "ash2001invented", "plain-claim", "../x", "/etc/passwd", "/strategies/tea-first.md", "index", "con", "x" * 300,
    "FILL-IN", "<FILL IN>", "1/0", "r", "d",
)  # fmt: skip
_LEAF = re.compile(r"^( *(?:- )?(?:[\w/-]+:)?) +(\S.*)$", re.MULTILINE)
_NAME = re.compile(r"^( *(?:- )?)([\w-]+):", re.MULTILINE)
_FIELDS = sorted(
    {name for one in COLLECTIONS.values() for name in one.model.model_fields} | {"page", "do", "minutes", "source"}
)
_QUOTES = str.maketrans({"'": "’", '"': "“", " ": "\u00a0", "-": "–"})


def inputs(sound: Mapping[str, str]) -> SearchStrategy[Input]:
    """Return inputs for the YAML files of the small handbook; `sound` holds their texts by name."""
    files = st.sampled_from(sorted(sound))
    known = [(file, sound[file]) for file in sorted(sound)]
    own = any_of(known)
    texts = any_of(known * 3 + _of_the_handbook(sound))
    return st.one_of(
        st.builds(Input, files, st.binary(max_size=200)),
        st.builds(_input, files, _any_yaml()),
        _changed(texts),
        _changed(texts),
        _changed(own),
        _with_a_leaf(own),
        st.builds(lambda one, other: Input(one[0], other[1].encode()), own, own),
    )


def _of_the_handbook(sound: Mapping[str, str]) -> list[tuple[str, str]]:
    """Return entries of the real handbook, in the place of one of the small one's."""
    by_folder = {file.split("/")[1]: file for file in sound if file.startswith("content/") and file.count("/") == 2}
    found = []
    for folder, file in by_folder.items():
        for path in sorted((ROOT / "content" / folder).glob("*.yml"))[:4]:
            found.append((file, path.read_text("utf-8")))
    return found


def _input(file: str, text: str) -> Input:
    return Input(file, text.encode("utf-8", "surrogatepass"))


def _any_yaml() -> SearchStrategy[str]:
    """Return YAML by its grammar, with our field names as keys, and signs of YAML without one."""
    keys = st.sampled_from(_FIELDS) | st.sampled_from(VALUES[:30]) | st.text(max_size=5)
    plain = (
        st.sampled_from(VALUES)
        | st.text(max_size=10)
        | st.integers()
        | st.floats()
        | st.dates()
        | st.none()
        | st.booleans()
    )
    tree = st.recursive(
        plain, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(keys, inner, max_size=4), max_leaves=12
    )
    written = st.builds(
        lambda data, flow, width: yaml.safe_dump(data, allow_unicode=True, default_flow_style=flow, width=width),
        st.dictionaries(keys, tree, max_size=6),
        st.sampled_from([True, False, None]),
        st.sampled_from([5, 80]),
    )
    rare = heavy(
        (
            "- ",
            "[",
            "{a: ",
            "? ",
            "&a ",
            "*a ",
            "x:\n ",
            "'",
            "#",
            "a: b\n",
            "\t",
            '"\\',
            "!!x ",
            "- - ",
            ">\n",
            "[a,",
            "<<: ",
        )
    )
    return seldom(rare, soup(SIGNS, tuple(_FIELDS[:20]), VALUES, LETTERS, most=16) | written)


def _value(draw: Draw) -> str:
    text: str = draw(st.sampled_from(VALUES) | MARKDOWN)
    if draw(st.booleans()):
        return text.replace("\n", " ")
    return json.dumps(text, ensure_ascii=False)


def _leaf(text: str, draw: Draw) -> str:
    found = [*_LEAF.finditer(text)]
    if not found:
        return text
    one = found[draw(st.integers(0, len(found) - 1))]
    return f"{text[: one.start(2)]}{_value(draw)}{text[one.end(2) :]}"


def _line(text: str, draw: Draw) -> str:
    """Take a line out, write it twice, move it, or indent it otherwise."""
    lines = text.split("\n")
    at, to = draw(st.integers(0, len(lines) - 1)), draw(st.integers(0, len(lines) - 1))
    line = lines[at]
    doings: tuple[Callable[[], object], ...] = (
        lambda: lines.pop(at),
        lambda: lines.insert(at, line),
        lambda: lines.insert(to, lines.pop(at)),
        lambda: lines.__setitem__(at, f" {line}"),
        lambda: lines.__setitem__(at, line.lstrip()),
        lambda: lines.__setitem__(at, line.replace("  ", "\t", 1)),
        lambda: lines.__setitem__(at, line.replace(": ", ":", 1)),
    )
    doings[draw(st.integers(0, len(doings) - 1))]()
    return "\n".join(lines)


def _renamed(text: str, draw: Draw) -> str:
    found = [*_NAME.finditer(text)]
    if not found:
        return text
    one = found[draw(st.integers(0, len(found) - 1))]
    name = draw(st.sampled_from(_FIELDS) | st.sampled_from(VALUES[:12]) | st.text(max_size=8))
    return f"{text[: one.start(2)]}{name}{text[one.end(2) :]}"


def _cut(text: str, draw: Draw) -> str:
    return text[: draw(st.integers(0, len(text)))]


def _spliced(text: str, draw: Draw) -> str:
    at = draw(st.integers(0, len(text)))
    return text[:at] + draw(st.sampled_from(SIGNS + LETTERS + HTML)) + text[at:]


def _pasted(text: str, draw: Draw) -> str:
    """Quotes, spaces and dashes as a word processor has them, in a part of the text."""
    at, to = sorted((draw(st.integers(0, len(text))), draw(st.integers(0, len(text)))))
    return text[:at] + text[at:to].translate(_QUOTES) + text[to:]


_CHANGES = (_leaf, _leaf, _leaf, _line, _renamed, _cut, _spliced, _spliced, _pasted)
_SAVED: tuple[Callable[[str], bytes], ...] = (
    *[lambda text: text.encode("utf-8", "surrogatepass")] * 8,
    lambda text: text.replace("\n", "\r\n").encode("utf-8", "surrogatepass"),
    lambda text: text.replace("\n", "\r").encode("utf-8", "surrogatepass"),
    lambda text: text.encode("utf-8-sig", "surrogatepass"),
    lambda text: text.encode("utf-16", "surrogatepass"),
    lambda text: text.encode("latin-1", "replace"),
    lambda text: text.encode("cp1252", "replace"),
    lambda text: text.encode("utf-8", "surrogatepass")[:-1],
)


@st.composite
def _changed(draw: Draw, texts: SearchStrategy[tuple[str, str]]) -> Input:
    file, text = draw(texts)
    for _ in range(draw(st.integers(1, 3))):
        text = draw(st.sampled_from(_CHANGES))(text, draw)
    return Input(file, draw(st.sampled_from(_SAVED))(text))


@st.composite
def _with_a_leaf(draw: Draw, texts: SearchStrategy[tuple[str, str]]) -> Input:
    """Return an entry in which one value reads otherwise, in quotes: most of these have pages."""
    file, text = draw(texts)
    found = [*_LEAF.finditer(text)]
    one = found[draw(st.integers(0, len(found) - 1))]
    value = json.dumps(draw(MARKDOWN), ensure_ascii=False)
    return _input(file, f"{text[: one.start(2)]}{value}{text[one.end(2) :]}")
