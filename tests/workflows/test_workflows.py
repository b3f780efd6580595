"""What a pull request can reach in continuous integration: nothing that writes, no secret; no text is a command."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[2]
WORKFLOWS = {path.name: path.read_text("utf-8") for path in sorted((ROOT / ".github" / "workflows").iterdir())}
PINNED = re.compile(r"uses: +[\w.-]+/[\w./-]+@[0-9a-f]{40} +# +v\d+(\.\d+)*$")
IN_A_SCRIPT = re.compile(r"\$\{\{.*?\}\}", re.DOTALL)
FROM_OUTSIDE = re.compile(
    r"github\.(?:event\.(?!pull_request\.base\.sha\b)|head_ref|base_ref|ref_name|actor|triggering_actor)|inputs\.|secrets\."
)
"""Texts that whoever opens a pull request or starts a run may choose, and what must not be there at all."""
PRIVILEGED = ("pull_request_target", "workflow_run", "issue_comment", "issues", "discussion", "repository_dispatch")
"""Events that run with the rights of the repository although a stranger caused them."""


def parsed(name: str) -> dict[Any, Any]:
    found: dict[Any, Any] = yaml.safe_load(WORKFLOWS[name])
    return found


def events(name: str) -> set[str]:
    """Return the events that start a workflow; YAML takes the word "on" for true."""
    on = parsed(name)[True]
    return {on} if isinstance(on, str) else {*on}


def jobs(name: str) -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = parsed(name)["jobs"]
    return found


def steps(name: str) -> Iterator[dict[str, Any]]:
    for job in jobs(name).values():
        yield from job["steps"]


def writes(permissions: object) -> bool:
    values = permissions.values() if isinstance(permissions, dict) else [permissions]
    return any("write" in str(value) for value in values)


@pytest.mark.parametrize("name", WORKFLOWS)
def test_a_workflow_may_read_and_nothing_else(name: str) -> None:
    assert parsed(name)["permissions"] == {"contents": "read"}


@pytest.mark.parametrize("name", WORKFLOWS)
def test_only_a_job_on_the_main_branch_may_write(name: str) -> None:
    for job in jobs(name).values():
        if writes(job.get("permissions")):
            assert "pull_request" not in events(name)
            assert "github.ref == 'refs/heads/main'" in job["if"]
            assert not any("run" in step or "checkout" in step.get("uses", "") for step in job["steps"])


@pytest.mark.parametrize("name", WORKFLOWS)
def test_no_event_gives_a_stranger_the_rights_of_the_repository(name: str) -> None:
    assert events(name).isdisjoint(PRIVILEGED)


@pytest.mark.parametrize("name", WORKFLOWS)
def test_no_text_from_outside_becomes_part_of_a_command(name: str) -> None:
    for step in steps(name):
        assert IN_A_SCRIPT.findall(step.get("run", "")) == []
        assert "github-script" not in step.get("uses", "")
    assert FROM_OUTSIDE.findall(WORKFLOWS[name]) == []


@pytest.mark.parametrize("name", WORKFLOWS)
def test_every_action_is_pinned_to_a_commit_and_says_its_version(name: str) -> None:
    used = [line.strip().removeprefix("- ") for line in WORKFLOWS[name].splitlines() if "uses:" in line]
    assert [line for line in used if not PINNED.fullmatch(line)] == []


def test_one_action_has_one_pin() -> None:
    used = {line for text in WORKFLOWS.values() for line in re.findall(r"uses: +(.*)", text)}
    assert len({line.partition("@")[0] for line in used}) == len(used)


@pytest.mark.parametrize("name", WORKFLOWS)
def test_a_checkout_keeps_no_credentials(name: str) -> None:
    for step in steps(name):
        if "actions/checkout" in step.get("uses", ""):
            assert step["with"]["persist-credentials"] is False
            assert {*step["with"]} <= {"persist-credentials", "fetch-depth"}


@pytest.mark.parametrize("name", WORKFLOWS)
def test_every_job_ends(name: str) -> None:
    assert [id for id, job in jobs(name).items() if not 0 < job.get("timeout-minutes", 0) <= 60] == []


@pytest.mark.parametrize("name", WORKFLOWS)
def test_every_job_runs_on_a_named_machine_of_the_host(name: str) -> None:
    assert {job["runs-on"] for job in jobs(name).values()} <= {"ubuntu-24.04"}


@pytest.mark.parametrize("name", WORKFLOWS)
def test_what_is_installed_is_locked(name: str) -> None:
    for step in steps(name):
        for line in step.get("run", "").splitlines():
            if re.search(r"\bpip install\b", line):
                assert "--require-hashes" in line
            assert not re.search(r"\bnpm (install|i|exec)\b|\bnpx\b|curl|wget", line)
