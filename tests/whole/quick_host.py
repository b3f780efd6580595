"""A host that writes a site of some small files at once, for tests of what happens around it."""

import os
import sys
from pathlib import Path


def main() -> None:
    """Write the site named after --site-dir; what it says is in QUICK_HOST_SAYS, and how large it is in _BYTES."""
    site = Path(sys.argv[sys.argv.index("--site-dir") + 1])
    size = int(os.environ.get("QUICK_HOST_BYTES", "10"))
    for name in ("index.html", "strategies/index.html", "assets/style.css"):
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text(os.environ.get("QUICK_HOST_SAYS", "new") * size, "utf-8")
    if os.environ.get("QUICK_HOST_FAILS"):
        raise RuntimeError("a mistake in the program")


if __name__ == "__main__":
    main()
