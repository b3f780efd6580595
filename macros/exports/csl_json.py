"""Works as CSL-JSON, the format of citation processors: https://docs.citationstyles.org/en/stable/."""

import json
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any


def to_csl_json(items: Iterable[Mapping[str, Any]]) -> str:
    """Return CSL-JSON items as a file, in the order of their ids."""
    ordered = sorted(items, key=lambda item: str(item["id"]))
    listed = ",\n".join(_laid_out(json.dumps(dict(item), ensure_ascii=False)) for item in ordered)
    return f"[\n{listed}\n]\n" if listed else "[]\n"


@lru_cache(maxsize=16384)
def _laid_out(item: str) -> str:
    """Return an item, which is JSON on one line, as lines of a list; a work stands in many files."""
    lines = json.dumps(json.loads(item), indent=2, ensure_ascii=False).split("\n")
    return "\n".join(f"  {line}" for line in lines)
