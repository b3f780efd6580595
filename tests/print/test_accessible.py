"""Facts that hold for every printed file."""

import page

from macros.print.printing import Printed
from tests.print.pdf import findings


def test_no_rule_of_pdf_ua_is_broken(printed: tuple[Printed, ...]) -> None:
    reports = {one.path: page.validate_pdf(str(one.path), profile=page.ValidationProfile.PDF_UA_1) for one in printed}
    assert reports
    for path, report in reports.items():
        assert report.rules.total >= 104
        assert [str(failure) for failure in report.failures] == [], path.name


def test_nothing_else_keeps_a_reader_out(printed: tuple[Printed, ...]) -> None:
    assert {one.path.name: found for one in printed if (found := findings(one.path))} == {}


def test_every_guide_comes_in_two_editions_on_two_papers(printed: tuple[Printed, ...]) -> None:
    kinds = {one.guide_id: set() for one in printed}
    for one in printed:
        kinds[one.guide_id].add((one.edition, one.paper))
    assert all(len(kind) == 4 for kind in kinds.values())


def test_a_label_tells_pages_and_size(printed: tuple[Printed, ...]) -> None:
    one = printed[0]
    assert one.label == f"For participants, Letter paper (PDF, {one.pages} pages, {one.bytes / 1000:.0f} kB)"
    assert one.path.stat().st_size == one.bytes
