"""The accessibility statement cannot lie: its record fits the pages that stand now, or it names those that it does not cover."""

import pytest

from macros.handbook import Handbook
from macros.lint import load
from macros.prose import Prose, format_site
from macros.views.audited import Audit, added_since, addresses, audited
from macros.views.cards import accessibility_results
from tests.audit.axe import MODES, TAGS, WIDTHS
from tests.audit.npm import version
from tests.audit.site import ROOT, kind, pages
from tests.audit.structure import RULES


@pytest.fixture(scope="module")
def handbook() -> Handbook:
    return load(ROOT)


@pytest.fixture(scope="module")
def audit() -> Audit:
    found = audited(ROOT)
    assert found is not None, "there is no record: run make audit"
    return found


@pytest.mark.site
def test_the_pages_that_it_counts_are_those_of_the_site(handbook: Handbook) -> None:
    assert list(addresses(handbook)) == pages()


def test_an_audit_has_seen_every_kind_of_page(handbook: Handbook, audit: Audit) -> None:
    seen = {kind(page) for page in audit.pages}
    missing = sorted({kind(page) for page in addresses(handbook)} - seen)
    assert not missing, f"new kinds of pages since the last audit, run make audit: {missing}"


def test_the_record_is_of_the_tools_and_rules_that_are_used_now(audit: Audit) -> None:
    assert audit.axe.version == version("axe-core")
    assert audit.axe.tags == TAGS
    assert audit.axe.widths == tuple(WIDTHS)
    assert audit.axe.modes == tuple(mode.name for mode in MODES)
    assert audit.structure.rules == tuple(rule.__name__ for rule in RULES)
    assert audit.html is None or audit.html.version == version("vnu-jar")


def test_the_statement_names_every_page_that_no_audit_has_seen(handbook: Handbook, audit: Audit) -> None:
    words = str(accessibility_results(handbook, _prose(handbook)))
    for page in added_since(handbook, audit):
        assert f"<li>{page}</li>" in words


def test_a_copy_without_a_record_says_so() -> None:
    small = load(ROOT / "tests/views/handbook")
    assert "has not been audited yet" in accessibility_results(small, _prose(small))


def _prose(handbook: Handbook) -> Prose:
    return Prose(handbook, format_site(handbook, "apa", ROOT / ".cache/citations"), lambda address: address, "")
