"""Whatever Markdown field of whatever collection is hostile, the check says so at that field."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from macros.lint import check
from tests.hostile.edition import entry_data, hostile_fields, plant_hostile
from tests.leaves.edition import got, put

HOSTILE = {
    "a script": ("<script>alert(1)</script>", "raw-html"),
    "an image with a handler": ("<img src=x onerror=alert(1)>", "raw-html"),
    "the end of a text field": ("</textarea>", "raw-html"),
    "a comment": ("<!-- tea -->", "raw-html"),
    "a section that is not parsed": ("<![CDATA[ tea ]]>", "raw-html"),
    "a frame": ('<iframe srcdoc="tea"></iframe>', "raw-html"),
    "a script address": ("[tea](javascript:alert(1))", "unsafe-link"),
    "a script address in odd capitals": ("[tea](JaVaScRiPt:alert(1))", "unsafe-link"),
    "a script address as entities": ("[tea](&#106;avascript&colon;alert(1))", "unsafe-link"),
    "data": ("[tea](data:text/html,tea)", "unsafe-link"),
    "an address without its protocol": ("[tea](//evil.example/)", "unsafe-link"),
    "an address with a backslash": ("[tea](/\\evil.example/)", "unsafe-link"),
    "a name before the site": ("[tea](https://tea.example@evil.example/)", "unsafe-link"),
    "a link that climbs": ("[tea](/../../etc/passwd)", "dead-link"),
    "an image from elsewhere": ("![tea](https://evil.example/x.png)", "no-image"),
    "an image that climbs": ("![tea](/assets/../../../etc/passwd)", "no-image"),
}


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[Path, Any]]:
    root = tmp_path_factory.mktemp("fields") / "tree"
    plant_hostile(root, hostile=False)
    return root, {path: entry_data(path) for path in sorted(root.glob("content/*/*.yml"))}


@pytest.mark.parametrize("name", HOSTILE)
def test_every_field_refuses(name: str, tree: tuple[Path, dict[Path, Any]]) -> None:
    words, rule = HOSTILE[name]
    root, entries = tree
    wanted: dict[str, int] = {}
    for path, entry in entries.items():
        data = entry
        for field, kind in hostile_fields(path.parent.name, entry):
            if kind == "text":
                data = put(data, field, f"{words} {got(data, field)}")
                file = path.relative_to(root).as_posix()
                wanted[file] = wanted.get(file, 0) + 1
        path.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=10_000), "utf-8")
    found = [problem for problem in check(root)[1] if problem.rule == rule]
    assert {file: sum(problem.place.file == file for problem in found) for file in wanted} == wanted
    assert len(wanted) > 10
