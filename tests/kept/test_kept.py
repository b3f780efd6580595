"""What was found is used again while it was found with the same, and never else."""

from macros.kept import Findings, Kept


def test_an_equal_value_is_the_one_of_before() -> None:
    kept = Kept[list[str]]()
    first = kept.same(["tea"])
    assert kept.same(["tea"]) is first


def test_another_value_takes_its_place() -> None:
    kept = Kept[list[str]]()
    first = kept.same(["tea"])
    kept.same(["coffee"])
    assert kept.same(["tea"]) is not first


def test_a_search_is_made_once_with_the_same() -> None:
    findings, given = Findings(), ["tea"]
    assert [findings.of("leaves", given, lambda n=n: n) for n in range(2)] == [0, 0]


def test_a_search_is_made_again_with_something_else() -> None:
    findings = Findings()
    assert [findings.of("leaves", given, lambda given=given: given) for given in (["tea"], ["coffee"])] == [
        ["tea"],
        ["coffee"],
    ]


def test_each_search_is_kept_apart() -> None:
    findings = Findings()
    assert [findings.of(name, None, lambda name=name: name) for name in ("leaves", "roots")] == ["leaves", "roots"]
