"""Authored pages before they are rendered: their texts, and the macros that they call.

A page may call the registered macros with plain words, and nothing else: what Jinja could do beyond that is refused.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from jinja2 import Environment, TemplateSyntaxError, nodes

from macros.docs_pages import without_calls, without_front_matter
from macros.docs_rendering import rendering_does_not_act
from macros.evidence_rules import wording_of_page
from macros.front_matter import head_fields, head_is_plain
from macros.handbook import Handbook, Reading, read
from macros.model.collections import COLLECTIONS
from macros.page_calls import PAGE_CALLS
from macros.problems import Place, Problem, ProblemsFound, did_you_mean, one_of
from macros.search.words import read_words
from macros.text_file import Text
from macros.text_rules import MOST, Finding, TextContext, problems_of

_JINJA = Environment()
_COMMENT = re.compile(r"\{#")
_CALL = re.compile(r"\{\{(?:(?!\{\{).)*?\}\}", re.DOTALL)
_RAW = re.compile(r"\{%[-+]?\s*raw\b")
_NO_STATEMENTS = "only macros may be called here, such as {{ stool() }}: take out {% … %}"
_ONE = {"key": "source", "path": "reading path"}
_ATTRIBUTES = re.compile(r"\{:?[ \t]++([^{}%\n]*+)\}")
_ATTRIBUTE = re.compile(r"[#.][a-z0-9_-]+")


def check(root: Path) -> tuple[Handbook | None, tuple[Problem, ...]]:
    """Read and check a whole tree; return the handbook, or None where it has errors, and every problem and note."""
    if not root.is_dir():
        message = f"there is no folder {root}: name the one that holds content/, docs/ and references.bib"
        return None, (Problem(Place("."), message, "no-root"),)
    reading = read(root)
    problems = [*reading.problems]
    for path, text in reading.docs.items():
        problems += _page(path, text, reading)
    problems += _pages_stand_once(reading)
    problems += read_words(root, reading.context.addresses.pages).problems
    broken = any(problem.severity == "error" for problem in problems)
    return (None if broken else reading.handbook), tuple(sorted(set(problems)))


def load(root: Path) -> Handbook:
    """Return the checked handbook of a tree; raises ProblemsFound with every problem where it has errors."""
    handbook, problems = check(root)
    if handbook is None:
        raise ProblemsFound(problems)
    return handbook


def _page(path: str, text: Text, reading: Reading) -> Iterator[Problem]:
    body = without_front_matter(text.value)
    context = replace(reading.context, top_heading=1, page=path)
    prose = without_calls(body)
    findings = [
        *problems_of(prose, context),
        *pages_hold_no_jinja_comment(body),
        *pages_call_registered_macros_only(body, context),
        *attributes_are_ids_and_classes(prose),
        *head_is_plain(text.value, body),
    ]
    if not findings:
        findings += rendering_does_not_act(prose)
    yield from head_fields(text, body)
    for offset, length, message, rule in findings[:MOST]:
        yield Problem(text.place(min(offset, max(0, len(text.value) - 1)), length), message, rule)
    yield from wording_of_page(text, prose, reading.claims)


def _pages_stand_once(reading: Reading) -> Iterator[Problem]:
    """An authored page must not stand where an entry, a collection or another page has its address."""
    context = reading.context.addresses
    made = {_stands_at(page.removeprefix("/")) for page in replace(context, docs={}).pages}
    folders = {"data", "exports", "offline", *(one.address for one in COLLECTIONS.values())}
    seen: dict[str, str] = {}
    for path, text in reading.docs.items():
        if _stands_at(path) in made:
            yield Problem(text.place(0), f"the page {path} is made from content/: delete this file", "page-twice")
        elif "/" in path and (folder := path.partition("/")[0].lower()) in folders:
            message = f"the pages in {folder}/ are made from content/: put this page into another folder"
            yield Problem(text.place(0), message, "page-twice")
        elif (first := seen.setdefault(_stands_at(path), path)) != path:
            message = f"{path} and {first} would be one page: give one of the two files another name"
            yield Problem(text.place(0), message, "page-twice")


def _stands_at(path: str) -> str:
    """Return the address of a page in small letters: x.md and x/index.md are one."""
    return path.removesuffix(".md").removesuffix("/index").lower()


def pages_hold_no_jinja_comment(text: str) -> Iterator[Finding]:
    """A page must not hold the start of a Jinja comment, which would swallow the text after it."""
    for match in _COMMENT.finditer(text):
        yield match.start(), 2, "{# hides the text after it: write { #my-id } with spaces", "jinja-comment"


def pages_call_registered_macros_only(text: str, context: TextContext) -> Iterator[Finding]:
    """A page may call registered macros with plain words, and use nothing else of Jinja."""
    try:
        tree = _JINJA.parse(text)
    except (TemplateSyntaxError, RecursionError) as error:
        if not _COMMENT.search(text):
            yield _unreadable(text, getattr(error, "lineno", 1))
        return
    for match in _RAW.finditer(text):
        yield match.start(), 2, _NO_STATEMENTS, "not-a-macro"
    calls = [match.start() for match in _CALL.finditer(text)]
    parts = [part for node in tree.body if isinstance(node, nodes.Output) for part in node.nodes]
    found = [part for part in parts if not isinstance(part, nodes.TemplateData)]
    for node in tree.body:
        if not isinstance(node, nodes.Output):
            yield _line_offset(text, node.lineno, "{%"), 2, _NO_STATEMENTS, "not-a-macro"
    for number, part in enumerate(found):
        at = calls[number] if len(calls) == len(found) else _line_offset(text, part.lineno, "{{")
        yield from _call(text, part, context, at)


def _unreadable(text: str, line: int) -> Finding:
    """Return where braces that cannot be read stand: at a statement, at a brace that is not closed, or on the line."""
    if "{%" in text:
        return text.index("{%"), 2, _NO_STATEMENTS, "not-a-macro"
    message = 'the braces here cannot be read: a macro is called as {{ name("word") }}'
    unclosed = re.search(r"\{\{(?:(?!\}\})[^\n])*$", text, re.MULTILINE)
    return (unclosed.start() if unclosed else _line_offset(text, line)), 2, message, "macro-syntax"


def _call(text: str, node: nodes.Node, context: TextContext, offset: int) -> Iterator[Finding]:
    match = _CALL.match(text, offset)
    length = len(match.group().split("\n")[0]) if match else 2
    if not isinstance(node, nodes.Call) or not isinstance(node.node, nodes.Name):
        yield offset, length, "only a macro may be called here, such as {{ stool() }}", "not-a-macro"
        return
    name = node.node.name
    if name not in PAGE_CALLS:
        at = max(offset, text.find(name, offset))
        yield at, len(name), f'there is no macro "{name[:40]}"{one_of(name, PAGE_CALLS)}', "unknown-macro"
        return
    given = _arguments(node)
    if given is None:
        message = f'{name} takes plain words in quotes and nothing else, as in card("strategies", "listening-tour")'
        yield offset, length, message, "macro-arguments"
        return
    for word, message in _wrong_arguments(name, *given, context):
        at = text.find(word, offset + 2, offset + len(match.group())) if word and match else -1
        yield (at, len(word), message, "macro-arguments") if at >= 0 else (offset, length, message, "macro-arguments")
    alone = _line_start(text, offset) == offset and _stands_last(text, offset + (len(match.group()) if match else 0))
    if not alone and name not in ("cite",):
        yield offset, length, f"{name} must stand at the start of a line of its own", "macro-place"


def _arguments(node: nodes.Call) -> tuple[list[Any], dict[str, Any]] | None:
    values = [*node.args, *(keyword.value for keyword in node.kwargs)]
    if node.dyn_args or node.dyn_kwargs or not all(_plain(value) for value in values):
        return None
    return [value.value for value in node.args], {key.key: key.value.value for key in node.kwargs}  # type: ignore[attr-defined]


def _plain(node: nodes.Node) -> bool:
    return isinstance(node, nodes.Const) and isinstance(node.value, str)


def _wrong_arguments(
    name: str, words: list[str], named: dict[str, str], context: TextContext
) -> Iterator[tuple[str, str]]:
    """Yield the word that is wrong, or none, and why."""
    known, required = PAGE_CALLS[name].takes, PAGE_CALLS[name].needs
    takes = f"{name} takes {', '.join(known) or 'nothing'} in its brackets"
    wrong = next((key for key in named if key not in known), "")
    if len(words) > len(known) or wrong:
        yield wrong, f'{name} takes no "{wrong[:40]}"{one_of(wrong, known)}' if wrong and known else takes
        return
    given = {**dict(zip(known, words, strict=False)), **named}
    for missing in (each for each in required if each not in given):
        yield "", f"{takes}: {missing} is missing"
    allowed: dict[str, Any] = {
        "collection": COLLECTIONS,
        "pillar": context.addresses.ids.get("pillars", ()),
        "leg": context.addresses.ids.get("legs", ()),
        "path": context.addresses.ids.get("paths", ()),
        "key": context.citation_keys,
        "id": context.addresses.ids.get(given.get("collection", ""), ()),
    }
    for field, value in given.items():
        if value not in allowed[field]:
            collection = COLLECTIONS.get(given.get("collection", "")) if field == "id" else None
            one = collection.one if collection else _ONE.get(field, field)
            yield value, f'there is no {one} "{value[:60]}"{did_you_mean(value, allowed[field])}'


def attributes_are_ids_and_classes(text: str) -> Iterator[Finding]:
    """Braces after a heading or link may name an id or a class, and nothing else."""
    for match in _ATTRIBUTES.finditer(text):
        if "`" in text[_line_start(text, match.start()) : match.start()]:
            continue
        words = match[1].split()
        if words and not all(_ATTRIBUTE.fullmatch(word) for word in words):
            message = "braces may hold an id or a class only: { #my-id } or { .my-class }"
            yield match.start(), len(match.group()), message, "attributes"


def _stands_last(text: str, end: int) -> bool:
    """Whether nothing follows on the line: what stands beside a block of HTML would be read as HTML, too."""
    line_end = text.find("\n", end)
    return not text[end : line_end if line_end >= 0 else len(text)].strip()


def _line_start(text: str, offset: int) -> int:
    return text.rfind("\n", 0, offset) + 1


def _line_offset(text: str, line: int, mark: str = "{") -> int:
    start = 0
    for _ in range(line - 1):
        start = text.find("\n", start) + 1
    found = text.find(mark, start)
    return found if found >= 0 else start
