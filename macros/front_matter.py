"""The lines between dashes at the top of an authored page: its title, its description, and what it hides."""

import re
from collections.abc import Iterator

import yaml

from macros.docs_pages import BRACES, head_length
from macros.problems import Problem, one_of
from macros.sources import Source, parse
from macros.text_file import Text

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
Finding = tuple[int, int, str, str]
FIELDS = {"title": "scalar", "description": "scalar", "hide": "sequence"}
"""Field -> what it holds. The theme knows further ones, by which a page could choose its template."""
_AS_THE_HOST_READS = re.compile(r"-{3}[ \t]*\n(.*?\n)(?:\.{3}|-{3})[ \t]*\n", re.DOTALL)
"""MkDocs takes these lines for the top of a page (mkdocs.utils.meta)."""
_WITHOUT_DASHES = re.compile(r"[ ]{0,3}[A-Za-z0-9_-]+:")
"""A first line of this form MkDocs takes for a field, even without dashes."""
_OF_COMMENTS = re.compile(r"^[ \t]*#.*$", re.MULTILINE)
_OPENED = re.compile(r"-{3}[ \t]*\n")


def head_is_plain(text: str, body: str) -> Iterator[Finding]:
    """The lines between the dashes at the top of a page must be closed, be fields, and not call anything."""
    if text.startswith("---\n") and body == text:
        yield 0, 3, "the lines at the top are not closed: end them with a line of three dashes", "front-matter"
        return
    head = len(text) - len(body.lstrip())
    for match in BRACES.finditer(text[:head]):
        yield match.start(), len(match.group()), "the lines between the dashes hold plain words only", "front-matter"
    ours = head_length(text)
    host = _AS_THE_HOST_READS.match(text)
    if (host.end() if host else 0) != ours or (_OPENED.match(text) and not ours):
        message = "the lines at the top begin and end with three dashes and nothing after them: take the rest out"
        yield 0, 3, message, "front-matter"
    elif not ours and (found := _WITHOUT_DASHES.match(text)):
        message = "a page must not begin with a word and a colon: put a heading first, or dashes around its fields"
        yield 0, len(found.group()), message, "front-matter"


def head_fields(text: Text, body: str) -> Iterator[Problem]:
    """The lines between the dashes must be YAML, and of the fields that a page has."""
    if not text.value.startswith("---\n") or body == text.value:
        return
    lines = text.value[: text.value.index("\n---\n", 3) + 1].replace("---", "   ", 1)
    source, problems = parse(Text(text.file, lines))
    yield from (problem for problem in problems if problem.rule != "empty-file")
    if source is None and not _OF_COMMENTS.sub("", lines).strip() and _AS_THE_HOST_READS.match(text.value):
        nothing = "there is no field between the dashes at the top: take the dashes out"
        yield Problem(text.place(0, 3), nothing, "front-matter")
    for key, value in source.root.pairs if source else ():
        yield from _field(source, str(key.value), value.kind)  # type: ignore[arg-type] # there is one
        if value.style is None and not _is_read_by_the_host(value.value):
            message = "this looks like a date that there is not: put it in quotes"
            yield Problem(text.place(value.start), message, "front-matter")


def _is_read_by_the_host(value: object) -> bool:
    """MkDocs reads plain values as YAML does, and takes a page whose values it cannot read for one without a top."""
    try:
        yaml.load(str(value), _Loader) if isinstance(value, str) else None
    except (ValueError, yaml.YAMLError):
        return False
    return True


def _field(source: Source, name: str, kind: str) -> Iterator[Problem]:
    if name not in FIELDS:
        message = f'a page has no field "{name[:40]}"{one_of(name, FIELDS)}'
        yield Problem(source.place((name,), of_key=True), message, "front-matter")
    elif kind != FIELDS[name]:
        holds = "a list, each item after a dash" if FIELDS[name] == "sequence" else "plain words on one line"
        yield Problem(source.place((name,), of_key=True), f"{name} holds {holds}: write it so", "front-matter")
