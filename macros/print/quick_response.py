"""QR codes, so that a reader of paper can open the page."""

from functools import cache
from io import BytesIO

import segno


@cache
def qr_code(url: str) -> str:
    """Return a QR code for `url` as SVG: black on white with its quiet zone, readable with a seventh worn off."""
    image = BytesIO()
    segno.make(url, error="m", micro=False).save(image, kind="svg", border=4, xmldecl=False, nl=False)
    return image.getvalue().decode("ascii")
