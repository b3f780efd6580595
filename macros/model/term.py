"""Terms: the glossary, and the synonyms that search knows."""

from typing import Annotated

from pydantic import Field

from macros.model.entry import Aliases, Entry, Review
from macros.model.ids import CitationKey
from macros.model.text import Text, at_most


class Term(Entry):
    definition: Annotated[Text, at_most(60)] = Field(description="What the word means here, in at most 60 words.")
    source: CitationKey | None = Field(None, description="Citation key of the definition's source.")
    synonyms: Aliases = Field((), description="Other words for it, which search understands.")
    aliases: Aliases = Field((), description="Words that people search for.")
    reviewed: Review | None = Field(None, description="The last review.")
