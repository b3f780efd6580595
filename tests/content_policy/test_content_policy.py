"""A policy allows what the site delivers, and of a page's own text exactly its scripts."""

from base64 import b64encode
from hashlib import sha256
from pathlib import Path

import pytest
import yaml

from macros.content_policy import inline_scripts, policy, with_policy

CASES = yaml.safe_load(Path(__file__).with_name("scripts.yml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=[case["fact"] for case in CASES])
def test_scripts(case: dict[str, object]) -> None:
    page = str(case["given"])
    assert [*inline_scripts(page)] == case["allowed"]
    for script in case["allowed"]:  # type: ignore[attr-defined]
        assert f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'" in policy(page)


def test_the_policy_comes_right_after_the_charset() -> None:
    page = with_policy('<html><head>\n<meta charset="utf-8">\n<link href="a.css">')
    assert page.index("charset") < page.index("Content-Security-Policy") < page.index("<link")


def test_a_page_without_a_charset_is_refused() -> None:
    with pytest.raises(ValueError, match="charset"):
        with_policy("<html><head></head></html>")
