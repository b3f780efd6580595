"""Entries whose values are plain TeX text: `@string` names are replaced and parts joined by `#`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from macros.bibliography.blocks import RawEntry, RawField
from macros.bibliography.source_text import SourceText
from macros.bibliography.values import Leftover, Macros, Piece, pieces
from macros.problems import Place, Problem, did_you_mean

LONGEST = 8 * 2**20
"""Characters of one value, and 16 times that of all joined values; `@string` must not fill the memory."""
_CURLY = "“”„«»‘’"


@dataclass(frozen=True)
class Entry:
    """An entry with the text of its fields, its own or inherited, and where its own stand."""

    entry_type: str
    key: str
    key_offset: int
    fields: dict[str, str]
    own: dict[str, RawField]


class EntryReader:
    """Evaluates raw entries in file order, as `@string` counts from where it stands."""

    def __init__(self, source: SourceText) -> None:
        self._source = source
        self._macros = Macros()
        self._budget = 16 * LONGEST
        self.problems: list[Problem] = []

    def entries(self, raw: list[RawEntry]) -> Iterator[Entry]:
        """Yield each entry; `@string` definitions are taken in on the way."""
        for entry in raw:
            if entry.entry_type == "string":
                self._macros.define(entry.key, self._text(entry.fields[0], []))
            else:
                yield self._entry(entry)

    def _entry(self, raw: RawEntry) -> Entry:
        fields: dict[str, str] = {}
        own: dict[str, RawField] = {}
        waiting = list(reversed(raw.fields))
        while waiting:
            field = waiting.pop()
            text = self._text(field, waiting)
            if self._is_named_well(field, raw) and field.name not in fields:
                fields[field.name], own[field.name] = text, field
        return Entry(raw.entry_type, raw.key, raw.key_offset, fields, own)

    def _is_named_well(self, field: RawField, raw: RawEntry) -> bool:
        if re.fullmatch(r"[a-z][\w:+.*-]*", field.name):
            return True
        shown = " ".join(field.name.split())[:40]
        message = f"“{shown}” in {raw.key} is not the name of a field. Is there a comma or a brace too many before it?"
        self._report(field.offset, 1, message)
        return False

    def _text(self, field: RawField, waiting: list[RawField]) -> str:
        if field.value[:1] in _CURLY:
            self._report(field.offset, 1, "Curly quotation marks cannot hold a value. Put it in braces: {...}")
            return field.value.strip(f"{_CURLY}, \n")
        found, leftover = pieces(field.value)
        if leftover:
            waiting.extend(self._after(leftover, field))
        if not found and not leftover:
            self._report(field.offset, 1, f"The field {field.name} has no value. Write {{...}} or delete the field.")
        if len(found) == 1 and not found[0].is_name:
            return found[0].text
        return self._joined([self._piece(piece, field) for piece in found], field)

    def _after(self, leftover: Leftover, field: RawField) -> Iterator[RawField]:
        """When only a comma is missing, the next field can still be read."""
        offset = field.offset + leftover.offset
        match = re.match(r"([A-Za-z][\w-]*)\s*=\s*", leftover.text)
        if match:
            self._report(offset, len(match[1]), f"A comma is missing before the field {match[1]}.")
            yield RawField(match[1].lower(), leftover.text[match.end() :], offset + match.end())
        else:
            message = f"This text does not belong to the value of {field.name}. Put the whole value in braces: {{...}}"
            self._report(offset, len(leftover.text), message)

    def _piece(self, piece: Piece, field: RawField) -> str:
        if not piece.is_name:
            return piece.text
        text = self._macros.text(piece.text)
        if text is None:
            hint = did_you_mean(piece.text, self._macros.known) or "."
            message = f"No @string defines {piece.text}{hint} Put text in braces: {{{piece.text}}}"
            self._report(field.offset + piece.offset, len(piece.text), message)
            return piece.text
        return text

    def _joined(self, texts: list[str], field: RawField) -> str:
        length = sum(map(len, texts))
        if len(texts) > 1:
            self._budget -= length
        if length > LONGEST or self._budget < 0:
            self._report(field.offset, 1, f"The value of {field.name} grows too long through its @string names.")
            return ""
        return texts[0] if len(texts) == 1 else "".join(texts)

    def _report(self, offset: int, length: int, message: str) -> None:
        self.problems.append(Problem(self._source.place(offset, length), message, "bib-syntax"))


def place_in(source: SourceText, entry: Entry, field: str, needle: str = "") -> Place:
    """Return the place of a field's text, or of a part of it; of the key when the field is inherited."""
    raw = entry.own.get(field)
    if raw is None:
        return source.place(entry.key_offset, len(entry.key))
    inside = 1 if raw.value[:1] in ("{", '"') else 0
    at = raw.value.find(needle) if needle else -1
    if at >= 0:
        return source.place(raw.offset + at, len(needle))
    return source.place(raw.offset + inside, max(1, len(raw.value) - 2 * inside))
