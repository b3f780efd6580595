"""TeX to runs of text: accents, commands, quotes, dashes, groups and simple mathematics."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from macros.bibliography.rich_text import Run, merged, plain, tidy
from macros.bibliography.tex_symbols import (
    ACCENTS,
    ESCAPES,
    FORMATS,
    MATH,
    MUTED,
    QUOTES,
    SWITCHES,
    SYMBOLS,
    TRANSPARENT,
)

_TOKEN = re.compile(
    r"\\(?P<command>[A-Za-z]+)\*?[ \t\n]*|\\(?P<sign>.)|(?P<special>[{}$~^_])"
    r"|(?P<ligature>---?|``|''|[`'\"])|(?P<text>[^\\{}$~^_`'\"-]+|-|\\)",
    re.DOTALL,
)
_NEEDS_DECODING = re.compile(r"[\\{}$~\"'`]|--")
_KNOWN = frozenset().union(ACCENTS, FORMATS, SWITCHES, QUOTES, MUTED, TRANSPARENT, SYMBOLS, MATH, ["url"])
_LIGATURES = {"--": "–", "---": "—", "``": "“", "''": "”", "`": "‘", "'": "’"}


@dataclass(frozen=True)
class Decoded:
    """A text in runs."""

    runs: tuple[Run, ...]

    @property
    def text(self) -> str:
        """The plain text."""
        return plain(self.runs)


class _Group(NamedTuple):
    """What holds for the letters inside a pair of braces."""

    protected: bool = False
    formats: tuple[str, ...] = ()
    closing: str = ""
    """Printed at the end of the group."""
    upright: bool = False
    """Letters in mathematics are not set in italics."""
    muted: bool = False

    def inner(self, closing: str = "", protected: bool = False, upright: bool = False, muted: bool = False) -> "_Group":
        """Return a group inside this one."""
        return _Group(self.protected or protected, self.formats, closing, self.upright or upright, self.muted or muted)

    def formatted(self, name: str, protected: bool = False) -> "_Group":
        """Return a group inside this one that has one more format."""
        formats = self.formats if name in self.formats else (*self.formats, name)
        return _Group(self.protected or protected, formats, "", self.upright, self.muted)


@lru_cache(maxsize=4096)
def decode(tex: str) -> Decoded:
    """Decode a field's value; never fails, whatever the text."""
    if not _NEEDS_DECODING.search(tex):
        return Decoded((Run(tex),) if tex else ())
    decoder = _Decoder(tex)
    return Decoded(tuple(merged(decoder.decoded())))


def unknown_commands(tex: str) -> list[str]:
    """Return the commands in a text that are not known here, each once."""
    names = dict.fromkeys(re.findall(r"\\([A-Za-z]+)", tex)) if "\\" in tex else {}
    return [f"\\{name}" for name in names if name not in _KNOWN]


def decode_plain(tex: str) -> str:
    """Decode a value of which only the text matters."""
    return decode(tex).text if _NEEDS_DECODING.search(tex) else tidy(tex)


class _Decoder:
    """Reads tokens one by one; groups are kept on a list, so that no depth of braces is too deep."""

    def __init__(self, tex: str) -> None:
        self.tex = tex
        self.runs: list[Run] = []
        self.groups = [_Group()]
        self.argument: _Group | None = None
        self.accent = ""
        self.last = " "
        self.math = False
        self._read = {
            "command": self._command,
            "sign": self._sign,
            "special": self._special,
            "ligature": self._ligature,
        }
        self.has_math = len(re.findall(r"(?<!\\)\$", tex)) % 2 == 0

    def decoded(self) -> list[Run]:
        """Read the whole text."""
        position = 0
        while match := _TOKEN.match(self.tex, position):
            position = match.end()
            kind = match.lastgroup or ""
            if kind == "text":
                self._text(match[0])
            elif match[0].startswith("\\url"):
                position = self._verbatim(position)
            else:
                self._read[kind](match[kind], position)
        return self.runs

    def _verbatim(self, position: int) -> int:
        match = re.compile(r"\{([^{}]*)\}").match(self.tex, position)
        if not match:
            return position
        self._emit(match[1])
        return match.end()

    def _emit(self, text: str) -> None:
        if self.accent and text:
            text, self.accent = _accented(text, self.accent), ""
        if self.argument is not None and text:
            self._add(text[:1] + self.argument.closing, self.argument)
            self.argument, text = None, text[1:]
        if text:
            self._add(text, self.groups[-1])

    def _add(self, text: str, group: _Group) -> None:
        if group.muted:
            return
        self.last = text[-1]
        if self.math and not group.upright:
            self.runs.extend(_mathematics(text, group))
        else:
            self.runs.append(Run(text, group.protected, group.formats))

    def _text(self, text: str) -> None:
        if text != "\\":
            self._emit(text)

    def _ligature(self, text: str, position: int) -> None:
        if self.math:
            self._emit("′" if text == "'" else text)
        elif text == '"':
            self._emit("“" if self.last.isspace() or self.last in "([{“‘-–—/" else "”")
        else:
            self._emit(_LIGATURES[text])

    def _sign(self, sign: str, position: int) -> None:
        if sign in "()":
            self.math = sign == "("
        elif sign in ACCENTS and not self.math:
            self.accent = ACCENTS[sign]
        else:
            self._emit(ESCAPES.get(sign, sign))

    def _command(self, name: str, position: int) -> None:
        group = self.groups[-1]
        if name in ACCENTS and not self.math:
            self.accent = ACCENTS[name]
        elif name in FORMATS:
            self.argument = group.formatted(FORMATS[name], protected=FORMATS[name] not in ("sup", "sub"))
        elif name in SWITCHES:
            self.groups[-1] = group.formatted(SWITCHES[name])._replace(closing=group.closing)
        elif name in QUOTES:
            self._emit(QUOTES[name][0])
            self.argument = group.inner(closing=QUOTES[name][1])
        elif name in MUTED:
            self.argument = group.inner(muted=True)
        elif name in TRANSPARENT:
            self.argument = group.inner(upright=True) if self.tex[position : position + 1] == "{" else None
        else:
            self._symbol(name)

    def _symbol(self, name: str) -> None:
        symbol = MATH.get(name) if self.math else None
        symbol = symbol or SYMBOLS.get(name) or MATH.get(name)
        self._emit(symbol or "")

    def _special(self, sign: str, position: int) -> None:
        if sign == "{":
            self._open(position)
        elif sign == "}":
            self._close()
        elif sign == "~":
            self._emit("\u00a0")
        elif sign == "$" and self.has_math:
            self.math = not self.math
        elif self.math and sign in "^_":
            self.argument = self.groups[-1].formatted("sup" if sign == "^" else "sub")
        else:
            self._emit(sign)

    def _open(self, position: int) -> None:
        """Braces protect case, unless they begin with a command, as in BibTeX; its arguments are protected too."""
        group, self.argument = self.argument, None
        if group is None:
            special = self.accent or self.math or self.tex.startswith("\\", position)
            group = self.groups[-1].inner(protected=not special)
        self.groups.append(group)

    def _close(self) -> None:
        if len(self.groups) == 1:
            return
        self.accent = ""
        self._emit(self.groups[-1].closing)
        self.groups.pop()


def _accented(text: str, accent: str) -> str:
    text = text.lstrip() or text
    base = {"ı": "i", "ȷ": "j"}.get(text[0], text[0])
    return unicodedata.normalize("NFC", base + accent) + text[1:]


def _mathematics(text: str, group: _Group) -> Iterator[Run]:
    """Letters are variables and stand in italics, a hyphen is a minus sign, and spaces do not count."""
    for part in re.findall(r"[A-Za-z]+|[^A-Za-z\s]+", text):
        letters = part.isalpha() and part.isascii()
        formats = group.formatted("i").formats if letters else group.formats
        yield Run(part.replace("-", "−"), letters or group.protected, formats)
