"""The same questions of one file alone: a tenth of what the whole tree costs, so that many inputs can be asked."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from macros import lint
from macros.bibliography import lint_bibliography, read_bibliography
from macros.citations.engine import format_citations
from macros.citations.scan import spans
from macros.exports.files import files_of
from macros.field_names import mend_names
from macros.handbook import Handbook, Reading, read
from macros.model.collections import COLLECTIONS
from macros.model.ids import Names
from macros.model.shape import shape_of
from macros.problems import Problem
from macros.prose import Prose, plain
from macros.sources import Source, parse
from macros.text_file import decode
from macros.text_rules import problems_of
from macros.validation import required_fields, validate
from macros.wording import findings
from tests.fuzz.tree import BIBLIOGRAPHY, Input


@dataclass(frozen=True)
class Outcome:
    """What is wrong with a file, and the HTML of each of its texts where nothing is."""

    problems: tuple[Problem, ...]
    html: tuple[str, ...] = ()


class OneFile:
    """The sound tree, read once, and what it makes of another text in the place of one of its files."""

    def __init__(self, root: Path) -> None:
        self._reading: Reading = read(root)
        self._names = Names(self._reading.context.addresses.ids, self._reading.context.citation_keys)  # type: ignore[arg-type]
        assert self._reading.handbook is not None
        self._handbook: Handbook = self._reading.handbook

    def outcome(self, given: Input, root: Path) -> Outcome | None:
        """Return what one file gives; None for a kind of file that is only read with the others."""
        if given.file == BIBLIOGRAPHY:
            return self._works(root)
        if given.file.startswith("docs/"):
            return Outcome(tuple(self._page(given)))
        folder = given.file.split("/")[1] if given.file.count("/") == 2 else ""
        return self._entry(given, folder) if folder in COLLECTIONS else None

    def _works(self, root: Path) -> Outcome:
        bibliography, found = read_bibliography(root / BIBLIOGRAPHY, BIBLIOGRAPHY)
        problems = (*found, *lint_bibliography(bibliography, {}))
        if any(problem.severity == "error" for problem in problems):
            return Outcome(problems)
        works = [*bibliography.works.values()]
        printed = format_citations([work.csl for work in works], [f"[@{{{work.key}}}]" for work in works])
        for _, text in files_of("x", works):
            text.encode("utf-8")
        return Outcome(problems, tuple(one.html for one in (*printed.clusters.values(), *printed.entries.values())))

    def _page(self, given: Input) -> Iterator[Problem]:
        text, problems = decode(given.data, given.file)
        yield from problems
        if text is not None:
            yield from lint._page(given.file.removeprefix("docs/"), text, self._reading)

    def _entry(self, given: Input, folder: str) -> Outcome:
        text, problems = decode(given.data, given.file)
        source, found = parse(text) if text else (None, [])
        problems += found
        if source is None:
            return Outcome(tuple(problems))
        problems += mend_names(source, shape_of(COLLECTIONS[folder].model), required_fields(COLLECTIONS[folder].model))
        _, found = validate(source, COLLECTIONS[folder], Path(given.file).stem, self._names)
        problems += [*found, *self._wrong_texts(source, folder)]
        if any(problem.severity == "error" for problem in problems):
            return Outcome(tuple(problems))
        return Outcome(tuple(problems), tuple(self._drawn(source, folder)))

    def _wrong_texts(self, source: Source, folder: str) -> Iterator[Problem]:
        for path, shape, text in source.leaves(shape_of(COLLECTIONS[folder].model)):
            for offset, length, message, rule in problems_of(text, self._reading.context) if shape.markdown else ():
                yield Problem(source.place_in(path, offset, length), message, rule)
            for at, long, told, name, severity in findings(text, self._reading.claims) if shape.markdown else ():
                yield Problem(source.place_in(path, at, long), told, name, severity)

    def _drawn(self, source: Source, folder: str) -> Iterator[str]:
        texts = [text for _, shape, text in source.leaves(shape_of(COLLECTIONS[folder].model)) if shape.markdown]
        works = [work.csl for work in self._handbook.bibliography.works.values()]
        every = [*self._handbook.clusters, *(f"[@{{{key}}}]" for key in self._handbook.bibliography.works)]
        implied = ["[@{ash2001invented}]", "[@{ash2001invented}; @{cedar2005invented}]"]
        raws = {span.raw: None for text in texts for span in spans(text) if span.kind != "claim"}
        prose = Prose(self._handbook, format_citations(works, [*raws, *every, *implied]), lambda address: address)
        for text in texts:
            plain(text)
            yield str(prose.block(text))
            yield str(prose.inline(text))
