"""The two tools that come from npm, axe-core and the Nu HTML checker: installed from the lock file, or a reason why not."""

import json
import shutil
import subprocess
from functools import cache
from pathlib import Path

HERE = Path(__file__).parent
MODULES = HERE / "node_modules"
AXE = MODULES / "axe-core/axe.min.js"
CHECKER = MODULES / "vnu-jar/build/dist/vnu.jar"


class Missing(Exception):
    """A tool is not here and cannot be fetched; the message says why."""


@cache
def installed() -> str:
    """Install what the lock file names where it is not here yet; return why that cannot be, or nothing."""
    if _is_current():
        return ""
    npm = shutil.which("npm")
    if npm is None:
        return "npm is not on this machine"
    # Without scripts: the checker's own would fetch a Java, and ours is enough.
    made = subprocess.run(
        [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"], cwd=HERE, capture_output=True, text=True
    )
    return "" if made.returncode == 0 and _is_current() else "npm could not fetch axe-core and vnu-jar"


def axe_source() -> str:
    """Return the script of axe-core; raises Missing."""
    if reason := installed():
        raise Missing(reason)
    return AXE.read_text("utf-8")


def checker() -> list[str]:
    """Return the command that starts the Nu HTML checker; raises Missing."""
    java = shutil.which("java")
    if java is None:
        raise Missing("Java is not on this machine")
    if reason := installed():
        raise Missing(reason)
    return [java, "-Xss8m", "-jar", str(CHECKER)]


def version(package: str) -> str:
    """Return the locked version of a package."""
    lock = json.loads((HERE / "package-lock.json").read_text("utf-8"))
    return str(lock["packages"][f"node_modules/{package}"]["version"])


def _is_current() -> bool:
    return all(_version_here(name) == version(name) for name in ("axe-core", "vnu-jar")) and CHECKER.is_file()


def _version_here(package: str) -> str:
    said = MODULES / package / "package.json"
    return str(json.loads(said.read_text("utf-8"))["version"]) if said.is_file() else ""
