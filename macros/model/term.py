"""Terms: the glossary, and the synonyms that search knows."""

from typing import Annotated

from pydantic import Field

from macros.model.entry import Aliases, Entry, Review
from macros.model.ids import CitationKey
from macros.model.text import Text, at_most


class Term(Entry):
    definition: Annotated[Text, at_most(60)] = Field(description="What the word means here, in at most 60 words.")
    source: CitationKey | None = Field(None, description="Citation key, where the definition is somebody else's.")
    synonyms: Aliases = Field((), description="Words that mean the same: search takes each for the others.")
    aliases: Aliases = Field((), description="Other words by which people may look for this page.")
    reviewed: Review | None = Field(None, description="When somebody last read this against its sources.")
