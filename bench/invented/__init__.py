"""Handbooks that were made up, of any size and always the same: whole, valid, every text different."""

from bench.invented.book import write_book

__all__ = ["write_book"]
