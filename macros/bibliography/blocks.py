"""The blocks of a .bib file (entries and `@string`), each with its place; what cannot be read is a problem."""

import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass

from bibtexparser import model
from bibtexparser.splitter import Splitter

from macros.bibliography.source_text import SourceText
from macros.problems import Problem

logging.getLogger("bibtexparser").setLevel(logging.CRITICAL + 1)  # its warnings become our problems
MOST_PROBLEMS = 200
"""What else is broken is reported once these are mended, so that the report stays bounded."""
_FIELD_LINE = re.compile(r"^[ \t,]*([A-Za-z][\w+-]*)[ \t]*=[ \t]*(?=[{\"])", re.MULTILINE)

_REFERENCE = re.compile(r"^[^%\n@]*(?:\((?:19|20)\d\d[a-z]?\)|\b10\.\d{4,}/)[^\n]*", re.MULTILINE)
"""A line that reads like a reference pasted from a list."""


@dataclass(frozen=True)
class RawField:
    """A field as typed: its name in lower case, its raw value, and the offset of that value in the file."""

    name: str
    value: str
    offset: int


@dataclass(frozen=True)
class RawEntry:
    """An entry as typed; `@string{a = "b"}` is an entry of type `string` with one field."""

    entry_type: str
    key: str
    key_offset: int
    fields: tuple[RawField, ...]


def read_blocks(source: SourceText) -> tuple[list[RawEntry], list[Problem]]:
    """Split the file with bibtexparser; return entries in file order, and the problems of what is broken."""
    entries: list[RawEntry] = []
    problems: list[Problem] = []
    after_failure = False
    for block, offset in _with_offsets(source):
        entry = _inner(block)
        if isinstance(entry, model.Entry | model.String):
            if _commented_out(source, offset, block.raw or ""):
                continue
            entries.append(_raw_entry(entry, offset))
            problems.extend(_repeated(entries[-1], source))
        elif len(problems) < MOST_PROBLEMS:
            problems.extend(_problems_of(block, offset, source, after_failure))
        after_failure = isinstance(block, model.ParsingFailedBlock) and entry is None
    return entries, problems


def _with_offsets(source: SourceText) -> Iterator[tuple[model.Block, int]]:
    cursor = 0
    for block in Splitter(source.text).split().blocks:
        raw = (block.raw or "").rstrip("\n")
        offset = source.text.find(raw, cursor)
        offset = cursor if offset < 0 else offset
        yield block, offset
        whole = isinstance(_inner(block), model.Entry | model.String)
        cursor = offset + (len(raw) if whole else 1)


def _inner(block: model.Block) -> model.Block | None:
    """Return the entry that bibtexparser set aside because its key or a field occurs twice."""
    if isinstance(block, model.ParsingFailedBlock):
        return block.ignore_error_block
    return block


def _commented_out(source: SourceText, offset: int, raw: str) -> bool:
    """A `%` starts a comment line, as in biber; BibTeX itself would read the entry."""
    line_start = source.text.rfind("\n", 0, offset) + 1
    before = source.text[line_start:offset].lstrip()
    rest = raw.split("\n")[1:]
    return before.startswith("%") and all(line.lstrip().startswith("%") or not line.strip() for line in rest)


def _raw_entry(entry: model.Entry | model.String, offset: int) -> RawEntry:
    raw = entry.raw or ""
    if isinstance(entry, model.String):
        start = raw.index("=") + 1
        value_at = start + len(raw[start:]) - len(raw[start:].lstrip())
        key_at = offset + raw.index(entry.key, 7)
        return RawEntry("string", entry.key, key_at, (RawField(entry.key, entry.value, offset + value_at),))
    key_at = raw.index(entry.key, len(entry.entry_type) + 1)
    return RawEntry(entry.entry_type, entry.key, offset + key_at, tuple(_fields(entry, key_at, offset)))


def _fields(entry: model.Entry, key_at: int, offset: int) -> Iterator[RawField]:
    """bibtexparser keeps no columns; its fields stand one after another, so each is found after the last."""
    raw = entry.raw or ""
    cursor = key_at + len(entry.key)
    for field in entry.fields:
        cursor = raw.index("=", raw.index(field.key, cursor) + len(field.key)) + 1
        cursor = raw.index(field.value, cursor)
        yield RawField(field.key.lower(), field.value, offset + cursor)
        cursor += len(field.value)


def _repeated(entry: RawEntry, source: SourceText) -> Iterator[Problem]:
    """A field must stand only once in an entry."""
    times: dict[str, int] = {}
    for field in entry.fields:
        times[field.name] = times.get(field.name, 0) + 1
        if times[field.name] == 2:
            message = f"The field {field.name} stands twice in {entry.key}; the first one counts. Delete one."
            yield Problem(source.place(field.offset), message, "bib-syntax")


def _problems_of(block: model.Block, offset: int, source: SourceText, after_failure: bool) -> Iterator[Problem]:
    if isinstance(block, model.ParsingFailedBlock):
        yield _broken(block, offset, source)
    elif isinstance(block, model.Preamble):
        message = "@preamble holds TeX code that cannot be used here. Delete it, and write the characters themselves."
        yield Problem(source.place(offset, 9), message, "bib-syntax", "note")
    elif isinstance(block, model.ImplicitComment):
        yield from _stray_text(block.comment, offset, source, after_failure)


def _stray_text(comment: str, offset: int, source: SourceText, after_failure: bool) -> Iterator[Problem]:
    """Text between entries must not look like part of an entry; after a broken one, it is the rest of that."""
    pattern = r"^[ \t]*(@\w+)" if after_failure else r"^[ \t]*(@\w+|[A-Za-z][\w-]*[ \t]*=[ \t]*[{\"])"
    for match in re.finditer(pattern, comment, re.MULTILINE):
        is_type = match[1].startswith("@")
        message = (
            "An opening brace { must follow the type of the entry."
            if is_type
            else "This field stands outside of any entry. Is there one closing brace } too many above it?"
        )
        yield Problem(source.place(offset + match.start(1), len(match[1])), message, "bib-syntax")
        return
    reference = None if after_failure else _REFERENCE.search(comment)
    if reference:
        message = "This reference stands in no entry, so nothing reads it. Write: @article{key, author = {...}, ...}"
        yield Problem(source.place(offset + reference.start(), len(reference[0])), message, "bib-syntax")


def _broken(block: model.ParsingFailedBlock, offset: int, source: SourceText) -> Problem:
    raw = block.raw or ""
    reason = getattr(block.error, "abort_reason", "")
    name = re.match(r"@\w*\s*[{(]\s*([^\s,={}\"]*)", raw)
    key = name[1] if name else ""
    subject = f"The entry {key}" if key else "This entry"
    if reason.startswith("Expected a `=`") and "but found `@" not in reason:
        return _missing_equals(raw, subject, reason, offset, source)
    if reason.startswith("Expected comma after entry key"):
        message = f"{subject} has no comma after its key. Write: @book{{key, title = {{...}}}}"
        return Problem(source.place(offset + (name.start(1) if name else 0), len(key)), message, "bib-syntax")
    if reason.startswith("Expected equals"):
        message = 'A @string needs a name and a text: @string{jea = "Journal of ..."}'
        return Problem(source.place(offset), message, "bib-syntax")
    return _unclosed(raw, subject, offset, source, name.start(1) if name else 0, len(key))


def _missing_equals(raw: str, subject: str, reason: str, offset: int, source: SourceText) -> Problem:
    dangling = re.search(r"after entry key `(.*?)`, but found the end", reason, re.DOTALL)
    last_word = re.search(r"[\w-]+[^\w-]*$", raw[-200:])
    at = raw.rfind(dangling[1]) if dangling else len(raw) - len(last_word[0] if last_word else "")
    message = f"{subject} cannot be read from here on: a field is written name = {{value}}, with commas between fields."
    return Problem(source.place(offset + at), message, "bib-syntax")


def _unclosed(raw: str, subject: str, offset: int, source: SourceText, at: int, length: int) -> Problem:
    """Place an unclosed brace at the first field that does not balance, as that is what the editor must mend."""
    starts = list(_FIELD_LINE.finditer(raw))
    for match, following in zip(starts, [*starts[1:], None], strict=False):
        value = raw[match.end() : following.start() if following else len(raw)].rstrip()
        if following is not None and (value.count("{") > value.count("}") or _odd_quotes(value)):
            closer = '"' if value.startswith('"') else "}"
            message = f"{subject} cannot be read: a closing {closer} is missing in the field {match[1]}."
            return Problem(source.place(offset + match.start(1), len(match[1])), message, "bib-syntax")
    message = f"{subject} is not closed: a closing brace }} is missing."
    return Problem(source.place(offset + at, length), message, "bib-syntax")


def _odd_quotes(value: str) -> bool:
    return value.startswith('"') and re.sub(r"\{[^{}]*\}", "", value).count('"') % 2 == 1
