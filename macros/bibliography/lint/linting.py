"""All rules over all works."""

from collections.abc import Collection, Iterator, Mapping

from macros.bibliography.lint.identifiers import (
    malformed_doi,
    malformed_isbn,
    malformed_issn,
    malformed_url,
    needless_url,
)
from macros.bibliography.lint.keys import keys_that_differ_in_case, unusable_key, unusual_key
from macros.bibliography.lint.lists import shortened_names, split_publisher
from macros.bibliography.lint.pages import backward_pages
from macros.bibliography.lint.required import missing_fields
from macros.bibliography.lint.titles import all_capitals, unprotected_nouns, whole_title_in_braces
from macros.bibliography.lint.twins import same_work_twice
from macros.bibliography.lint.years import backward_dates, impossible_year
from macros.bibliography.work import Bibliography
from macros.problems import Problem

RULES = (
    malformed_doi,
    malformed_isbn,
    malformed_issn,
    malformed_url,
    needless_url,
    all_capitals,
    whole_title_in_braces,
    backward_dates,
    backward_pages,
    shortened_names,
    split_publisher,
    unusable_key,
    unusual_key,
)
"""Rules that look at one work alone."""


def lint_bibliography(
    bibliography: Bibliography, unseen: Mapping[str, Collection[str]], latest_year: int | None = None
) -> Iterator[Problem]:
    """Yield the problems of every work; `unseen` lists, by key, the fields that its study card calls not seen.

    `latest_year` is the year of the edition that is checked; works may be dated one year beyond it."""
    works = bibliography.works.values()
    families = {name["family"] for work in works for name in work.csl.get("author", ()) if "family" in name}
    for work in works:
        for rule in RULES:
            yield from rule(work)
        yield from missing_fields(work, unseen.get(work.key, ()))
        yield from impossible_year(work, latest_year)
        yield from unprotected_nouns(work, families)
    yield from same_work_twice(works)
    yield from keys_that_differ_in_case(works)
