"""Works as CSL-JSON, the format of citation processors: https://docs.citationstyles.org/en/stable/."""

import json
from collections.abc import Iterable, Mapping
from typing import Any


def to_csl_json(items: Iterable[Mapping[str, Any]]) -> str:
    """Return CSL-JSON items as a file, in the order of their ids."""
    ordered = sorted((dict(item) for item in items), key=lambda item: str(item["id"]))
    return json.dumps(ordered, indent=2, ensure_ascii=False) + "\n"
