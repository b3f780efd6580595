"""references.bib: BibTeX and BibLaTeX in, works with their CSL-JSON out."""

from macros.bibliography.reading import read_bibliography
from macros.bibliography.work import Bibliography, Work

__all__ = ["Bibliography", "Work", "read_bibliography"]
