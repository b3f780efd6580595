"""The passages of a handbook: every field and page that is read as prose, with the place of each of its words."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from pathlib import Path

from macros.content_files import find
from macros.docs_pages import read_docs, without_calls, without_front_matter
from macros.model.collections import COLLECTIONS
from macros.model.shape import leaves, shape_of
from macros.problems import Place
from macros.prose import plain
from macros.sources import parse
from macros.text_file import Text, read
from macros.wording import sentences
from macros.wording.sentence import Sentence

_WORD = re.compile(r"[^\W_]+(?:[-’'.,&][^\W_]+)*")
_QUOTES_WHAT_WAS_WRONG = "corrections"
_TITLE = "title"
_NOT_PROSE = re.compile(
    r"^(?:#+|\|)[^\n]*$|^[ \t]*<[^\n]*$|^[ \t]*[-*:]{3,}[ \t]*$|\{:?[^{}\n]*\}|^\[[^\]\n]+\]:.*$", re.MULTILINE
)
"""Lines of a page that are no sentences: headings, tables, raw HTML, rules, attributes, link definitions."""


@dataclass(frozen=True)
class Passage:
    """A text with its collection ("pages" for authored pages) and the name of its field, such as steps.do."""

    file: str
    collection: str
    field: str
    text: str
    place: Callable[[int, int], Place]
    """The place in the file of so many characters from an offset in `text`."""

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences, with citations and claims blanked."""
        return tuple(sentences(self.text))

    @cached_property
    def plain_sentences(self) -> tuple[tuple[str, ...], ...]:
        """The words of each sentence as they are read, without citations, marks and addresses."""
        found = (words_of(sentence.text) for sentence in sentences(plain(self.text)))
        return tuple(words for words in found if words)

    @property
    def is_title(self) -> bool:
        return self.field == _TITLE


def words_of(text: str) -> tuple[str, ...]:
    """Return the words of a text, hyphenated ones whole."""
    return tuple(_WORD.findall(text))


def passages(root: Path) -> Iterator[Passage]:
    """Yield every passage of a tree, entries first; files that cannot be read are the concern of the check."""
    for folder, paths in find(root).files.items():
        if folder != _QUOTES_WHAT_WAS_WRONG:
            yield from chain.from_iterable(_of_entry(root, folder, path) for path in paths.values())
    for text in read_docs(root)[0].values():
        yield _of_page(text)


def _of_entry(root: Path, folder: str, path: str) -> Iterator[Passage]:
    text, _ = read(root / path, path)
    source = parse(text)[0] if text else None
    if source is None:
        return
    for where, shape, value in leaves(shape_of(COLLECTIONS[folder].model), source.data):
        name = ".".join(str(step) for step in where if isinstance(step, str))
        if shape.markdown or name == _TITLE:
            yield Passage(path, folder, name, value, _placed(source.place_in, where))


def _placed(
    place_in: Callable[[tuple[object, ...], int, int], Place], where: tuple[object, ...]
) -> Callable[[int, int], Place]:
    return lambda offset, length: place_in(where, offset, length)


def _of_page(text: Text) -> Passage:
    body = _NOT_PROSE.sub(_blanked, without_calls(without_front_matter(text.value)))
    return Passage(text.file, "pages", "page", body, text.place)


def _blanked(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", match.group())
