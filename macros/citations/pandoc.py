"""The call of pandoc's citation processor: documents and bibliographies in, pandoc's own JSON out."""

import json
import subprocess
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pypandoc

API = [1, 23, 1]
"""The version of pandoc's document format that is written here."""
_ROOM = ("+RTS", "-A64m", "-n4m", "-RTS")
"""Room in which pandoc seldom has to look for garbage: that took half of its time."""


class PandocFailed(RuntimeError):
    """Pandoc ended with an error; the message is what it said."""


@cache
def version() -> str:
    """Return the version of the pandoc that is installed with the package pypandoc_binary."""
    return str(pypandoc.get_pandoc_version())


def command(*options: str) -> list[str]:
    """Return the command that runs pandoc with these options, from JSON; it reads only files that it is given."""
    return [pypandoc.get_pandoc_path(), *_ROOM, "--sandbox", "-f", "json", *options]


def cite(
    blocks: Sequence[Mapping[str, Any]], items: Sequence[Mapping[str, Any]], style: str, language: str
) -> list[dict[str, Any]]:
    """Return the blocks with their citations formatted; the last one is the reference list in the style's order."""
    meta = {"link-citations": {"t": "MetaBool", "c": True}, "lang": {"t": "MetaString", "c": language}}
    document = json.dumps({"pandoc-api-version": API, "meta": meta, "blocks": list(blocks)})
    with TemporaryDirectory(prefix="citations-") as folder:
        csl, bibliography = Path(folder, "style.csl"), Path(folder, "works.json")
        csl.write_text(style, "utf-8")
        bibliography.write_text(json.dumps(list(items)), "utf-8")
        answer = _run(document, "--csl", str(csl), "--bibliography", str(bibliography))
    formatted: list[dict[str, Any]] = json.loads(answer)["blocks"]
    return formatted


def _run(document: str, *options: str) -> bytes:
    asked = command("--citeproc", "-t", "json", *options)
    done = subprocess.run(asked, input=document.encode(), capture_output=True, check=False)
    if done.returncode:
        raise PandocFailed(done.stderr.decode("utf-8", "replace").strip())
    return done.stdout
