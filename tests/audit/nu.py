"""The Nu HTML checker over a whole folder in one run."""

import json
import subprocess
from pathlib import Path

from tests.audit.npm import checker


def html_errors(site: Path) -> list[str]:
    """Return what is not valid HTML in a site, each with its page and line; raises npm.Missing.

    Warnings are left out: they are advice on style, such as a heading in each section, which an aria-labelledby answers as well.
    """
    command = [
        *checker(),
        "--skip-non-html",
        "--errors-only",
        "--format",
        "json",
        "--exit-zero-always",
        "--stdout",
        str(site),
    ]
    run = subprocess.run(command, capture_output=True, text=True, check=True)
    return [_said(message, site) for message in json.loads(run.stdout)["messages"]]


def _said(message: dict[str, object], site: Path) -> str:
    page = str(message.get("url", "")).removeprefix(f"file:{site}")
    extract = " ".join(str(message.get("extract", "")).split())
    return f"{page}:{message.get('lastLine', '')}: {message['message']}\n    {extract}"
