"""QR codes: a phone that reads one from the paper gets the address that is printed beside it."""

import json
from collections.abc import Callable, Mapping
from io import BytesIO
from typing import Any

import pytest
import typst
import zxingcpp
from PIL import Image, ImageDraw

from macros.citations.engine import Formatted
from macros.handbook import Handbook
from macros.print.quick_response import qr_code
from macros.print.reflection import reflection_data
from macros.print.summary import summary_data
from macros.print.tool_sheet import tool_data
from macros.print.typesetting import TEMPLATES, files
from macros.print.writing import Writing
from tests.print.conftest import BASE

URL = "https://handbook.example/site/strategies/start-with-what-went-wrong/"
CAMERA = 200
"""Pixels in an inch: what a phone sees of a page that it holds whole."""

Data = Mapping[str, Any]
SHEETS: dict[str, Callable[[Handbook, Writing], Data]] = {
    "summary": lambda book, words: summary_data(words, "strategies", book.all("strategies")[0]),
    "reflection": lambda book, words: reflection_data(words, "pillars", book.all("pillars")[0]),
    "tool": lambda book, words: tool_data(words, book.all("tools")[0]),
}


def _picture(template: str, data: Data, more: Mapping[str, bytes] = {}) -> list[Image.Image]:
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[TEMPLATES / "fonts"])
    project = files(template, json.dumps(data)) | more
    made = typst.compile(project, font_paths=fonts, format="png", ppi=CAMERA)
    return [Image.open(BytesIO(page)) for page in ([made] if isinstance(made, bytes) else made)]


def _code(url: str) -> Image.Image:
    page = b'#import "look.typ": shown\n#set page(width: 80mm, height: 80mm, margin: 0mm)\n'
    page += b"#image(bytes(shown().svg), width: 80mm)"
    (picture,) = _picture("probe", {"svg": qr_code(url)}, {"main.typ": page})
    return picture.convert("L")


def _read(picture: Image.Image) -> list[str]:
    return [found.text for found in zxingcpp.read_barcodes(picture.convert("L"))]


@pytest.mark.parametrize("name", SHEETS)
def test_a_code_on_paper_opens_the_page_whose_address_stands_beside_it(
    name: str, handbook: Handbook, formatted: Formatted
) -> None:
    data = SHEETS[name](handbook, Writing(handbook, formatted, BASE))
    pages = _picture(name, data)
    read = [text for page in pages for text in _read(page)]
    assert set(read) == {data["url"]}


def test_a_code_opens_its_page_with_a_part_worn_off() -> None:
    worn = _code(URL)
    middle, part = worn.width // 2, worn.width // 5
    ImageDraw.Draw(worn).rectangle((middle, middle, middle + part, middle + part), fill=255)
    assert _read(worn) == [URL]


def test_a_code_stands_in_the_light_room_that_readers_need() -> None:
    """Four modules on each side (ISO/IEC 18004); the marks in the corners are seven modules wide."""
    code = _code(URL)
    dark = code.point(lambda value: 255 if value < 128 else 0)
    left, top, right, bottom = dark.getbbox() or (0, 0, 0, 0)
    row = [dark.getpixel((x, top + 1)) for x in range(left, code.width)]
    module = row.index(0) / 7
    assert min(left, top, code.width - right, code.height - bottom) >= 3.9 * module > 10
