"""Lists of names and publishers."""

from collections.abc import Iterator

from macros.bibliography.names import split_list
from macros.bibliography.work import Work
from macros.problems import Problem


def shortened_names(work: Work) -> Iterator[Problem]:
    """Every author should be listed: the style decides when to write “et al.”."""
    for name in ("author", "editor"):
        if name in work.field_places and split_list(work.fields[name])[-1:] == ["others"]:
            message = f"List every {name} instead of “and others”; the style shortens the list where it must."
            yield Problem(work.place_of(name), message, "bib-name", "note")


def split_publisher(work: Work) -> Iterator[Problem]:
    """“and” parts two publishers; a firm whose name holds “and” should stand in braces."""
    for name in ("publisher", "institution", "organization", "school"):
        if name in work.field_places and len(split_list(work.fields[name])) > 1:
            message = f"“and” makes two of this {name}. If it is one name, put it in braces: {{{{...}}}}"
            yield Problem(work.place_of(name), message, "bib-name", "note")
