"""One work of the bibliography, and all of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from macros.problems import Place


@dataclass(frozen=True)
class Work:
    """One entry of references.bib, with its bibliographic facts as CSL-JSON."""

    key: str
    """The citation key."""
    entry_type: str
    """The BibTeX or BibLaTeX entry type, in lower case."""
    fields: Mapping[str, str]
    """Field texts as typed, after `@string`, `#`, crossref and xdata; names in lower case."""
    csl: Mapping[str, Any]
    """The CSL-JSON item; its `id` is the key. Titles may hold <i>, <b>, <sup>, <sub> and <span>."""
    place: Place
    """Where the key stands in the file."""
    field_places: Mapping[str, Place]
    """Where the value of each of the entry's own fields starts."""

    def place_of(self, *names: str) -> Place:
        """Return the place of the first of these fields that the entry itself has, or of its key."""
        return next((self.field_places[name] for name in names if name in self.field_places), self.place)


@dataclass(frozen=True)
class Bibliography:
    """Every work that could be read, by key, in the order of the file."""

    works: Mapping[str, Work]
