"""YAML's own complaints, in an editor's words."""

import re

import yaml

_TWO_BRACKETS = "a value that begins with [ or { must stand in quotes, or has a bracket too many"
_QUOTES = "the text goes on after its closing quotation mark: put the whole of it in quotes, each quote inside doubled"
_ASKEW = "this line does not fit the lines above: give it as many spaces as they have, and check its quotes"
_ASKEW_IN_A_LIST = "this line does not fit the list: begin it with a dash, or give it the spaces of the line above"
_CURLY = 'this quotation mark is curly, and only straight ones hold a text together: type " before and after it'
_NOT_INDENTED = "this line has no colon: if it belongs to the text above, put spaces in front of it"
_LINE_END = "there is text where the line should end: move it to the next line"
_PLAIN = (
    ("found character that cannot start any token", "{char} cannot stand at the start of a value: {quote}"),
    ("found a tab character", "there is a tab here: use spaces"),
    ("mapping values are not allowed", "a colon with a space after it stands inside a text: {quote_all}"),
    ("could not find expected ':'", "a colon is missing: each field is a name, a colon, a space and a value"),
    ("did not find expected key", _ASKEW),
    ("did not find expected '-' indicator", _ASKEW_IN_A_LIST),
    ("did not find expected ',' or ']'", "a list in square brackets is not closed: add the bracket, or use dashes"),
    ("did not find expected ',' or '}'", "a pair of curly braces is not closed: add the brace, or use lines"),
    ("did not find the expected comment or line break", _LINE_END),
    ("did not find expected comment or line break", _LINE_END),
    ("found unexpected end of stream", "a quotation mark is opened here and never closed"),
    ("found unexpected document indicator", "a quotation mark is opened here and never closed"),
    ("found unknown escape character", "a backslash in double quotes starts a code: use single quotes"),
    ("block sequence entries are not allowed", "a dash cannot stand here: put the list on lines of its own"),
    ("did not find expected alphabetic or numeric character", "* and & have a meaning in YAML: {quote}"),
    ("found undefined alias", "* has a meaning in YAML: {quote}"),
    ("did not find expected node content", "a value is missing, or a bracket or comma too many stands here"),
    ("found incompatible YAML document", "a line that begins with % is an order to YAML: take it out"),
    ("found unknown directive name", "a line that begins with % is an order to YAML: take it out"),
    ("did not find expected <document start>", "there is text where a field should stand: a name, a colon and a value"),
)
_FALLBACK = "this is not valid YAML: check the indentation, the colons and the quotes on this line and the one above"
_WHERE_IT_BEGAN = (
    "found unexpected",
    "could not find expected ':'",
    "did not find expected ','",
    "did not find expected alphabetic",
)
"""Complaints that YAML makes where it gave up; an editor must look where the value began."""


def in_plain_words(error: yaml.MarkedYAMLError, text: str, offset: int) -> tuple[int, str]:
    """Return the offset at which an editor should look, and what to say there."""
    problem = error.problem or ""
    stray = _stray_space(text, offset)
    if stray is not None:
        return stray
    if problem.startswith(_WHERE_IT_BEGAN) and error.context_mark:
        offset = min(error.context_mark.index, len(text))
    if problem.startswith("could not find expected ':'"):
        return _without_colon(text, offset)
    if problem.startswith("did not find expected key") and (words := _after_the_end(text, offset)):
        return offset, words
    if problem.startswith("mapping values are not allowed") and (found := _before_the_colon(text, offset)):
        return found
    char = f'"{text[offset]}"' if offset < len(text) else "this"
    for start, words in _PLAIN:
        if problem.startswith(start):
            quoted = {"quote": "put the value in quotes", "quote_all": "put the whole text in quotes"}
            return offset, words.format(char=char, **quoted)
    return offset, _FALLBACK


def _stray_space(text: str, offset: int) -> tuple[int, str] | None:
    """Find a tab or a non-breaking space in the indentation of the line at `offset` or of the one above it."""
    here = text.rfind("\n", 0, offset) + 1
    for line in (here, text.rfind("\n", 0, max(0, here - 1)) + 1):
        indent = re.compile(r"[ -]*([\t\u00a0\u202f])").match(text, line)
        if indent:
            tab = indent[1] == "\t"
            name = "a tab here: use spaces to indent" if tab else "a non-breaking space here: type a plain space"
            return indent.end() - 1, f"there is {name}"
    return None


def _without_colon(text: str, offset: int) -> tuple[int, str]:
    """Say what stands where a colon and a space should."""
    line = text[offset : text.find("\n", offset) if "\n" in text[offset:] else len(text)]
    if pasted := re.match(r"[\w ]+?[ \u00a0]*(:[\u00a0\u202f]|：)", line):
        return offset + pasted.start(1), "a plain colon and a plain space must follow the name: type them again"
    if glued := re.match(r"[a-z_]+:(?=\S)", line):
        return offset + glued.end() - 1, "a space is missing after this colon"
    if re.match(r"[a-z]+(_[a-z]+)* *(?=\n|$|[|>])|[a-z]+_[a-z_]+ ", text[offset:]):
        return offset, "a colon is missing: each field is a name, a colon, a space and a value"
    return offset, _NOT_INDENTED


def _before_the_colon(text: str, offset: int) -> tuple[int, str] | None:
    """Find why a colon at `offset` is read as part of a text: the line above is glued, or the quotes are curly."""
    here = text.rfind("\n", 0, offset) + 1
    above = text.rfind("\n", 0, max(0, here - 1)) + 1
    glued = re.compile(r"[ -]*[a-z_]+(:)[^\s/:](?:(?!: )[^\n])*\n").match(text, above, here)
    if glued:
        return glued.start(1), "a space is missing after this colon"
    curly = re.compile(r"[ -]*[a-z_]+: +([“”„‘’‚«])").match(text, here, offset)
    return (curly.start(1), _CURLY) if curly else None


def _after_the_end(text: str, offset: int) -> str | None:
    """Tell whether what stands at `offset` follows a value that ended on the same line."""
    line = text[text.rfind("\n", 0, offset) + 1 : offset]
    before = line.rstrip()[-1:] if ":" in line else ""
    return _QUOTES if before in ("'", '"') and before else _TWO_BRACKETS if before in ("]", "}") and before else None
