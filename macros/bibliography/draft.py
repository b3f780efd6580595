"""An entry on its way to CSL-JSON: what has been read, what is wrong."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from macros.bibliography.entries import Entry, place_in
from macros.bibliography.latex import Decoded, decode, decode_plain, unknown_commands
from macros.bibliography.source_text import SourceText
from macros.problems import Problem, Severity


@dataclass
class Draft:
    """An entry, its CSL-JSON so far, and the problems met."""

    entry: Entry
    """With its inherited fields."""
    source: SourceText
    others: Mapping[str, Entry]
    """Every entry with its inherited fields, for `related`."""
    csl: dict[str, Any]
    problems: list[Problem] = field(default_factory=list)
    used: set[str] = field(default_factory=set)
    """Fields that found their way into the CSL-JSON, or need not."""

    def __post_init__(self) -> None:
        self.fields: Mapping[str, str] = self.entry.fields

    def raw(self, name: str) -> str:
        """Return a field's TeX text without outer white space, empty when there is none."""
        self.used.add(name)
        return self.fields.get(name, "").strip()

    def first(self, *names: str) -> tuple[str, str]:
        """Return the first of these fields that holds something, with its name; the rest count as unused."""
        name = next((name for name in names if self.fields.get(name, "").strip()), "")
        return (name, self.raw(name)) if name else ("", "")

    def decoded(self, name: str) -> Decoded:
        """Decode a field; commands that are not known are reported."""
        self.check_commands(name)
        return decode(self.raw(name))

    def check_commands(self, name: str) -> None:
        """A command must be one that can be shown."""
        for command in unknown_commands(self.raw(name)):
            message = f"The command {command} is not known here. Write the character itself, or leave the command out."
            self.report(name, message, "bib-command", needle=command)

    def text(self, name: str) -> str:
        """Return a field's plain text."""
        if not self.fields.get(name):
            return ""
        self.check_commands(name)
        return decode_plain(self.raw(name))

    def put(self, variable: str, value: object) -> None:
        """Set a CSL variable when there is something to set and it is still free."""
        if value and variable not in self.csl:
            self.csl[variable] = value

    def report(self, name: str, message: str, rule: str, severity: Severity = "error", needle: str = "") -> None:
        """Add a problem at a field's text, or at a part of it."""
        self.problems.append(Problem(place_in(self.source, self.entry, name, needle), message, rule, severity))
