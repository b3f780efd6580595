"""`handbook retractions`: the cited works against a downloaded file of the public retraction data set."""

from datetime import date
from pathlib import Path

from macros.bibliography import read_bibliography
from macros.problems import Place, Problem
from macros.retractions import FILE, notices_in, write_notices


def retractions(root: Path, file: Path, on: date) -> tuple[str, list[Problem]]:
    """Compare the works of references.bib with `file`, write retractions.yml, and return what to print."""
    bibliography, _ = read_bibliography(root / "references.bib", "references.bib")
    keys = {str(work.csl["DOI"]).lower(): key for key, work in bibliography.works.items() if work.csl.get("DOI")}
    try:
        data = file.read_bytes()
    except OSError as error:
        return "", [Problem(Place(str(file)), f"this file cannot be read: {error.strerror}", "unreadable")]
    notices, problems = notices_in(data, str(file), keys)
    if problems:
        return "", problems
    write_notices(root, notices, data, file.name, on)
    without = len(bibliography.works) - len(keys)
    lines = [f"{one.key}: {one.status} since {one.on}" for one in notices] or ["no notice about any cited work"]
    return "\n".join([*lines, f"{len(keys)} works compared, {without} have no DOI; written to {FILE}"]), []
