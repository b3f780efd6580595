"""YAML's own complaints, in an editor's words."""

import re

import yaml

_PLAIN = (
    ("found character that cannot start any token", "{char} cannot stand at the start of a value: put the value in quotes"),
    ("found a tab character", "there is a tab here: use spaces"),
    ("mapping values are not allowed", "a colon with a space after it stands inside a text: put the whole text in quotes"),
    ("could not find expected ':'", "a colon is missing: each field is a name, a colon, a space and a value"),
    ("did not find expected key", "this line does not fit the lines above: check its indentation and its quotes"),
    ("did not find expected '-' indicator", "this line does not fit the list above: start it with a dash, or indent it"),
    ("did not find expected ',' or ']'", "a list in square brackets is not closed: add the bracket, or use dashes"),
    ("did not find expected ',' or '}'", "a pair of curly braces is not closed: add the brace, or use lines"),
    ("did not find the expected comment or line break", "there is text where the line should end: move it to the next line"),
    ("did not find expected comment or line break", "there is text where the line should end: move it to the next line"),
    ("found unexpected end of stream", "a quotation mark is opened here and never closed"),
    ("found unexpected document indicator", "a quotation mark is opened here and never closed"),
    ("found unknown escape character", "a backslash in double quotes starts a code: use single quotes"),
    ("block sequence entries are not allowed", "a dash cannot stand here: put the list on lines of its own"),
    ("did not find expected alphabetic or numeric character", "* and & have a meaning in YAML: put the value in quotes"),
    ("found undefined alias", "* has a meaning in YAML: put the value in quotes"),
    ("did not find expected node content", "a value is missing, or a bracket or comma too many stands here"),
)
_FALLBACK = "this is not valid YAML: check the indentation, the colons and the quotes on this line and the one above"


def in_plain_words(error: yaml.MarkedYAMLError, text: str, offset: int) -> tuple[int, str]:
    """Return the offset at which an editor should look, and what to say there."""
    problem = error.problem or ""
    tab = _tab_before(text, offset)
    if tab is not None:
        return tab, "there is a tab here: use spaces to indent"
    if problem.startswith("found unexpected") and error.context_mark:
        offset = error.context_mark.index
    char = f'"{text[offset]}"' if offset < len(text) else "this"
    for start, words in _PLAIN:
        if problem.startswith(start):
            return offset, words.format(char=char)
    return offset, _FALLBACK


def _tab_before(text: str, offset: int) -> int | None:
    """Return the offset of a tab in the indentation of the line at `offset` or of the one above it."""
    for line in (text.rfind("\n", 0, offset) + 1, text.rfind("\n", 0, max(0, text.rfind("\n", 0, offset))) + 1):
        indent = re.compile(r"[ -]*\t").match(text, line)
        if indent:
            return indent.end() - 1
    return None
