"""Lock files are whole: every package with its hashes, and nothing that tells where or on what machine it was made."""

import json
import re
import subprocess
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]


def found(*patterns: str) -> list[str]:
    return [path.relative_to(ROOT).as_posix() for pattern in patterns for path in sorted(ROOT.glob(pattern))]


PYTHON = found("requirements*.txt", ".github/*/requirements*.txt")
NPM = found("tests/*/package-lock.json", "bench/*/package-lock.json")
_REQUIREMENT = re.compile(
    r"^([a-z0-9][a-z0-9._-]*)==(\S+) \\\n((?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n)+)", re.MULTILINE
)
_NAME = re.compile(r"^([A-Za-z0-9][A-Za-z0-9._-]*)", re.MULTILINE)
_MACHINE = re.compile(r"://|/(?:home|root|tmp|usr|work|opt|Users)/|[A-Z]:\\|\bfile:/")


def names(text: str) -> set[str]:
    """Return the packages that a file names, as registries spell them."""
    return {re.sub(r"[-_.]+", "-", name).lower() for name in _NAME.findall(text)}


@pytest.mark.parametrize("path", PYTHON)
def test_every_requirement_has_a_version_and_hashes(path: str) -> None:
    text = (ROOT / path).read_text("utf-8")
    locked = {match[1] for match in _REQUIREMENT.finditer(text)}
    assert names(text) == {re.sub(r"[-_.]+", "-", name) for name in locked}
    asked = (ROOT / path).with_suffix(".in").read_text("utf-8")
    assert names(asked) <= names(text)


@pytest.mark.parametrize("path", NPM)
def test_every_package_of_npm_has_an_integrity(path: str) -> None:
    packages = json.loads((ROOT / path).read_text("utf-8"))["packages"]
    wanted = json.loads((ROOT / path).with_name("package.json").read_text("utf-8"))
    assert packages[""].get("dependencies", {}) == wanted.get("dependencies", {})
    assert packages[""].get("devDependencies", {}) == wanted.get("devDependencies", {})
    for name, package in packages.items():
        assert not name or (package["integrity"].startswith("sha512-") and package["version"]), name
    assert all(f"node_modules/{name}" in packages for name in wanted.get("dependencies", {}))


@pytest.mark.parametrize("path", [*PYTHON, *NPM])
def test_a_lock_file_tells_of_no_machine(path: str) -> None:
    text = re.sub(r'"(?:url|funding)": ?"https://[^"]*"', "", (ROOT / path).read_text("utf-8"))
    assert [line for line in text.splitlines() if _MACHINE.search(line)] == []


def test_the_tests_use_the_versions_of_the_site() -> None:
    site, tests = (
        {match[1]: match[2] for match in _REQUIREMENT.finditer((ROOT / path).read_text("utf-8"))}
        for path in ("requirements.txt", "requirements-test.txt")
    )
    assert {name: tests[name] for name in site if name in tests} == {
        name: site[name] for name in site if name in tests
    }


def test_there_are_lock_files() -> None:
    assert len(PYTHON) >= 3
    assert len(NPM) >= 3


def test_every_lock_file_is_audited_and_kept_up_to_date() -> None:
    audit = (ROOT / ".github" / "workflows" / "audit.yml").read_text("utf-8")
    kept = yaml.safe_load((ROOT / ".github" / "dependabot.yml").read_text("utf-8"))["updates"]
    folders = {folder.strip("/") for each in kept for folder in each.get("directories", [])}
    for path in (*PYTHON, *NPM):
        folder = path.rpartition("/")[0]
        assert (path if path in PYTHON else folder) in audit
        assert folder in folders


def test_nothing_that_is_made_is_committed() -> None:
    """What git is told to pass over, such as the cache from which templates are run, is not in the tree."""
    command = ["git", "ls-files", "--cached", "--ignored", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("this is no checkout of git")
    assert listed.stdout == ""
