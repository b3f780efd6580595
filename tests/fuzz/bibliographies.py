"""Lists of sources: any text, BibTeX by its grammar, and the sound list changed in one place or another."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from macros.bibliography.kinds import TYPES
from tests.fuzz.texts import HTML, LETTERS, any_of, heavy, seldom, soup
from tests.fuzz.tree import BIBLIOGRAPHY, Input

ROOT = Path(__file__).parents[2]
Draw = Callable[[SearchStrategy[Any]], Any]

SIGNS = (
    "@article{a,\n", "@string{a = {b}}\n", "@string{a = a # a}\n", "@preamble{", "@comment{", "@xdata{x,\n", "{", "}",
    "{}", '"', "#", " # ", ",", "=", "\n", "%", "\\", "@", " = {", "},\n", "title = {", "crossref = {a},\n",
    "author = ", "(", ")", "@article(a, ", "month = jan,",
)  # fmt: skip
FIELDS = (
    "title", "subtitle", "author", "editor", "translator", "journaltitle", "booktitle", "maintitle", "date", "year",
    "month", "day", "pages", "volume", "number", "edition", "publisher", "location", "doi", "url", "urldate", "isbn",
    "issn", "eprint", "eprinttype", "langid", "crossref", "xdata", "related", "relatedtype", "note", "howpublished",
    "series", "type", "institution", "organization", "pagetotal", "version", "pubstate", "eventtitle", "eventdate",
    "origdate", "shorttitle", "titleaddon", "eid", "addendum", "entrysubtype", "school", "journal", "keywords",
    "abstract", "annotation", "options", "ids", "Title", "x-y", "ti tle",
)  # fmt: skip
KEYS = ("a", "b", "c", "A", "ash2001invented", "é", "x:y/z.w+v", "", "a b", "../x", "<b>", "index", "con", "x" * 200)
VALUES = (
    "2001", "2001/2003", "2001-13-45", "²", "٢٠٠١", "1850~", "201X", "-0044", "99999999999999999999", "9" * 5000,
    "n.d.", "forthcoming", "2001/..", "/", "2001-21", "2001-02-29", "c. 1850", "44 BC", "jan", "jan # \" 3\"",
    "January", "²³", "1--9", "1-", "--", "e1--e9", "9--1", "10.1000/x", "https://doi.org/10.1000/%3Cx%3E",
    "javascript:alert(1)", "https://example.org/<b>\"'", "ftp://x.org", "978-3-16-148410-0", "0-306-40615-²",
    "1234-567X", "en", "de", "xx-YY", "a", "b", "c", "a, b,", "a,a", "and", " and ", "and and", "{}", "{{}}",
    "others", "Ash, Ada and others", "van der Ash, Jr., Ada", "{Oak City} and {A & B}",
    "family=Ash, given=Ada, prefix=von", "Ash, Ada, , ,", ",", ",,,", "given=,family=", "Ash,", "\u00c9.", "ii, iii",
    "A and B and C " * 30,
)  # fmt: skip
TEX = (
    "\\'e", "\\\"{\\i}", "\\c{}", "\\v", "\\emph{a", "\\textsc{b}", "$x^2_i$", "$", "$$", "~", "--", "---", "``",
    "''", "\\&", "\\%", "{\\TeX}", "\\url{x}", "\\textbackslash", "\\unknown{x}", "{A}{b}", "\\(", "\\)", "^", "_",
    "<i>x</i>", "<span class=\"nocase\">x</span>", "</i>", "<sc>", "&lt;", "\\<", "A", "b ", "A Study of Tea: ",
    "McDonald’s ", "O'Neil? ", "İi", ". ", "!", "–",
)  # fmt: skip


def inputs(sound: str) -> SearchStrategy[Input]:
    """Return inputs for the list of sources; `sound` is its text."""
    texts = any_of([sound] * 4 + _of_the_handbook(sound))
    return st.one_of(
        st.binary(max_size=200).map(_bytes),
        st.builds(_beside, st.just(sound), _any_bibtex()),
        _entries().map(lambda text: _text(f"{sound}\n{text}")),
        _entries().map(lambda text: _text(f"{sound}\n{text}")),
        _changed(texts),
        _changed(st.just(sound)),
        _with_a_value(sound),
        _with_a_value(sound),
    )


def _of_the_handbook(sound: str) -> list[str]:
    """Return parts of the real list, behind the sound one."""
    parts = (ROOT / BIBLIOGRAPHY).read_text("utf-8").split("\n\n")
    return [f"{sound}\n" + "\n\n".join(parts[at : at + 2]) for at in range(0, min(len(parts), 24), 2)]


def _bytes(data: bytes) -> Input:
    return Input(BIBLIOGRAPHY, data)


def _text(text: str) -> Input:
    return _bytes(text.encode("utf-8", "surrogatepass"))


def _beside(sound: str, text: str) -> Input:
    return _text(f"{sound}\n{text}")


def _any_bibtex() -> SearchStrategy[str]:
    scraps = (
        "{",
        "@",
        "@a{",
        "@article{a,\n",
        "\\",
        "a = {",
        '"',
        "#",
        "@string{a = a # a}\n",
        "$",
        "\\'",
        "{\\'",
        "@comment{",
        "and ",
        "%\n",
    )
    return seldom(heavy(scraps), soup(SIGNS, FIELDS[:12], KEYS, TEX, LETTERS, most=20) | st.text(max_size=60))


_VALUE = st.one_of(
    st.sampled_from(VALUES),
    soup(TEX, most=6),
    soup(TEX, LETTERS, HTML, most=6),
    soup(VALUES, (" and ", ", ", " ", "/", "-"), most=4),
)


def _held(value: str) -> str:
    return f"{{{value}}}"


_HOLDERS = st.sampled_from(
    [_held, _held, _held, '"{}"'.format, str, "{{{{{}}}}}".format, "nobody # {{{}}}".format, "{{{}}} # {{ x}}".format]
)
_FIELD = st.builds(lambda name, hold, value: f"  {name} = {hold(value)},\n", st.sampled_from(FIELDS), _HOLDERS, _VALUE)
_ENTRY = st.builds(
    lambda kind, key, fields: f"@{kind}{{{key},\n{''.join(fields)}}}\n",
    st.sampled_from(sorted(TYPES)) | st.sampled_from(["xdata", "set", "string", "artikel", "Article"]),
    st.sampled_from(KEYS),
    st.lists(_FIELD, max_size=6),
)
_WHOLE = st.builds(
    "@{}{{{},\n  author = {{Elm, Eva}},\n  title = {{A title}},\n  date = {{2003}},\n{}}}\n".format,
    st.sampled_from(sorted(TYPES)),
    st.sampled_from(KEYS[:4]),
    _FIELD,
)
"""An entry that has what most need, and a field more."""


def _entries() -> SearchStrategy[str]:
    return st.lists(_ENTRY | _WHOLE, min_size=1, max_size=4).map("\n".join)


@st.composite
def _changed(draw: Draw, texts: SearchStrategy[str]) -> Input:
    text = draw(texts)
    for _ in range(draw(st.integers(1, 3))):
        at, to = draw(st.integers(0, len(text))), draw(st.integers(0, 12))
        text = text[:at] + draw(st.sampled_from([*SIGNS, *TEX, *LETTERS, *VALUES[:8], "", ""])) + text[at + to :]
    encoding = draw(st.sampled_from(["utf-8"] * 9 + ["utf-8-sig", "utf-16", "latin-1", "cp1252"]))
    lines = draw(st.sampled_from(["\n"] * 5 + ["\r\n", "\r"]))
    return _bytes(
        text.replace("\n", lines).encode(encoding, "surrogatepass" if encoding.startswith("utf") else "replace")
    )


@st.composite
def _with_a_value(draw: Draw, sound: str) -> Input:
    """Return the sound list with one value put anew, or a field added: most of these have pages."""
    lines = sound.split("\n")
    at = draw(st.sampled_from([number for number, line in enumerate(lines) if " = {" in line]))
    name = lines[at].split("=")[0].strip()
    anew = f"  {name} = {{{draw(_VALUE)}}}," if draw(st.booleans()) else f"{lines[at]}\n{draw(_FIELD)}"
    return _text("\n".join([*lines[:at], anew, *lines[at + 1 :]]))
