"""Claims as a table: one row for each source of a claim, as RFC 4180 wants it."""

import csv
import re
from collections.abc import Iterator
from io import StringIO

from macros.handbook import Handbook
from macros.model.claim import Claim, Evidence

COLUMNS = (
    *("claim", "title", "statement", "population", "relation", "grade", "reasons", "borrowed_from", "disputed"),
    *("pillars", "legs", "does_not_prove", "rests_on", "resolved", "searched_on", "searched_where"),
    *("reviewed_on", "reviewed_outcome", "source", "doi", "role", "studied", "finding", "locator", "read_as", "raters"),
    *("metric", "value", "to", "unit_of_analysis", "of"),
)
_SAME = ("title", "statement", "relation", "does_not_prove", "rests_on", "resolved")
"""Fields of a claim that go out as they are."""
_FORMULA = re.compile(r"\s*[=+@-]|[\t\r]")
"""How a text begins that a spreadsheet takes for a formula: https://owasp.org/www-community/attacks/CSV_Injection."""
BETWEEN = " | "
"""What stands between reasons, of which a claim has several."""


def claims_csv(handbook: Handbook) -> str:
    """Return the table; where a cell holds several ids a space stands between them, an empty cell says nothing."""
    out = StringIO(newline="")
    table = csv.DictWriter(out, COLUMNS, restval="", lineterminator="\r\n")
    table.writeheader()
    for claim in handbook.all("claims"):
        table.writerows({name: _cell(value) for name, value in row.items()} for row in _rows(handbook, claim))
    return out.getvalue()


def _cell(value: object) -> object:
    """A text that a spreadsheet would compute gets an apostrophe before it, which spreadsheets take for "text"."""
    return f"'{value}" if isinstance(value, str) and _FORMULA.match(value) else value


def _rows(handbook: Handbook, claim: Claim) -> Iterator[dict[str, object]]:
    grade = handbook.grade(claim.id)
    shared = {
        "claim": claim.id,
        **{name: getattr(claim, name) for name in _SAME},
        "population": claim.about,
        "grade": grade.level,
        "reasons": BETWEEN.join(grade.reasons),
        "borrowed_from": " ".join(grade.borrowed),
        "disputed": str(grade.disputed).lower(),
        "pillars": " ".join(claim.pillars),
        "legs": " ".join(claim.legs),
        "searched_on": claim.searched and claim.searched.on,
        "searched_where": claim.searched and claim.searched.where,
        "reviewed_on": claim.reviewed.on,
        "reviewed_outcome": claim.reviewed.outcome,
    }
    for link in claim.evidence:
        yield {**shared, **_link(handbook, link)}


def _link(handbook: Handbook, link: Evidence) -> dict[str, object]:
    fields = link.model_dump(exclude={"result"})
    result = link.result.model_dump() if link.result is not None else {}
    return {**fields, **result, "doi": handbook.bibliography.works[link.source].csl.get("DOI")}
