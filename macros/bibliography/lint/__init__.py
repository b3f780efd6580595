"""Rules for a bibliography that can be read: what is missing, malformed, impossible or there twice."""

from macros.bibliography.lint.linting import lint_bibliography

__all__ = ["lint_bibliography"]
