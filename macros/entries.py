"""The entries of a tree as read: names first, then every file against the model, then every text."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache, partial
from pathlib import Path
from typing import Any

from macros.bibliography import Bibliography
from macros.content_files import ContentFiles
from macros.field_names import mend_names
from macros.kept import Kept
from macros.model.collections import COLLECTIONS
from macros.model.entry import Record
from macros.model.ids import Names
from macros.model.shape import shape_of
from macros.problems import Problem
from macros.sources import Source, parse
from macros.text_file import Text, read
from macros.text_rules import TextContext, problems_of
from macros.validation import required_fields, validate

_BIB_KEY = re.compile(r"^[ \t]*@[A-Za-z]+\s*[{(]\s*([^\s,={}()\"]+)", re.MULTILINE)

_CONTEXT: Kept[tuple[TextContext, str]] = Kept()
_NAMES: Kept[Names] = Kept()
_BIB_WITHOUT_KEY = re.compile(r"^[ \t]*@(?!string|preamble|comment)[A-Za-z]+\s*[{(]\s*,", re.MULTILINE | re.IGNORECASE)


@dataclass
class Entries:
    """Sources and checked records by collection and id, with every problem found on the way."""

    context: TextContext
    """What the entries' texts may refer to."""
    sources: dict[str, dict[str, Source]] = field(default_factory=lambda: {folder: {} for folder in COLLECTIONS})
    records: dict[str, dict[str, Record]] = field(default_factory=lambda: {folder: {} for folder in COLLECTIONS})
    problems: list[Problem] = field(default_factory=list)

    def each(self) -> Iterator[tuple[str, str, Source]]:
        """Yield (folder, id, source) of every file that could be parsed."""
        for folder, sources in self.sources.items():
            for id, source in sources.items():
                yield folder, id, source


def read_entries(
    files: ContentFiles, bibliography: Bibliography, context: TextContext, sources_are_sound: bool = True
) -> Entries:
    """Parse and check every entry file; `context` names what texts may refer to.

    Where the list of sources has errors, which are reported, the keys of works that cannot be read count as well.
    """
    entries = Entries(context, problems=list(files.problems))
    for folder, paths in files.files.items():
        for id, path in paths.items():
            text, problems = read(files.root / path, path)
            entries.problems += problems
            if text is None:
                continue
            source, problems = _source(text, folder)
            entries.problems += problems
            if source is not None:
                entries.sources[folder][id] = source
    keys = frozenset(bibliography.works) if sources_are_sound else _typed_keys(files.root, bibliography)
    context = replace(context, citation_keys=keys, claims_with_value=_claims_with_value(entries, files))
    names = Names(files.files, keys)
    entries.context = _CONTEXT.same((context, context.addresses.site))[0] if sources_are_sound else context
    _validate(entries, _NAMES.same(names) if sources_are_sound else names)
    _check_texts(entries)
    return entries


@lru_cache(maxsize=1 << 14)
def _source(text: Text, folder: str) -> tuple[Source | None, list[Problem]]:
    """Return a file's tree with its names mended, and every problem; a preview asks again only for what changed."""
    source, problems = parse(text)
    if source is not None:
        model = COLLECTIONS[folder].model
        problems += mend_names(source, shape_of(model), required_fields(model))
    return source, problems


def _validate(entries: Entries, names: Names) -> None:
    for folder, id, source in entries.each():
        check = partial(validate, source, COLLECTIONS[folder], id, names)
        record, problems = source.findings.of("entry", names, check)
        entries.problems += problems
        if record is not None:
            entries.records[folder][id] = record


def _typed_keys(root: Path, bibliography: Bibliography) -> Collection[str]:
    """Return the citation keys that stand in a list of sources with errors, also those of works that cannot be read.

    Where the file itself or the key of an entry cannot be read, every key is taken to be known."""
    try:
        if not (root / "references.bib").resolve().is_relative_to(root.resolve()):
            return _Everything()
        text = (root / "references.bib").read_bytes().decode("utf-8", "replace")
    except OSError:
        return _Everything()
    typed = {match[1] for match in _BIB_KEY.finditer(text)}
    nameless = _BIB_WITHOUT_KEY.search(text)
    return frozenset({*bibliography.works, *typed}) if typed and not nameless else _Everything()


class _Everything(frozenset[str]):
    """Holds every key."""

    def __contains__(self, key: object) -> bool:
        return True


def _claims_with_value(entries: Entries, files: ContentFiles) -> frozenset[str]:
    """Return the claims whose number can be drawn; a claim that cannot be read gets the benefit of the doubt."""
    with_value = {id for id, source in entries.sources["claims"].items() if _has_result(source.data)}
    return frozenset(with_value | set(files.files["claims"]) - set(entries.sources["claims"]))


def _has_result(claim: dict[str, Any]) -> bool:
    evidence = claim.get("evidence")
    return isinstance(evidence, list) and any(isinstance(link, dict) and "result" in link for link in evidence)


def _check_texts(entries: Entries) -> None:
    for folder, _, source in entries.each():
        check = partial(_problems_of_texts, folder, source, entries.context)
        shows_pictures = "![" in source.text.value  # which may come and go while the text stays
        entries.problems += check() if shows_pictures else source.findings.of("texts", entries.context, check)


def _problems_of_texts(folder: str, source: Source, context: TextContext) -> list[Problem]:
    return [
        Problem(source.place_in(path, offset, length), message, rule)
        for path, shape, text in source.leaves(shape_of(COLLECTIONS[folder].model))
        if shape.markdown
        for offset, length, message, rule in problems_of(text, context)
    ]
