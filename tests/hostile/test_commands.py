"""What an editor types after a command never leads out of the folder of its collection."""

from pathlib import Path

import pytest

from macros.commands.new import new
from macros.commands.refused import Refused
from macros.commands.rename import remove, rename
from tests.problems.tree import plant

NAMES = (
    "../../evil",
    "..",
    ".",
    "/tmp/evil",
    "..\\evil",
    "..%2fevil",
    "talk/../../evil",
    "strategies/../evil",
    "content/strategies/../../evil",
    "Evil",
    "evil tea",
    "evil\nname",
    "evil\x00name",
    ".evil",
    "-evil",
    "con",
    "index",
    "t\u0435a",
    "$(touch evil)",
    "`touch evil`",
    "evil; touch evil",
    "{{ evil }}",
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return plant({}, tmp_path / "tree")


def files(root: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in root.parent.rglob("*") if path.is_file()}


@pytest.mark.parametrize("name", NAMES)
def test_an_entry_gets_no_such_name(name: str, root: Path) -> None:
    before = files(root)
    with pytest.raises(Refused):
        new(root, "strategy", "Tea", name)
    with pytest.raises(Refused):
        rename(root, "strategies/talk-second", name)
    with pytest.raises(Refused):
        rename(root, name, "tea-third")
    with pytest.raises(Refused):
        remove(root, name)
    assert files(root) == before


@pytest.mark.parametrize("title", [name for name in NAMES if any(map(str.isalnum, name))])
def test_a_title_gives_a_name_that_stays_in_its_folder(title: str, root: Path) -> None:
    before = files(root)
    try:
        new(root, "term", title)
    except Refused:
        assert files(root) == before
        return
    added = set(files(root)) - set(before)
    assert {path.relative_to(root).parts[:2] for path in added} <= {("content", "terms"), (".vscode", "names.json")}
    assert all(path.parent == root / "content" / "terms" for path in added if path.suffix == ".yml")
