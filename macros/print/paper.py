"""Paper: what is set once is cut for Letter or for A4, so that a page has the same words and number on both.

Everything is set on A4, with a block of text that Letter holds too (look.typ). Only the edge of a page differs then:
its MediaBox (ISO 32000-2, 14.11.2), whose origin may lie anywhere. Words, links and tags stay where they are, so that
a second paper costs nothing and keeps every rule that the first one keeps.
"""

import re

NAMES = {"letter": "Letter", "a4": "A4"}
PAPERS = tuple(NAMES)

EITHER = "for Letter or A4 paper"
"""What is said of a sheet that prints whole on each: as narrow as A4 and as low as Letter (look.typ)."""

_LETTER = (612, 792)
"""Width and height in points."""

_MEDIA_BOX = re.compile(rb"/MediaBox\[(?P<edges>0 0 (?P<width>[\d.]+) (?P<height>[\d.]+))\]")


def cut(pdf: bytes, paper: str) -> bytes:
    """Return a PDF that the typesetter set on A4 with the edges of `paper`, which is one of PAPERS.

    Raises ValueError where a page cannot be cut: its new edge takes more bytes than the old one, which no place in the
    file could bear.
    """
    return pdf if paper == "a4" else _MEDIA_BOX.sub(_on_letter, pdf)


def _on_letter(found: re.Match[bytes]) -> bytes:
    """Return the edges of a Letter page, upright or on its side, around the middle of the page found."""
    old = [float(found[side]) for side in ("width", "height")]
    new = _LETTER if old[0] < old[1] else _LETTER[::-1]
    low = [round((was - is_) / 2, 1) for was, is_ in zip(old, new, strict=True)]
    edges = [*low, *(start + length for start, length in zip(low, new, strict=True))]
    box = " ".join(f"{edge:.1f}" for edge in edges).encode()
    if len(box) > len(found["edges"]):
        raise ValueError(f"a page of {found['edges'].decode()} points cannot be cut to Letter")
    return b"/MediaBox[" + box.ljust(len(found["edges"])) + b"]"
