"""references.bib: BibTeX and BibLaTeX in, works with their CSL-JSON out."""

from macros.bibliography.lint import lint_bibliography
from macros.bibliography.reading import read_bibliography
from macros.bibliography.work import Bibliography, Work

__all__ = ["Bibliography", "Work", "lint_bibliography", "read_bibliography"]
