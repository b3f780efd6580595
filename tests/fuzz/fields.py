"""Texts in the fields of entries that hold Markdown."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from macros.model.collections import COLLECTIONS
from macros.model.shape import shape_of
from macros.sources import parse
from macros.text_file import Text
from tests.fuzz.texts import any_of
from tests.fuzz.tree import Input


@dataclass(frozen=True)
class Field:
    """A value in a file: the text before and after it."""

    file: str
    before: str
    after: str

    def holding(self, text: str) -> Input:
        """Return the file with a text as the value, in quotes as JSON and YAML have them."""
        data = f"{self.before}{json.dumps(text, ensure_ascii=False)}{self.after}"
        return Input(self.file, data.encode("utf-8", "surrogatepass"))


def inputs(sound: Mapping[str, str], texts: SearchStrategy[str]) -> SearchStrategy[Input]:
    """Return entries in which one text, or one title, reads otherwise."""
    found = [*_fields(sound, markdown=True)]
    titles = [*_fields(sound, markdown=False)]
    return st.builds(Field.holding, any_of([*found * 3, *titles]), texts)


def _fields(sound: Mapping[str, str], markdown: bool) -> list[Field]:
    found = []
    for file, text in sorted(sound.items()):
        folder = file.split("/")[1] if file.count("/") == 2 else ""
        source, _ = parse(Text(file, text))
        if folder in COLLECTIONS and source is not None:
            for path, shape, _ in source.leaves(shape_of(COLLECTIONS[folder].model)):
                node = source.node(path)
                if shape.markdown if markdown else path == ("title",):
                    end = node.end if node.style not in ("|", ">") else node.end - 1
                    found.append(Field(file, text[: node.start], text[end:]))
    return found
